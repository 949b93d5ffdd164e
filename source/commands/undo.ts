import { operationOfRun } from '../model/operation-of-run.ts';
import { permissionError } from '../model/permission-error.ts';
import type { Run } from '../model/run.ts';
import { makeUndo } from '../session/make-undo.ts';
import { openSession, type Session } from '../session/open-session.ts';
import { readRunPlan } from '../session/read-run-plan.ts';
import { chooseUndoTypes } from '../transfer/choose-undo-types.ts';
import { typesOfPlan } from '../transfer/types-of-plan.ts';
import type { Command } from './command.ts';
import { findRun } from './find-run.ts';
import type { Flags } from './flags.ts';
import { givePlan } from './give-plan.ts';
import { readId } from './read-id.ts';
import { type Ids, readPairs } from './read-pairs.ts';
import { readTypes } from './read-types.ts';

/**
 * `undo [RUN]`: the plan that puts a run back, and what of it has changed since. Changes nothing; "apply" runs the plan.
 * Ends with 4, and writes no file, where there is nothing to do.
 * @throws HandoverError `unknown-run`, `still-running`, `nothing-to-undo`, `unknown-pair`, `bad-value`, `not-an-id`,
 * `unknown-type`, `locked-type`, `not-permitted`, `file-exists`, `not-written`
 */
export const undo: Command = async (context, [id], flags) => {
  const session = await openSession(context);
  const run = await findRun(session.store, id);
  const refusal = permissionError(session.operator, operationOfRun(run, await session.store.runs()));
  if (refusal !== null) throw refusal;
  const wish = {
    run: run.id,
    pairs: listPairs(flags),
    types: await chooseTypes(run, session, flags),
    overwriteChanged: flags.isOn('overwrite-changed'),
  };
  const made = await makeUndo(wish, session, context);
  context.interrupt.throwIfAborted();
  return givePlan(made, session, context, flags);
};

/** Those of --pair, and, of an import, the rows of --person. Null: all. */
function listPairs(flags: Flags): Ids[] | null {
  const rows = flags
    .list('person')
    .map((text) => readId(text, '--person'))
    .map((id) => ({ source: id, target: id }));
  const pairs = [...readPairs(flags), ...rows];
  return pairs.length === 0 ? null : pairs;
}

/** Null where nothing was said of types: all that the run carried, those included that the catalogue names no more. */
async function chooseTypes(run: Run, { catalogue, info }: Session, flags: Flags): Promise<Set<string> | null> {
  const choice = readTypes(flags, catalogue);
  if (choice.only.length + choice.without.length === 0) return null;
  const plan = await readRunPlan(info.location, run.id);
  return chooseUndoTypes(catalogue, typesOfPlan(plan), choice);
}
