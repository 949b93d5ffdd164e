import { isDeepStrictEqual } from 'node:util';
import { HandoverError } from '../../errors.ts';
import { carriesAgain } from '../../model/carries-again.ts';
import type { TypeChange, UndoChange } from '../../model/change.ts';
import { USER_INFORMATION } from '../../model/merge-choices.ts';
import type { Plan, PlannedPair } from '../../model/plan.ts';
import type { Run } from '../../model/run.ts';
import { readRunPlan } from '../../session/read-run-plan.ts';
import { listUndoSwitches } from '../../transfer/choose-undo-types.ts';
import type { UndoStart } from '../task.ts';
import type { Desk } from './desk.ts';
import { openRun } from './run-tasks.ts';

/**
 * What there is to be put back of run `id`: of all its pairs, or of `pairs`.
 * @throws HandoverError `unknown-run`, `nothing-to-undo`, `unreadable` …
 */
export async function openUndo(id: string, pairs: UndoStart['pairs'], desk: Desk): Promise<UndoStart> {
  const run = await openRun(id, desk);
  const plan = await readRunPlan(desk.session.info.location, id);
  const named = standingPairs(run, pairs);
  const types = touchedBy(plan, named, desk);
  const isAgain = carriesAgain(id, await desk.session.store.runs());
  return { run: id, pairs, named, types, without: new Set(), overwriteChanged: false, isAgain };
}

/**
 * The failed pairs of run `id`, an undo, to be put back once more: with the data types and the answer to changes that
 * it had.
 * @throws HandoverError `unknown-run`, `nothing-to-undo`, `unreadable` …
 */
export async function openUndoAgain(id: string, desk: Desk): Promise<UndoStart> {
  const run = await openRun(id, desk);
  const plan = await readRunPlan(desk.session.info.location, id);
  const failed = run.pairs.filter(({ state }) => state === 'failed');
  const start = await openUndo(plan.undoOf?.run ?? id, failed, desk);
  const ids = start.types.map((type) => type.id);
  const carried = new Set(plan.carried);
  const choosable = listUndoSwitches(desk.session.catalogue, ids).filter(({ locked }) => locked === null);
  const declined = [USER_INFORMATION, ...choosable.map(({ type }) => type.id)].filter(
    (id) => ids.includes(id) && !carried.has(id),
  );
  const overwriteChanged = plan.undoOf?.overwriteChanged ?? false;
  return { ...start, pairs: start.named, without: new Set(declined), overwriteChanged };
}

/** Those that the run did and that nothing has put back since, of all its pairs or of `pairs`. */
function standingPairs(run: Run, pairs: UndoStart['pairs']): UndoStart['named'] {
  const wanted = pairs === null ? null : new Set(pairs.map(keyOf));
  const named = run.pairs
    .filter(({ state, undone }) => state === 'done' && undone?.whole !== true)
    .filter((pair) => wanted?.has(keyOf(pair)) ?? true)
    .map(({ source, target }) => ({ source, target }));
  if (named.length > 0) return named;
  throw new HandoverError(
    'usage',
    'nothing-to-undo',
    `Nothing of ${pairs === null ? `run ${run.id}` : 'that'} is left to be put back.`,
    'It was undone already, or never carried.',
  );
}

function touchedBy({ pairs }: Plan, named: UndoStart['named'], { session }: Desk): UndoStart['types'] {
  const wanted = new Set(named.map(keyOf));
  const touched = pairs.filter(({ source, target }) => wanted.has(keyOf({ source: source.id, target: target.id })));
  return [USER_INFORMATION, ...session.catalogue.types.map(({ id }) => id)]
    .map((id) => ({ id, records: touched.reduce((sum, pair) => sum + recordsTouched(pair, id), 0) }))
    .filter(({ records }) => records > 0);
}

/** How many records of a data type the run did something to. */
function recordsTouched({ changes, undo, fields }: PlannedPair, type: string): number {
  if (type === USER_INFORMATION) return fieldsChanged(fields) + returnedRecords(undo[type]);
  return carriedRecords(changes[type]) + returnedRecords(undo[type]);
}

/** The profile fields of the target that a merge changed. */
function fieldsChanged(fields: PlannedPair['fields']): number {
  return fields.filter(({ taken, source, target }) => taken !== 'target' && !isDeepStrictEqual(source, target)).length;
}

function carriedRecords(change: TypeChange | undefined): number {
  if (change === undefined) return 0;
  const { combined, replaced, deduplicated, summed, derived } = change;
  return combined + replaced + deduplicated + summed + derived;
}

function returnedRecords(change: UndoChange | undefined): number {
  return change === undefined ? 0 : Math.max(change.returned, change.removed) + change.restored;
}

function keyOf({ source, target }: { source: number; target: number }): string {
  return `${source}:${target}`;
}
