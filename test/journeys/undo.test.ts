import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import type { RunSummary } from '../../source/model/run.ts';
import { type DemoFolder, demoFolder } from '../commands/demo-folder.ts';
import type { Terminal } from '../helpers/terminal.ts';
import { choose, chooseJohnAndJenny, confirm, farewellOf, openWizard, quit, runFromTypes } from './session.ts';

/** Everything about these people. */
function peopleOf(demo: DemoFolder, ...ids: number[]): Promise<unknown[]> {
  return Promise.all(ids.map((id) => demo.json('users', 'show', String(id))));
}

/** Carries one pair without the wizard, and gives the id of its run. */
async function carry(demo: DemoFolder, source: number, target: number): Promise<string> {
  const file = `${source}-${target}.json`;
  const pair = ['--source', String(source), '--target', String(target)];
  const { confirm: phrase } = await demo.json<Plan>('plan', ...pair, '--out', file);
  expect((await demo.run('apply', file, '--confirm', phrase)).status).toBe(0);
  return (await runsOf(demo))[0]?.id ?? '';
}

function runsOf(demo: DemoFolder): Promise<RunSummary[]> {
  return demo.json<RunSummary[]>('runs');
}

/** From the first screen to the result of the run that the filter finds alone. */
async function openRun(terminal: Terminal, id: string): Promise<void> {
  await choose(terminal, 'History');
  await terminal.waitFor(/^Filter: /m);
  // What was typed there before is still there. An undo is found by the id of its run, too.
  if (!terminal.screen().some((line) => line.includes(`transfer ${id}`))) terminal.type(`transfer ${id}`);
  await terminal.waitFor(new RegExp(`❯ ${id}`));
  terminal.press('enter');
  await terminal.waitFor('Save the log of this run');
}

/** From a result, through what is put back, to the review with its plan. */
async function reviewUndo(terminal: Terminal): Promise<void> {
  await choose(terminal, 'Undo this run');
  await terminal.waitFor('data types are put back;');
  terminal.press('enter');
  await terminal.waitFor('[By type');
}

test('a run is undone from its result, everybody has again what they had, and the undo is undone in turn', async () => {
  const demo = await demoFolder();
  const before = await peopleOf(demo, 19, 21);
  const terminal = await openWizard(demo);
  await chooseJohnAndJenny(terminal);
  await runFromTypes(terminal, 'jenny.andrews');
  await terminal.waitFor('Data Transfer Successful');
  const carried = await peopleOf(demo, 19, 21);
  expect(carried).not.toEqual(before);

  await reviewUndo(terminal);
  expect(terminal.screen()[0]).toMatch(/^handover {2}Undo 2\/6: Review the undo /);
  expect(terminal.screen()[2]).toBe('UNDO: BACK TO John Smith (19) FROM Jenny Andrews (21)');
  terminal.press('d');
  await terminal.waitFor('returned');
  terminal.press('escape');
  await confirm(terminal, 'UNDO 1', 'Undo');
  await terminal.waitFor('Undone: what the review showed has been put back.');
  expect(terminal.screen()[2]).toBe('UNDO: BACK TO John Smith (19) FROM Jenny Andrews (21)');
  expect(await peopleOf(demo, 19, 21)).toEqual(before);
  const [undo, run] = await runsOf(demo);
  expect(undo).toMatchObject({ operation: 'undo', undoOf: run?.id, state: 'succeeded' });
  expect(run?.counts).toMatchObject({ done: 1, undone: 1 });

  await reviewUndo(terminal);
  await confirm(terminal, 'UNDO 1', 'Undo');
  await terminal.waitFor(`It is the undo of run ${undo?.id}.`);
  expect(terminal.screen()[2]).toBe('UNDO: AGAIN FROM John Smith (19) INTO Jenny Andrews (21)');
  expect(await peopleOf(demo, 19, 21)).toEqual(carried);
  expect((await runsOf(demo)).map(({ counts }) => counts.undone)).toEqual([0, 1, 0]);
  expect(await quit(terminal)).toBe(0);
  expect(farewellOf(terminal).replaceAll(' ', '')).toContain(`,anundoof${undo?.id}:1done,0failed,0left.`);
});

test('one pair of a run is undone from History, the others stay as the run left them', async () => {
  const demo = await demoFolder();
  await writeFile(path.join(demo.folder, 'pairs.csv'), 'From User ID,To User ID\n19,21\n20,22\n23,24\n');
  const before = await peopleOf(demo, 20, 22);
  const { confirm: phrase } = await demo.json<Plan>('plan', '--file', 'pairs.csv', '--out', 'plan.json');
  expect((await demo.run('apply', 'plan.json', '--confirm', phrase)).status).toBe(0);
  const others = await peopleOf(demo, 19, 21, 23, 24);
  const [run] = await runsOf(demo);

  const terminal = await openWizard(demo);
  await openRun(terminal, run?.id ?? '');
  terminal.press('tab');
  await terminal.waitFor('[all 3]');
  terminal.press('down');
  await terminal.waitFor(/❯ done .*20 James Anderson/);
  terminal.press('enter', 'u');
  await terminal.waitFor('data types are put back;');
  expect(terminal.screen()[2]).toBe('UNDO: BACK TO James Anderson (20) FROM Sam Rodgers (22)');
  terminal.press('enter');
  await confirm(terminal, 'UNDO 1', 'Undo');
  await terminal.waitFor('Undone: what the review showed has been put back.');
  expect(await peopleOf(demo, 20, 22)).toEqual(before);
  expect(await peopleOf(demo, 19, 21, 23, 24)).toEqual(others);

  terminal.press('escape');
  await terminal.waitFor(/❯ undone +│ 20 James Anderson/);
  terminal.press('enter');
  await terminal.waitFor('Undone by run');
  terminal.press('u');
  await terminal.waitFor('it was undone already, by run');
  terminal.press('escape');
  await terminal.waitFor('type a name or an ID');
  terminal.type('jenny');
  await terminal.waitFor(/❯ done +│ 19 John Smith/);
  terminal.press('escape');
  await terminal.waitFor('type a name or an ID');
  terminal.press('tab', 'tab', 'tab', 'tab');
  await terminal.waitFor('[undone 1]');
  terminal.press('escape');
  await terminal.waitFor('Partly undone since, by run');
  expect(await quit(terminal)).toBe(0);
});

test('what changed since is told and left alone; pressed for, it is overwritten', async () => {
  const demo = await demoFolder();
  const before = await peopleOf(demo, 19, 21);
  const run = await carry(demo, 19, 21);
  await carry(demo, 20, 19);

  const terminal = await openWizard(demo);
  await openRun(terminal, run);
  await reviewUndo(terminal);
  await terminal.waitFor(/^1 LATER RUN, \d+ CHANGED SINCE: left alone, /m);
  terminal.press('right', 'right');
  await terminal.waitFor('[Changed since');
  await terminal.waitFor('Agent schedules: left alone; nothing of this type is put back');
  terminal.press('left', 'left');
  await confirm(terminal, 'UNDO 1', 'Undo');
  await terminal.waitFor('of 1 pair something stays as it is.');
  await terminal.waitFor('partly done  back to John Smith (19) from Jenny Andrews (21)');

  terminal.press('escape');
  await openRun(terminal, run);
  await reviewUndo(terminal);
  terminal.press('enter');
  await terminal.waitFor('Nothing would be put back: all of it has changed since.');
  terminal.press('o');
  await terminal.waitFor(/^1 LATER RUN, \d+ OVERWRITTEN, /m);
  await terminal.waitFor('what was changed is LOST.');
  terminal.press('enter');
  await terminal.waitFor('[ Cancel ]');
  await terminal.waitFor(/OVERWRITTEN: [\d,]+ records that changed since the run; what was changed is LOST,/);
  terminal.press('escape');
  await terminal.waitFor('[By type');
  await confirm(terminal, 'UNDO 1 OVERWRITE', 'Undo');
  await terminal.waitFor('Undone: what the review showed has been put back.');
  await terminal.waitFor(/\d+ OVERWRITTEN/);
  const [john, jenny] = await peopleOf(demo, 19, 21);
  expect(jenny).toEqual(before[1]);
  const schedulesOf = (person: unknown) =>
    (person as { records: Record<string, unknown[]> }).records['agent-schedules'];
  expect(schedulesOf(john)).toEqual(schedulesOf(before[0]));
  expect(await quit(terminal)).toBe(0);
});
