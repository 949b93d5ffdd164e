import { HandoverError } from '../errors.ts';
import type { JournalEntry } from '../model/journal.ts';
import { operationOfRun } from '../model/operation-of-run.ts';
import { permissionError } from '../model/permission-error.ts';
import type { Run } from '../model/run.ts';
import { isUnfinished } from '../model/run-standing.ts';
import { stateWords } from '../model/run-words.ts';
import { actorOf } from './actor-of.ts';
import type { Context } from './context.ts';
import { findEndedRun } from './find-ended-run.ts';
import type { Session } from './open-session.ts';
import { writeStore } from './write-store.ts';

/**
 * Ends run `id`, which was stopped or broke off, for good: what it has done stays done, what it has left stays left, and
 * nobody is asked to go on with it. Of one that broke off behind its last pair only the end is put down.
 * @returns the run as it is then
 * @throws HandoverError `unknown-run`, `still-running`, `has-ended`, `not-permitted`, `store-held`, and what writing throws
 */
export async function closeRun(id: string, session: Session, context: Context): Promise<Run> {
  const { store } = session;
  await store.refresh();
  const found = await findEndedRun(id, store);
  const refusal = permissionError(session.operator, operationOfRun(found, await store.runs()));
  if (refusal !== null) throw refusal;
  refuseEnded(found);
  await writeStore(session, context, `ending run ${id} for good`, async (writer) => {
    const run = await findEndedRun(id, store);
    refuseEnded(run);
    await writer.append([endOf(run, session, context)]);
  });
  return findEndedRun(id, store);
}

function refuseEnded(run: Run): void {
  if (isUnfinished(run)) return;
  throw new HandoverError(
    'usage',
    'has-ended',
    `Run ${run.id} has ended already: ${stateWords(run)}.`,
    `Nothing needs to be ended. See it with: handover runs show ${run.id}`,
  );
}

function endOf({ id: run, counts }: Run, { operator }: Session, context: Context): JournalEntry {
  const at = context.clock.now().toISOString();
  if (counts.left > 0) {
    return { kind: 'run-finished', run, ...actorOf(operator, context), at, state: 'stopped', closed: true };
  }
  return { kind: 'run-finished', run, at, state: counts.failed > 0 ? 'finished-with-errors' : 'succeeded' };
}
