import { expect, test } from 'vitest';
import { describeEnd } from '../../source/commands/describe-run.ts';
import { NO_UNDO } from '../../source/model/change.ts';
import { goOnCommand } from '../../source/model/go-on-command.ts';
import type { Run, RunCounts, RunPair, RunState } from '../../source/model/run.ts';
import { runExitStatus } from '../../source/model/run-exit-status.ts';
import { stateHeadline, stateWords } from '../../source/model/run-words.ts';
import { undoCountsText } from '../../source/model/undo-counts-text.ts';
import { PEOPLE } from '../pairs/people.ts';

function ended(state: RunState, pairs: RunPair[], but: Partial<Run> = {}): string[] {
  const count = (wanted: RunPair['state']) => pairs.filter((pair) => pair.state === wanted).length;
  const counts: RunCounts = {
    pairs: pairs.length,
    done: count('done'),
    failed: count('failed'),
    left: count('left'),
    undone: 0,
  };
  const run = { id: 'run-1', operation: 'transfer', undoOf: null, state, counts, pairs, ...but } as Partial<Run> as Run;
  return describeEnd(run, PEOPLE, goOnCommand('my plan.json', null), run.undoOf !== null);
}

const DONE: RunPair = { source: 20, target: 22, state: 'done' };
const FAILED: RunPair = { source: 19, target: 21, state: 'failed', code: 'stale', reason: 'They have changed.' };
const LEFT: RunPair = { source: 30, target: 31, state: 'left' };
const OF_FAILED = '  19  John Smith (19) into Jenny Andrews (21): They have changed.';

test('a run that succeeded', () => {
  expect(ended('succeeded', [DONE])).toEqual([
    'Data Transfer Successful',
    'Run run-1, 1 pair: 1 done, 0 failed, 0 left.',
    'Every pair of it: handover runs show run-1',
    'Take it back with: handover undo run-1 --out undo.json',
  ]);
});

test('an undo tells what it did to records, and loudly what it overwrote', () => {
  const run = { id: 'run-2', operation: 'undo', undoOf: 'run-1', state: 'succeeded', pairs: [DONE] } as Partial<Run>;
  const counts = { pairs: 1, done: 1, failed: 0, left: 0, undone: 0 };
  const undone = { ...NO_UNDO, returned: 12, restored: 4, changed: 3, overwritten: 3 };
  expect(describeEnd({ ...run, counts } as Run, PEOPLE, '', true, [`Records: ${undoCountsText(undone)}.`])).toContain(
    'Records: 12 returned, 4 restored, 3 OVERWRITTEN.',
  );
});

test('a run of which pairs failed lists them after its headline', () => {
  expect(ended('finished-with-errors', [DONE, FAILED])).toEqual([
    'Errors occurred during data transfer. The user IDs listed below were not transferred.',
    OF_FAILED,
    'Run run-1, 2 pairs: 1 done, 1 failed, 0 left.',
    'Every pair of it: handover runs show run-1',
    'Do not run again what was carried; try just the failed pairs: handover retry run-1 --out retry.json',
    'Take it back with: handover undo run-1 --out undo.json',
  ]);
});

test('rows of an import that failed are tried again by its file; those that made somebody are problems then', () => {
  const said = ended('finished-with-errors', [DONE, FAILED], { operation: 'import' }).join('\n');
  expect(said).toContain('To try what failed, import the file once more: rows that are done count as unchanged;');
  expect(said).toContain('those that made somebody new (User ID 0) as problems, since they are there already');
  expect(said).not.toContain('handover retry');
});

test.each([
  ['stopped', 'Stopped: what is left was not transferred.'],
  ['interrupted', 'Interrupted: the run ended before its time. What is left was not transferred.'],
] as const)('a run that was %s says so first, then what failed, and how to go on', (state, headline) => {
  expect(ended(state, [DONE, FAILED, LEFT])).toEqual([
    headline,
    OF_FAILED,
    'Run run-1, 3 pairs: 1 done, 1 failed, 1 left.',
    "Go on with what is left: handover apply 'my plan.json'",
    'What is done is not done a second time.',
    'Or leave it at that: handover stop run-1 --for-good',
  ]);
});

test('a run that was stopped, and of which something was undone since, is not gone on with by its plan', () => {
  const undone = { ...DONE, undone: { by: ['run-2'], whole: true } };
  const wayOn = (pairs: RunPair[]) => ended('stopped', pairs).slice(2).join(' ');
  expect(wayOn([undone, LEFT])).toContain('handover stop run-1 --for-good');
  expect(wayOn([undone, LEFT])).toContain('goes into a new plan');
  expect(wayOn([undone, LEFT])).not.toContain('handover apply');
});

test('a run that was stopped for good says so, and nobody is asked to go on with it', () => {
  expect(ended('stopped', [DONE, LEFT], { closed: true })).toEqual([
    'Stopped for good: what is left stays as it is.',
    'Run run-1, 2 pairs: 1 done, 0 failed, 1 left.',
    'Every pair of it: handover runs show run-1',
    'What is left can be had as a new plan: handover retry run-1 --out retry.json',
    'Take it back with: handover undo run-1 --out undo.json',
  ]);
});

test('a failed pair that a later run has carried names that run, and is not offered for a retry', () => {
  const since = { ...FAILED, since: 'run-2' };
  expect(ended('finished-with-errors', [DONE, since])).toEqual([
    'Errors occurred during data transfer. The user IDs listed below were not transferred.',
    `${OF_FAILED} (carried by run run-2 since)`,
    'Run run-1, 2 pairs: 1 done, 1 failed, 0 left.',
    'Every pair of it: handover runs show run-1',
    'Take it back with: handover undo run-1 --out undo.json',
  ]);
});

test('the command that goes on asks for the phrase of what is left, and for none where nothing is', () => {
  expect(goOnCommand('plan.json', { confirm: 'TRANSFER 1', pairs: ['one'] })).toBe(
    "handover apply plan.json --confirm 'TRANSFER 1'",
  );
  expect(goOnCommand('plan.json', { confirm: '-x', pairs: ['one'] })).toBe('handover apply plan.json --confirm=-x');
  expect(goOnCommand('plan.json', { confirm: 'TRANSFER 0', pairs: [] })).toBe('handover apply plan.json');
});

test('a run that broke off with nothing left can be brought to its end', () => {
  expect(ended('interrupted', [DONE]).at(-1)).toBe(
    "Nothing is left of it. To bring it to its end: handover apply 'my plan.json'",
  );
});

test('a run that its store stopped says why, and goes on once that is put right', () => {
  expect(ended('stopped', [DONE, LEFT], { reason: 'The disk under /srv is full.' })).toEqual([
    'Stopped: what is left was not transferred.',
    'Why it stopped: The disk under /srv is full.',
    'Run run-1, 2 pairs: 1 done, 0 failed, 1 left.',
    "Once that is put right, go on with what is left: handover apply 'my plan.json'",
    'What is done is not done a second time.',
    'Or leave it at that: handover stop run-1 --for-good',
  ]);
});

test('an undo is told in words of its own, with what it left alone and the way back', () => {
  const undo: Partial<Run> = { operation: 'undo', undoOf: 'run-0' };
  expect(ended('finished-with-errors', [{ ...DONE, partly: true }, FAILED], undo)).toEqual([
    'Errors occurred during the undo. The user IDs listed below were not put back.',
    '  19  back to John Smith (19) from Jenny Andrews (21): They have changed.',
    'Run run-1, 2 pairs: 1 done, 1 failed, 0 left.',
    'Every pair of it: handover runs show run-1',
    'Do not run again what was carried; try just the failed pairs: handover retry run-1 --out retry.json',
    'Of 1 pair some stays as it is. The rest: handover undo run-0 --out rest.json',
    'Take it back with: handover undo run-1 --out undo.json',
  ]);
});

test('what was undone since is counted, and all of it undone offers no undo', () => {
  const undone: RunPair = { ...DONE, undone: { by: ['run-2'], whole: true } };
  const counts: RunCounts = { pairs: 1, done: 1, failed: 0, left: 0, undone: 1 };
  expect(ended('succeeded', [undone], { counts })).toEqual([
    'Data Transfer Successful',
    'Run run-1, 1 pair: 1 done, 0 failed, 0 left; 1 undone since.',
    'Every pair of it: handover runs show run-1',
  ]);
});

test('a merge is told in words of its own', () => {
  expect(ended('succeeded', [DONE], { operation: 'merge' })[0]).toBe('Merge Successful');
  expect(ended('finished-with-errors', [FAILED], { operation: 'merge' }).slice(0, 2)).toEqual([
    'Errors occurred during the merge. The user IDs listed below were not merged.',
    OF_FAILED,
  ]);
  expect(ended('stopped', [DONE, LEFT], { operation: 'merge' })[0]).toBe('Stopped: what is left was not merged.');
});

test('each state has its words, headline and exit status', () => {
  const states: RunState[] = ['running', 'succeeded', 'finished-with-errors', 'stopped', 'interrupted'];
  expect(states.map((state) => stateWords({ state }))).toEqual([
    'in progress',
    'succeeded',
    'finished with errors',
    'stopped',
    'interrupted',
  ]);
  expect(new Set(states.map((state) => stateHeadline({ state, operation: 'transfer' }))).size).toBe(states.length);
  expect(states.map(runExitStatus)).toEqual([0, 0, 3, 3, 130]);
});
