import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import { type DemoFolder, demoFolder } from './demo-folder.ts';

const FIRST = ['--source', '19', '--target', '21'] as const;

async function withPlan(): Promise<DemoFolder & { file: string; text: string }> {
  const demo = await demoFolder();
  const planned = await demo.run('plan', ...FIRST, '--out', 'plan.json');
  expect(planned.status).toBe(0);
  const file = path.join(demo.folder, 'plan.json');
  return { ...demo, file, text: await readFile(file, 'utf8') };
}

/** How `plan show` ends for plan.json, as a code of --json and in words, whose statuses must be one. */
async function verdictOn({ run }: DemoFolder, ...flags: string[]) {
  const told = await run('plan', 'show', 'plan.json', '--json', ...flags);
  const said = await run('plan', 'show', 'plan.json', ...flags);
  expect(said.status).toBe(told.status);
  const document = told.json() as Partial<Plan> & { error?: { code: string; message: string; hint: string } };
  if (document.error !== undefined) expect(said.stderr).toContain(document.error.hint);
  return { status: told.status, code: document.error?.code, isShown: document.pairs !== undefined, said };
}

test('a plan file reads as it was shown when it was made, with who made it, when, and how to run it', async () => {
  const { run, json, text } = await withPlan();
  const shown = await run('plan', 'show', 'plan.json');
  expect(shown).toMatchObject({ status: 0, stderr: '' });
  const made = (await run('plan', ...FIRST)).stdout;
  const body = made.slice(0, made.indexOf('\nNothing was changed.'));
  expect(shown.stdout).toContain(body);
  expect(shown.stdout).toMatch(/^plan\.json: plan \S+ of admin, made \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\n/);
  expect(shown.stdout.trimEnd().split('\n').at(-1)).toBe(
    'It can be run now: handover apply plan.json --confirm jenny.andrews',
  );
  expect(await json('plan', 'show', 'plan.json')).toEqual(JSON.parse(text));
  expect(await json('runs')).toEqual([]);
});

describe('a plan that has come by mail', () => {
  test.each<[string, (text: string) => string]>([
    ['with other line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', (text) => `\uFEFF${text}`],
    ['without its last line end', (text) => text.trimEnd()],
    ['on one line', (text) => JSON.stringify(JSON.parse(text))],
  ])('%s is read, and runs', async (_what, sent) => {
    const demo = await withPlan();
    await writeFile(demo.file, sent(demo.text));
    expect(await verdictOn(demo)).toMatchObject({ status: 0, code: undefined });
    expect((await demo.run('apply', 'plan.json', '--confirm', 'jenny.andrews')).status).toBe(0);
  });

  test.each<[string, (text: string) => string, string]>([
    ['cut short', (text) => text.slice(0, text.length / 2), 'broken-plan'],
    ['wrapped within a word', (text) => text.replace('John Smith', 'John\nSmith'), 'broken-plan'],
    ['as something else', () => '<html></html>', 'broken-plan'],
    ['with another target', (text) => text.replace('"id": 21', '"id": 22'), 'edited-plan'],
    ['in another encoding', (text) => text.replace('John', 'J\uFFFDhn'), 'edited-plan'],
  ])('%s is refused by name and not shown', async (_what, sent, code) => {
    const demo = await withPlan();
    await writeFile(demo.file, sent(demo.text));
    const { said, ...verdict } = await verdictOn(demo);
    expect(verdict).toEqual({ status: 4, code, isShown: false });
    expect(said.stdout).toBe('');
    expect(said.stderr).toContain('plan.json');
  });
});

describe('a plan that would not run now is shown all the same, and says why', () => {
  test('for another store', async () => {
    const demo = await withPlan();
    await demo.run('demo', '--store', 'other', '--seed', '7');
    const { said, ...verdict } = await verdictOn(demo, '--store', 'other');
    expect(verdict).toEqual({ status: 4, code: 'foreign-plan', isShown: true });
    expect(said.stdout).toContain('FROM John Smith (19) INTO Jenny Andrews (21)');
    expect(said.stdout).not.toContain('handover apply');
  });

  test('stale, done, or not for this operator', async () => {
    const demo = await withPlan();
    expect(await verdictOn(demo, '--as', 'auditor')).toMatchObject({ status: 7, code: 'not-permitted', isShown: true });
    await demo.run('plan', '--source', '20', '--target', '21', '--out', 'second.json');
    expect((await demo.run('apply', 'second.json', '--confirm', 'jenny.andrews')).status).toBe(0);
    const stale = await verdictOn(demo);
    expect(stale).toMatchObject({ status: 5, code: 'stale-plan', isShown: true });
    expect(stale.said.stderr).toContain('Jenny Andrews (21)');
    await writeFile(demo.file, await readFile(path.join(demo.folder, 'second.json')));
    expect(await verdictOn(demo)).toMatchObject({ status: 4, code: 'already-done', isShown: true });
  });
});

test('all rows of an import are shown, and nobody by name under --redact', async () => {
  const { folder, run } = await demoFolder();
  const rows = Array.from({ length: 60 }, (_, index) => `0,new${index}@lindenhall.example,New,Person ${index}`);
  await writeFile(path.join(folder, 'new.csv'), ['User ID,Email,First Name,Last Name', ...rows, ''].join('\n'));
  expect((await run('import', 'new.csv', '--out', 'plan.json')).stdout).toContain('and 40 more rows');
  const shown = await run('plan', 'show', 'plan.json');
  expect(shown.status).toBe(0);
  expect(shown.stdout.match(/ is created$/gm)).toHaveLength(60);
  expect(shown.stdout).toMatch(/It can be run now: handover apply plan\.json --confirm 'IMPORT 60'/);
  const redacted = await run('plan', 'show', 'plan.json', '--redact');
  expect(redacted.status).toBe(0);
  expect(redacted.stdout).not.toContain('new5@lindenhall.example');

  const { confirm } = (await run('plan', 'show', 'plan.json', '--json')).json() as Plan;
  await run('apply', 'plan.json', '--confirm', confirm);
  expect((await run('undo', '--out', 'undo.json')).stdout).toContain('and 10 more rows');
  const undo = await run('plan', 'show', 'undo.json');
  expect(undo.stdout.match(/^line \d+: New Person/gm)).toHaveLength(60);
});
