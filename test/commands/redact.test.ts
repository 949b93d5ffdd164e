import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../source/commands/index.ts';
import { parseArguments } from '../../source/commands/parse-arguments.ts';
import { printError } from '../../source/commands/print-error.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { User } from '../../source/model/user.ts';
import { makeVeil } from '../../source/redact/make-veil.ts';
import type { Context } from '../../source/session/context.ts';
import { redactError } from '../../source/session/redact-error.ts';
import { copiedFolder } from '../helpers/copied-folder.ts';
import { mappingOf } from '../people/import/given-import.ts';
import { leakIn, MONONYM, makeMarked, markedNames } from '../redact/given-marked.ts';
import { openAt } from '../store/given-store.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';
import { type DemoFolder, workIn } from './demo-folder.ts';

/** A store in which all that tells who somebody is bears the mark. */
async function markedFolder(): Promise<DemoFolder> {
  return workIn(await copiedFolder('marked', makeMarked));
}

const PEOPLE = [
  'Email,First Name,Last Name,Login,Employee ID,User ID,Active?',
  'q0z.new@q0zhost.example,Q0znew,Q0znewcomer,q0z.new,Q0ZN,0,yes',
  'q0z.mail19@q0zhost.example,Q0z-other19,O’Q0zl19,q0z.login19,Q0ZE19,19,yes',
  'q0z no address,Q0zbad,Q0zworse,q0z.bad,Q0ZB,0,yes',
  'q0z.mail20@q0zhost.example,Q0ztwin,Q0zsister,q0z.login21,Q0ZE20,0,perhaps',
].join('\n');

/** Pairs that can go, a name for an ID, cells that are not those of the store, privileged people and one twice. */
function pairsFile(): string {
  const row = (from: number, to: string, email = markedNames(from).email) =>
    `${from},${to},${email},${markedNames(from).firstName},Q0zwrong`;
  return [
    'From User ID,To User ID,Email,First Name,Last Name',
    row(19, '21'),
    row(20, '22', 'q0z.another@q0zhost.example'),
    row(23, 'Q0z-f24'),
    row(1, '26'),
    row(19, '24'),
  ].join('\n');
}

/** Files without a heading line: of somebody whom the store knows, and of somebody whom it does not. */
const HEADLESS = [
  'q0z.login19,Q0z-f19,O’Q0zl19,q0z.mail19@q0zhost.example,Q0ZE19,Claims',
  'q0z.login20,Q0z-f20,O’Q0zl20,q0z.mail20@q0zhost.example,Q0ZE20,Claims',
].join('\n');
const STRANGERS = [
  'q0z.stranger,Q0zstrange,Q0zstranger-of-a-name-that-is-cut-short,q0z.stranger@q0zhost.example,Q0Z99,Claims',
  'q0z.other,Q0zodd,Q0zoddly,q0z.other@q0zhost.example,Q0Z98,Claims',
].join('\n');

/** Somebody new after whom a team is called that is not there, and a name in the place of a user ID. */
const NAMING = [
  'Email,First Name,Last Name,Login,User ID,Team',
  'q0z.called@q0zhost.example,Q0zcalled,Q0zcaller,q0z.called,0,Q0zcaller Team',
  'q0z.placed@q0zhost.example,Q0zplaced,Q0zplacer,q0z.placed,Q0zsomebody,',
].join('\n');

/** Command → calls of it; what one gives can be used by the next. `PLAN`, `MERGE` and `IMPORT`: plans that were made as they are. */
const CALLS: Record<string, readonly string[][]> = {
  demo: [['demo', '--keep']],
  users: [
    ['users', '--inactive'],
    ['users', '--query', 'q0z-f19'],
    ['users', '--emptied'],
  ],
  'users show': [
    ['users', 'show', '19'],
    ['users', 'show', '9999'],
    ['users', 'show', '29', '--as', 'operator1'],
  ],
  'users deactivate': [
    ['users', 'deactivate', '25'],
    ['users', 'deactivate', '1', '--confirm', 'DEACTIVATE 1'],
    ['users', 'deactivate', '25', '--confirm', 'DEACTIVATE 1'],
  ],
  'users activate': [
    ['users', 'activate', '25', '--confirm', 'ACTIVATE 1'],
    ['users', 'activate', '24', '26'],
  ],
  'users delete': [
    ['users', 'delete', '19'],
    ['users', 'delete', '19', '--detach', '--confirm', 'user19'],
  ],
  export: [['export', '--out', 'saved-people.csv']],
  check: [
    ['check', 'pairs.csv'],
    ['check', 'pairs.csv', '--operation', 'merge', '--direction', 'to-from'],
    ['check', 'headless.csv'],
    ['check', 'strangers.csv'],
  ],
  duplicates: [['duplicates', '--out', 'saved-duplicates.csv', '--force']],
  plan: [
    ['plan', '--source', '19', '--target', '21'],
    ['plan', '--source', '19', '--target', '21', '--operation', 'merge'],
    ['plan', '--source', '19', '--target', '1'],
    ['plan', '--file', 'pairs.csv'],
    ['plan', '--file', 'good.csv'],
    ['plan', '--source', '19', '--target', '21', '--out', 'saved-plan.json'],
  ],
  'plan show': [
    ['plan', 'show', 'IMPORT'],
    ['plan', 'show', 'PLAN'],
    ['plan', 'show', 'MERGE'],
  ],
  apply: [
    ['apply', 'PLAN'],
    ['apply', 'PLAN', '--confirm', 'jenny'],
    ['apply', 'PLAN', '--confirm', 'user21'],
    ['apply', 'PLAN', '--confirm', 'user21'],
    ['apply', 'MERGE', '--confirm', 'user24'],
    ['apply', 'IMPORT', '--confirm', 'IMPORT 2'],
    ['apply', 'STALE', '--confirm', 'IMPORT 1'],
    ['plan', 'show', 'STALE'],
    ['apply', 'RENAME', '--confirm', 'IMPORT 1'],
    ['apply', 'LONE', '--confirm', 'user30'],
  ],
  watch: [['watch'], ['watch', 'old']],
  stop: [
    ['stop', 'old'],
    ['stop', 'old', '--for-good'],
  ],
  runs: [['runs']],
  'runs show': [['runs', 'show', 'old']],
  retry: [
    ['retry', 'old'],
    ['retry', 'old', '--out', 'saved-retry.json'],
  ],
  undo: [['undo'], ['undo', 'old'], ['undo', '--out', 'saved-undo.json']],
  audit: [
    ['audit'],
    ['audit', '--errors'],
    ['audit', '--out', 'saved-audit.csv', '--force'],
    ['audit', '--verify'],
    ['audit', '--erase', '20', '--confirm', 'ERASE 20'],
  ],
  import: [
    ['import', 'people.csv'],
    ['import', 'people.csv', '--out', 'saved-import.json'],
    ['import', 'pairs.csv'],
    ['import', 'headless.csv'],
    ['import', 'strangers.csv'],
    ['import', 'naming.csv'],
  ],
  mappings: [['mappings']],
  'mappings show': [['mappings', 'show', 'calabrio']],
  'mappings save': [
    ['mappings', 'save', 'mine', '--file', 'people.csv'],
    ['mappings', 'save', 'headless', '--file', 'headless.csv'],
    ['mappings', 'show', 'headless'],
  ],
  'mappings delete': [['mappings', 'delete', 'mine']],
  settings: [['settings'], ['settings', 'seats', '400']],
  doctor: [['doctor'], ['doctor', '--as', 'nobody-here']],
  completion: [['completion', 'bash']],
  help: [['help'], ['help', 'plan']],
};

/** What a call of handover with --redact shows, as the program does it, in this process. */
async function showOf(context: Context, args: readonly string[]): Promise<{ status: number; said: string }> {
  let said = '';
  const output = { write: (text: string) => (said += text), isTTY: false } as unknown as NodeJS.WriteStream;
  const { command, words, flags } = parseArguments([...args, '--redact'], { name: 'handover', version: '0' });
  if (command === null) throw new Error(`No command: ${args.join(' ')}`);
  const json = flags.isOn('json');
  const as = flags.text('as');
  const veil = makeVeil([context.login]);
  const voice = { ...context, stdout: output, stderr: output, as, json, veil };
  const run = await command.load();
  const status = await run(voice, words, flags).catch(async (error: unknown) =>
    printError(await redactError(error, voice), { ...voice, columns: 80 }),
  );
  return { status, said };
}

test('no command with --redact shows or saves who anybody is, whatever it is asked and however it ends', async () => {
  const named = COMMANDS.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
  expect(Object.keys(CALLS).sort()).toEqual(named.sort());
  const { folder, run } = await markedFolder();
  await Promise.all([
    writeFile(path.join(folder, 'pairs.csv'), pairsFile()),
    writeFile(path.join(folder, 'good.csv'), 'From User ID,To User ID,Email\n19,21,q0z.odd@q0zhost.example\n21,24,\n'),
    writeFile(path.join(folder, 'people.csv'), PEOPLE),
    writeFile(path.join(folder, 'headless.csv'), HEADLESS),
    writeFile(path.join(folder, 'strangers.csv'), STRANGERS),
    writeFile(path.join(folder, 'naming.csv'), NAMING),
    writeFile(path.join(folder, 'stale.csv'), NAMING.replaceAll(/,[^,]*$/gm, '')),
    writeFile(path.join(folder, 'rename.csv'), `User ID,Email,Rank\n${MONONYM},${markedNames(MONONYM).email},7`),
  ]);
  await run('plan', '--source', '19', '--target', '21', '--out', 'real-plan.json');
  await run('plan', '--source', '23', '--target', '24', '--operation', 'merge', '--out', 'real-merge.json');
  await writeFile(path.join(folder, 'good-people.csv'), PEOPLE.split('\n').slice(0, 3).join('\n'));
  await run('import', 'good-people.csv', '--blanks', 'keep', '--missing', 'keep', '--out', 'real-import.json');
  const keeping = ['--blanks', 'keep', '--missing', 'keep'];
  await run('import', 'stale.csv', ...keeping, '--out', 'real-stale.json');
  await writeFile(
    path.join(folder, 'lone.json'),
    JSON.stringify(mappingOf(['User ID', 'Email', 'Rank'], { name: 'lone' })),
  );
  await run('mappings', 'save', 'lone', '--from', 'lone.json');
  await run('import', 'rename.csv', '--mapping', 'lone', '--out', 'real-rename.json');
  await run('plan', '--source', String(MONONYM), '--target', '30', '--operation', 'merge', '--out', 'real-lone.json');
  const files: Record<string, string> = {
    STALE: 'real-stale.json',
    RENAME: 'real-rename.json',
    LONE: 'real-lone.json',
    PLAN: 'real-plan.json',
    MERGE: 'real-merge.json',
    IMPORT: 'real-import.json',
  };
  const { context } = await deskAt(path.join(folder, 'store'), null);
  const statuses = new Map<string, number>();
  for (const call of Object.values(CALLS).flat()) {
    const args = call.map((word) => files[word] ?? word);
    for (const more of [[], ['--json']]) {
      const { status, said } = await showOf(context, [...args, ...more]);
      expect([args.join(' '), leakIn(said)]).toEqual([args.join(' '), null]);
      const asked = [...args, ...more].join(' ');
      statuses.set(asked, statuses.get(asked) ?? status);
    }
  }
  // They did what they were asked, and did not just fail.
  expect([...statuses].filter(([, status]) => status === 1)).toEqual([]);
  expect(statuses.get('apply real-plan.json --confirm user21')).toBe(0);
  expect(statuses.get('apply real-merge.json --confirm user24')).toBe(0);
  expect(statuses.get('apply real-import.json --confirm IMPORT 2')).toBe(0);
  expect(statuses.get('apply real-rename.json --confirm IMPORT 1')).toBe(0);
  expect(statuses.get('apply real-stale.json --confirm IMPORT 1')).toBe(5);
  expect(statuses.get('apply real-lone.json --confirm user30')).toBe(5);
  expect(statuses.get('users show 29 --as operator1')).toBe(0);
  const saved = (await readdir(folder)).filter((name) => name.startsWith('saved-'));
  expect(saved.sort()).toEqual(['saved-audit.csv', 'saved-duplicates.csv', 'saved-people.csv']);
  for (const name of saved) expect(leakIn(await readFile(path.join(folder, name), 'utf8'))).toBeNull();
});

test('what runs, and what is kept of it, is as it is: only who looks on sees stand-ins', async () => {
  const { folder, run, json } = await markedFolder();
  await run('plan', '--source', '19', '--target', '21', '--operation', 'merge', '--out', 'plan.json');
  const applied = await run('apply', 'plan.json', '--redact', '--confirm', 'user21');
  expect(applied.status).toBe(0);
  expect(applied.stdout).toMatch(/handover --redact runs show/);
  // The way back is shown as it was typed: without names, and what writes a plan says that it names people.
  const [, back = ''] = /Take it back with: handover --redact undo (\S+)$/m.exec(applied.stdout) ?? [];
  const undone = await run('undo', back, '--redact');
  expect(undone).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('leave out --redact (what is shown then'),
  });
  expect(leakIn(undone.stdout)).toBeNull();
  const jenny = await json<User>('users', 'show', '21');
  expect(jenny).toMatchObject({ ...markedNames(21), firstName: 'Q0z-f19', lastName: 'O’Q0zl19' });
  const [first] = await json<{ id: string }[]>('runs');
  const frozen = JSON.parse(
    await readFile(path.join(folder, 'store', 'runs', first?.id ?? '', 'plan.json'), 'utf8'),
  ) as Plan;
  expect(frozen).toEqual(JSON.parse(await readFile(path.join(folder, 'plan.json'), 'utf8')));
  expect((await run('audit')).stdout).toContain('q0zadmin');
  expect(await run('audit', '--verify', '--redact')).toMatchObject({ status: 0 });
  const changed = await (await openAt(path.join(folder, 'store'))).users();
  expect(changed.filter(({ login }) => !login.startsWith('q0z'))).toEqual([]);
});

test('a person has the same stand-ins in every run of the program; lists are sorted and searched by them alone', async () => {
  const { json, run } = await markedFolder();
  const standIn = { login: 'user19', email: 'person19@example.invalid', firstName: 'First19', lastName: 'Last19' };
  expect(await json('users', 'show', '19', '--redact')).toMatchObject(standIn);
  expect(await json('users', '--inactive', '--query', 'first19 last19', '--redact')).toMatchObject([
    { id: 19, ...standIn },
  ]);
  expect(await json('users', '--inactive', '--query', markedNames(19).login, '--redact')).toEqual([]);
  expect(await json('users', '--inactive', '--query', 'Q0ZE19', '--redact')).toEqual([]);
  const refused = await run('plan', '--source', '19', '--target', '21', '--redact', '--out', 'plan.json', '--json');
  expect([refused.status, refused.json()]).toMatchObject([2, { error: { code: 'redacted' } }]);
});

test('a phrase is taken with the stand-in and as it is, by every command that asks for one', async () => {
  const { folder, run } = await markedFolder();
  const people = [
    'Email,First Name,Last Name,Login,User ID',
    'q0z.one@q0zhost.example,Q0zone,Q0zfirst,q0z.one,0',
    'q0z.two@q0zhost.example,Q0ztwo,Q0zsecond,q0z.two,0',
  ];
  await writeFile(path.join(folder, 'new.csv'), people.join('\n'));
  await run('import', 'new.csv', '--blanks', 'keep', '--missing', 'keep', '--out', 'new.json');
  expect((await run('apply', 'new.json', '--confirm', 'IMPORT 2')).status).toBe(0);
  const asked = await run('users', 'delete', '41', '--redact', '--confirm', 'user42');
  expect([asked.status, asked.stderr]).toEqual([2, expect.stringContaining('--confirm "user41"')]);
  expect((await run('users', 'delete', '41', '--redact', '--confirm', 'q0z.one')).status).toBe(0);
  expect((await run('users', 'delete', '42', '--redact', '--confirm', 'user42')).status).toBe(0);
  for (const phrase of ['user21', markedNames(21).login]) {
    await run('plan', '--source', phrase === 'user21' ? '19' : '20', '--target', '21', '--out', 'plan.json', '--force');
    expect((await run('apply', 'plan.json', '--redact', '--confirm', phrase)).status).toBe(0);
  }
});

test('an export with stand-ins is only to be looked at: it says so, and no import writes it over people', async () => {
  const { json, run } = await markedFolder();
  const told = await run('export', '--redact', '--out', 'hidden.csv');
  expect(told.stdout).toContain('only to be looked at');
  expect(told.stdout).not.toMatch(/handover .*(import|check)/);
  expect((await run('export', '--out', 'clear.csv')).stdout).toContain('handover import clear.csv');
  const refused = await run('import', 'hidden.csv', '--out', 'hidden.json', '--json');
  const { pairs, problems } = refused.json() as Plan;
  expect([refused.status, pairs]).toEqual([4, []]);
  expect(new Set(problems.filter(({ column }) => column === 'Email').map(({ code }) => code))).toEqual(
    new Set(['stand-in']),
  );
  expect(await json<User>('users', 'show', '20')).toMatchObject(markedNames(20));
});
