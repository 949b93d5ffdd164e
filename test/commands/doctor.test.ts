import { appendFile, chmod, chown, copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { JournalEntry } from '../../source/model/journal.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { HealthCheck } from '../../source/session/health/health-check.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { sealPlan } from '../../source/transfer/plan-transfer.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { plainEnvironment } from '../helpers/program.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { finished, givenStore, started, writeAt } from '../store/given-store.ts';
import { planOn } from '../transfer/given-plan.ts';
import { demoFolder } from './demo-folder.ts';

interface Told {
  ok: boolean;
  checks: HealthCheck[];
}

/** What doctor says of the store in `folder`, by the names of its checks, and its exit status. */
async function examined(folder: string, ...flags: string[]) {
  const ended = await runHandover(['doctor', '--store', folder, '--json', ...flags]);
  const { ok, checks } = ended.json() as Told;
  expect(ok).toBe(ended.status === 0);
  return { status: ended.status, checks: Object.fromEntries(checks.map((check) => [check.name, check])) };
}

/** The plan of that text with `but`, sealed as if it had been made so. */
function sealedAnew(text: string, but: Partial<Plan>): string {
  const { seal: _seal, ...plan } = JSON.parse(text) as Plan;
  return JSON.stringify(sealPlan({ ...plan, ...but }));
}

const wrongIn = (checks: Record<string, HealthCheck>) =>
  Object.values(checks).flatMap(({ name, ok }) => (ok ? [] : [name]));

test('of a store on which all is well it says so, each look in a line', async () => {
  const { run } = await demoFolder();
  const { status, stdout } = await run('doctor');
  expect(status, stdout).toBe(0);
  const names = [
    'node',
    'store',
    'disk',
    'files',
    'checkpoint',
    'journals',
    'audit log',
    'writer',
    'runs',
    'plans of runs',
    'catalogue',
    'operator',
  ];
  for (const name of [...names, 'login', 'terminal', 'locale'])
    expect(stdout).toMatch(new RegExp(`^ok +${name} `, 'm'));
  expect(stdout).toMatch(/^All is well\.$/m);
});

test('without a store: what to do, and all that can be looked at besides', async () => {
  const { folder } = await demoFolder();
  const { status, checks } = await examined(path.join(folder, 'none'));
  expect(status).toBe(4);
  expect(wrongIn(checks)).toEqual(['store']);
  expect(checks.store?.cure).toContain('handover demo');
  expect(checks.journals).toBeUndefined();
  expect(checks.login?.ok).toBe(true);
});

test('files that others can read', async () => {
  const { folder } = await givenStore();
  await chmod(path.join(folder, 'store.json'), 0o644);
  const { status, checks } = await examined(folder);
  expect(status).toBe(4);
  expect(wrongIn(checks)).toEqual(['files']);
  expect(checks.files?.message).toContain('store.json');
  expect(checks.files?.cure).toContain(`chmod -R go= ${folder}`);
});

test.runIf(process.getuid?.() === 0)('files that somebody else left behind', async () => {
  const { folder } = await givenStore();
  await chown(path.join(folder, 'lock.db'), 65534, 65534);
  const { checks } = await examined(folder);
  expect(wrongIn(checks)).toEqual(['files']);
  expect(checks.files?.message).toContain('lock.db');
});

test('a record of a journal that no checkpoint needs any more, altered', async () => {
  const { folder, data } = await givenStore();
  const { seal, ...plan } = planOn(data, [], { id: 'plan of one' });
  await freezePlan(nodeDisk, systemRandom, folder, 'one', { ...plan, seal });
  const { writer } = await writeAt(folder);
  const opening = { ...started('one', 0), seal } as JournalEntry;
  await writer.append([opening, finished('one')]);
  await writer.checkpoint();
  await writer.close();
  expect((await examined(folder)).checks.journals?.message).toContain('2 journals, 2 records');
  const journal = path.join(folder, 'journal.1.jsonl');
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('"one"', '"two"'));
  const { status, checks } = await examined(folder);
  expect(status).toBe(4);
  expect(wrongIn(checks)).toEqual(['journals']);
  expect(checks.journals?.message).toContain('damaged in line 1');
});

test.each([
  [2, 'Nor can the plan of another run be used.'],
  [4, 'Nor can the plans of 3 other runs be used.'],
])('of %i edited plans the first is told whole, and of the others how many', async (count, says) => {
  const { folder, data } = await givenStore();
  const { writer } = await writeAt(folder);
  for (let number = 1; number <= count; number += 1) {
    const id = `run-${number}`;
    const { seal, ...plan } = planOn(data, [], { id: `plan of ${id}` });
    await freezePlan(nodeDisk, systemRandom, folder, id, { ...plan, seal });
    await writer.append([{ ...started(id, 0), seal, plan: `plan of ${id}` } as JournalEntry, finished(id)]);
    const file = path.join(folder, 'runs', id, 'plan.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('plan of', 'plan on'));
  }
  await writer.close();
  const message = (await examined(folder)).checks['plans of runs']?.message ?? '';
  expect(message).toMatch(/has changed it\. Nor can/);
  expect(message.endsWith(says)).toBe(true);
});

test('a journal of a higher number that was left lying: that the next write is refused, and what to move away', async () => {
  const { folder, run } = await demoFolder('--users', '40');
  await run('settings', 'seats', '8');
  const store = path.join(folder, 'store');
  const stray = path.join(store, 'journal.9.jsonl');
  await copyFile(path.join(store, 'journal.1.jsonl'), stray);
  const { checks } = await examined(store);
  expect(checks.journals).toMatchObject({
    ok: false,
    cure: expect.stringMatching(/but whoever writes next is refused: .*journal\.9\.jsonl is none .* move that out/),
  });
  expect(checks.journals?.cure).not.toContain('without a word');
  const refused = await run('settings', 'seats', '9', '--json');
  expect(refused.status).toBe(4);
  expect(checks.journals?.cure).toContain((refused.json() as { error: { message: string } }).error.message);
  await rm(stray);
  expect((await run('settings', 'seats', '9')).status).toBe(0);
});

test.each<[string, (text: string) => string, string]>([
  ['a plan that is cut short', () => '{', 'plan.json is no plan that handover can read: line 1 is not JSON.'],
  ['a plan that was edited', (text) => text.replace('John', 'Jane'), 'plan.json is not as it was made'],
  ['another plan', (text) => sealedAnew(text, { id: 'other' }), 'but not the one that run'],
  ['its plan with other pairs', (text) => sealedAnew(text, { pairs: [] }), 'but not the one that run'],
  ['its plan with another line', (text) => sealedAnew(text, { operator: 'else' }), 'but not the one that run'],
])('of a run %s', async (_what, edit, says) => {
  const { folder, run, json } = await demoFolder();
  await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  await run('apply', 'plan.json', '--confirm', 'jenny.andrews');
  const [{ id } = { id: '' }] = await json<{ id: string }[]>('runs');
  const store = path.join(folder, 'store');
  const file = path.join(store, 'runs', id, 'plan.json');
  expect((await examined(store)).checks['plans of runs']?.ok).toBe(true);
  await writeFile(file, edit(await readFile(file, 'utf8')));
  const { status, checks } = await examined(store);
  expect(status).toBe(4);
  expect(wrongIn(checks)).toEqual(['plans of runs']);
  expect(checks['plans of runs']?.message).toContain(says);
  expect(checks['plans of runs']?.cure).toContain('from a backup');
});

test('a kept checkpoint that is none any more, or not as it was written', async () => {
  const { folder } = await givenStore();
  const { writer } = await writeAt(folder);
  for (let count = 0; count < 3; count += 1) await writer.checkpoint();
  await writer.close();
  expect((await examined(folder)).checks.checkpoint).toMatchObject({
    ok: true,
    message: expect.stringMatching('3 before it'),
  });
  await writeFile(path.join(folder, 'checkpoint.1.json'), 'garbage');
  const second = path.join(folder, 'checkpoint.2.json');
  await writeFile(second, (await readFile(second, 'utf8')).replace('"generation":2', '"generation":7'));
  const { status, checks } = await examined(folder);
  expect(status).toBe(4);
  expect(wrongIn(checks)).toEqual(['checkpoint']);
  expect(checks.checkpoint?.message).toContain('of which checkpoint.1.json, checkpoint.2.json are damaged');
});

test.each([
  ['.', 0o500, 'the folder itself'],
  ['journal.1.jsonl', 0o400, 'journal.1.jsonl'],
  ['lock.db', 0o400, 'lock.db'],
  ['store.json', 0o200, 'store.json'],
])('its owner, whoever looks, could not work with %s of the mode %o', async (name, mode, says) => {
  const { folder } = await givenStore();
  await (await writeAt(folder)).writer.close();
  await chmod(path.join(folder, name), mode);
  onTestFinished(() => chmod(folder, 0o700));
  const { status, checks } = await examined(folder);
  expect(status).toBe(4);
  expect(wrongIn(checks)).toContain('files');
  expect(checks.files?.message).toContain(`may not do with all of the store what a run does: ${says}.`);
  expect(checks.files?.cure).toContain(`chmod -R u+rwX ${folder}`);
});

test('checkpoints and plans that can only be read, which nobody writes again, are no fault', async () => {
  const { folder } = await givenStore();
  await chmod(path.join(folder, 'store.json'), 0o400);
  expect((await examined(folder)).status).toBe(0);
});

test('a last record whose writing was cut short: where, how much of it, and that it is cut off by whoever writes next', async () => {
  const { folder } = await givenStore();
  const { writer } = await writeAt(folder);
  await writer.append([started('one', 0), finished('one')]);
  await writer.close();
  await appendFile(path.join(folder, 'journal.1.jsonl'), '{"sequence":3,"group":3');
  const { checks } = await examined(folder);
  expect(checks.journals?.ok).toBe(true);
  expect(checks.journals?.message).toContain('2 records');
  expect(checks.journals?.message).toContain('in journal.1.jsonl stand 23 bytes of a write that was cut short');
  expect(checks.journals?.cure).toContain('whoever writes to the store next cuts that off');
  await (await writeAt(folder)).writer.close();
  const { journals } = (await examined(folder)).checks;
  expect(journals?.message).not.toContain('cut short');
  expect(journals?.cure).toBeUndefined();
});

test('what a writer at work has not finished is no torn record', async () => {
  const { folder } = await givenStore();
  const { writer } = await writeAt(folder);
  onTestFinished(() => writer.close());
  await appendFile(path.join(folder, 'journal.1.jsonl'), '{"sequence":1');
  expect((await examined(folder)).checks.journals?.message).not.toContain('cut short');
});

test('who writes, and a run that broke off and has lost its plan', async () => {
  const { folder } = await givenStore();
  const { writer } = await writeAt(folder);
  onTestFinished(() => writer.close());
  await writer.append([started('one')]);
  const { checks } = await examined(folder);
  expect(checks.writer?.message).toContain(`admin on desk (process ${process.pid}) writes`);
  expect(wrongIn(checks)).toEqual(['runs', 'plans of runs']);
  expect(checks['plans of runs']?.cure).toContain('runs/one/plan.json');
  expect(checks.runs?.message).toContain('broke off: one');
  expect(checks.runs?.cure).toContain('handover runs show one');
});

test('an operator whom the store does not know, a catalogue that is none, and both in one line each', async () => {
  const { folder, run } = await demoFolder();
  await writeFile(path.join(folder, 'types.json'), '{}');
  const { status, stdout } = await run('doctor', '--as', 'nobody', '--catalogue', 'types.json');
  expect(status).toBe(4);
  expect(stdout).toMatch(/^NOT OK +operator +nobody is no operator of the store/m);
  expect(stdout).toMatch(/^NOT OK +catalogue +/m);
  expect(stdout).toMatch(/^2 of 15 want looking after\.$/m);
});

test('with --redact it says that accounts are hidden, in sentences that can be read', async () => {
  const { folder } = await givenStore();
  const told = (await examined(folder, '--redact')).checks;
  expect(told.operator?.message).toMatch(/^You work as operator\d+, under an account that --redact hides\.$/);
  expect(told.files?.message).toBe('All of the store belongs to one account, and nobody else can look into it.');
  await chmod(path.join(folder, 'store.json'), 0o644);
  expect((await examined(folder, '--redact')).checks.files?.message).toBe(
    'Others than its owner can get at what the store holds: store.json.',
  );
});

test.runIf(process.getuid?.() === 0)('of a store that is somebody else’s --redact does not say whose', async () => {
  const { folder } = await givenStore();
  const name = (await readFile('/etc/passwd', 'utf8')).match(/^([^:]+):[^:]*:65534:/m)?.[1] ?? '65534';
  await chown(folder, 65534, 65534);
  const plain = await runHandover(['doctor', '--store', folder]);
  expect(plain.stdout).toContain(name);
  for (const command of ['doctor', 'users']) {
    const { status, stdout, stderr } = await runHandover([command, '--store', folder, '--redact']);
    expect(status).toBe(command === 'users' ? 7 : 4);
    expect(stdout + stderr).toContain('belongs to another account, which --redact hides');
    expect(stdout + stderr).not.toContain(name);
  }
});

test('the account behind sudo, where the kernel has noted none', async () => {
  const { folder } = await demoFolder();
  const noted = await readFile('/proc/self/loginuid', 'utf8').catch(() => '4294967295');
  const environment = plainEnvironment(folder, { HANDOVER_STORE: 'store', SUDO_USER: 'jane' });
  const { stdout } = await runHandover(['doctor'], { cwd: folder, env: environment });
  expect(stdout.includes('logged in as jane')).toBe(noted.trim() === '4294967295');
});
