import { HandoverError } from '../../errors.ts';
import { carriesAgain } from '../../model/carries-again.ts';
import { USER_INFORMATION } from '../../model/merge-choices.ts';
import type { Plan } from '../../model/plan.ts';
import type { Run } from '../../model/run.ts';
import { makeUndo } from '../../session/make-undo.ts';
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
  const named = standingPairs(run, pairs);
  const wish = { run: id, pairs: pairs === null ? null : named, types: null, overwriteChanged: false };
  const types = standingTypes(await makeUndo(wish, desk.session, desk.context), desk);
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
    'It was undone already, or never done.',
  );
}

/** What still stands by data type, the profile first: of what was put back already, `plan` has nothing. */
function standingTypes({ pairs }: Plan, { session }: Desk): UndoStart['types'] {
  return [USER_INFORMATION, ...session.catalogue.types.map(({ id }) => id)].flatMap((id) => {
    const changes = pairs.flatMap(({ undo }) => undo[id] ?? []);
    const changed = changes.reduce((sum, change) => sum + change.changed, 0);
    // What is returned of a profile is the mark of the source, and no field.
    const records = changes.reduce(
      (sum, { returned, restored, removed }) => sum + (id === USER_INFORMATION ? 0 : returned) + restored + removed,
      changed,
    );
    return changes.length === 0 ? [] : [{ id, records, changed }];
  });
}

function keyOf({ source, target }: { source: number; target: number }): string {
  return `${source}:${target}`;
}
