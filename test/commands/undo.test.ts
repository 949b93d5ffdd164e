import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import type { RunSummary } from '../../source/model/run.ts';
import { openAt } from '../store/given-store.ts';
import { codeOf, type DemoFolder, demoFolder } from './demo-folder.ts';

/** What the three people of the chain own, by data type. */
async function owned({ folder }: DemoFolder): Promise<unknown[]> {
  const people = await (await openAt(path.join(folder, 'store'))).people([19, 21, 23]);
  return [...people.values()].map(({ records }) => Object.entries(records).sort());
}

/** Carries 21 into 23 and then 19 into 21, one run, and gives its id. */
async function runChain({ folder, run, json }: DemoFolder): Promise<string> {
  await writeFile(path.join(folder, 'pairs.csv'), 'From User ID,To User ID\n19,21\n21,23\n');
  await run('plan', '--file', 'pairs.csv', '--out', 'plan.json');
  const applied = await run('apply', 'plan.json', '--confirm', 'TRANSFER 2');
  expect(applied.status, applied.stderr).toBe(0);
  const [newest] = await json<RunSummary[]>('runs');
  const id = newest?.id ?? '';
  expect(applied.stdout).toContain(`Take it back with: handover undo ${id} --out undo.json`);
  return id;
}

test('a chain is shown, undone from its end, told in runs, and may be carried again', async () => {
  const demo = await demoFolder();
  const { run, json } = demo;
  const before = await owned(demo);
  const seen = async () => [
    (await run('users', 'show', '21')).stdout,
    (await run('users', 'show', '21', '--json')).stdout,
  ];
  const seenBefore = await seen();
  const id = await runChain(demo);
  const after = await owned(demo);

  const shown = await run('undo', id, '--out', 'undo.json');
  expect(shown.status).toBe(0);
  expect(shown.stdout).toMatch(
    /^Undo of run \S+\n\nBACK TO John Smith \(19\) FROM Jenny Andrews \(21\)\nBACK TO Jenny Andrews \(21\) FROM Agent 1 \(23\)\n\nWhat is put back\n/,
  );
  expect(shown.stdout).toMatch(/^ {2}Agent schedules +\d+ returned, \d+ restored$/m);
  expect(shown.stdout).not.toContain('Changed since');
  expect(shown.stdout).toMatch(/^Run it with: handover apply undo\.json --confirm "UNDO 2"$/m);
  expect(await owned(demo)).toEqual(after);
  const refused = codeOf(run('apply', 'plan.json', '--confirm', 'TRANSFER 2', '--json'));
  expect(await refused).toEqual({ status: 4, code: 'already-done' });

  const applied = await run('apply', 'undo.json', '--confirm', 'UNDO 2');
  expect(applied.status, applied.stderr).toBe(0);
  expect(applied.stdout).toMatch(/^Undone: /);
  expect(await owned(demo)).toEqual(before);
  expect(await seen()).toEqual(seenBefore);
  const [undo, first] = await json<RunSummary[]>('runs');
  expect(undo).toMatchObject({ operation: 'undo', undoOf: id, counts: { done: 2, undone: 0 } });
  expect(first).toMatchObject({ id, operation: 'transfer', undoOf: null, counts: { done: 2, undone: 2 } });
  const told = await run('runs', 'show', id);
  expect(told.stdout).toContain(`done, undone by ${undo?.id}  John Smith (19) into Jenny Andrews (21)`);
  expect(told.stdout).toContain('2 pairs: 2 done, 0 failed, 0 left; 2 undone since');
  expect(told.stdout).toMatch(/State +undone since \(succeeded\)/);
  expect((await run('runs')).stdout).toContain(`undo of ${id}`);
  expect(await codeOf(run('undo', id, '--json'))).toEqual({ status: 4, code: 'nothing-to-undo' });

  expect((await run('plan', '--file', 'pairs.csv')).status).toBe(0);

  const again = await run('undo', undo?.id ?? '', '--out', 'again.json');
  expect(again.stdout).toContain('AGAIN FROM John Smith (19) INTO Jenny Andrews (21)\n');
  expect((await run('apply', 'again.json', '--confirm', 'UNDO 2')).status).toBe(0);
  expect(await owned(demo)).toEqual(after);
  const redone = await run('runs', 'show', (await json<RunSummary[]>('runs'))[0]?.id ?? '');
  expect(redone.stdout).toContain('done  John Smith (19) into Jenny Andrews (21)');
  expect((await run('audit')).stdout).toMatch(
    /back to John Smith .*\n(.*\n)+.*John Smith \(19\) into Jenny Andrews \(21\) +done/,
  );
});

test('one type of one pair: the pair is undone in part, is not carried again, and the rest can be undone', async () => {
  const demo = await demoFolder();
  const { run, json } = demo;
  const before = await owned(demo);
  const id = await runChain(demo);
  const some = ['--pair', '19:21', '--only', 'agent-schedules'];
  const plan = await json<Plan>('undo', id, ...some, '--out', 'undo.json');
  expect(plan).toMatchObject({ operation: 'undo', undoOf: { run: id, overwriteChanged: false }, confirm: 'UNDO 1' });
  expect(plan.pairs.map(({ undo }) => Object.keys(undo))).toEqual([['agent-schedules']]);
  expect((await run('apply', 'undo.json', '--confirm', 'UNDO 1')).status).toBe(0);

  const [undo] = await json<RunSummary[]>('runs');
  const told = (await run('runs', 'show', id)).stdout;
  expect(told).toContain(`done, partly undone by ${undo?.id}  John Smith`);
  expect(told).toMatch(/State +partly undone since \(succeeded\)/);
  const again = await run('plan', '--source', '19', '--target', '21');
  expect(again.status).toBe(4);
  expect(again.stdout).toContain(`handover undo ${id} --pair 19:21`);

  await run('undo', id, '--out', 'rest.json');
  expect((await run('apply', 'rest.json', '--confirm', 'UNDO 2')).status).toBe(0);
  expect(await owned(demo)).toEqual(before);
});

test('what was carried further since is told by pair and type, and stays with whom it went to', async () => {
  const demo = await demoFolder();
  const { run } = demo;
  const id = await runChain(demo);
  const { json } = demo;
  const single = ['--source', '21', '--target', '25', '--only', 'ccrs', '--out', 'further.json'];
  const { confirm } = await json<Plan>('plan', ...single);
  const further = await run('apply', 'further.json', '--confirm', confirm);
  expect(further.status, further.stderr).toBe(0);
  const { stdout } = await run('undo', id);
  const changed = stdout.slice(stdout.indexOf('Changed since'), stdout.indexOf('In all'));
  const [later] = await json<RunSummary[]>('runs');
  expect(changed.split('\n').map((line) => line.trim().replace(/^(CCRs) +\d+ +/, '$1 '))).toEqual([
    'Changed since',
    `Between John Smith (19) and Jenny Andrews (21), touched since by run ${later?.id}`,
    'CCRs all of this type stays as it is',
    'What went on to somebody else or was replaced since stays so, with all of its type that hangs together with it.',
    `To have it back, undo run ${later?.id} first`,
    'None of it can be overwritten.',
    '',
    'Warnings',
    expect.stringMatching(/^After it, run .* carried Jenny Andrews \(21\) into .* \(25\), with 1 kind of data /),
    `Undo run ${later?.id} first to have everything as it was.`,
    '',
    '',
  ]);
  expect(stdout.split('\n')[1]).toBe(
    `A later run touched the same people: to have everything as it was, undo it first: ${later?.id}`,
  );
  // With nothing of it left to be put back, there is no plan to run.
  const none = await run('undo', id, '--pair', '19:21', '--only', 'ccrs', '--out', 'none.json');
  expect({ status: none.status, said: none.stdout.trimEnd().split('\n').at(-1) }).toEqual({
    status: 4,
    said: 'There is nothing to do: all that could be put back has changed since. none.json was not written.',
  });
  const onPurpose = await json<Plan>('undo', id, '--pair', '19:21', '--overwrite-changed');
  expect(onPurpose.pairs[0]?.undo.ccrs).toMatchObject({ returned: 0, outcome: 'left-alone' });
});

test('nothing but the undo itself needs the wish to be clear: what cannot be meant is refused', async () => {
  const demo = await demoFolder();
  const { run } = demo;
  const id = await runChain(demo);
  const code = (...args: string[]) => codeOf(run('undo', ...args, '--json'));
  expect(await code('nobody')).toEqual({ status: 2, code: 'unknown-run' });
  expect(await code(id, '--pair', '19')).toEqual({ status: 2, code: 'bad-value' });
  expect(await code(id, '--pair', '19:x')).toEqual({ status: 2, code: 'not-an-id' });
  expect(await code(id, '--pair', '21:19')).toEqual({ status: 2, code: 'unknown-pair' });
  expect(await code(id, '--only', 'badges')).toEqual({ status: 2, code: 'unknown-type' });
  expect(await code(id, '--without', 'evaluation-statistics')).toEqual({ status: 2, code: 'locked-type' });
  expect(await code(id, '--as', 'auditor')).toEqual({ status: 7, code: 'not-permitted' });
});
