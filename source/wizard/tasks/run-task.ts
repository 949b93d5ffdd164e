import { HandoverError, sentenceOf } from '../../errors.ts';
import { writeMendedFile } from '../../pairs/write-mended-file.ts';
import { writePeopleCsv } from '../../people/write-people-csv.ts';
import { awaitStart } from '../../session/await-start.ts';
import { closeRun } from '../../session/close-run.ts';
import { listDuplicates } from '../../session/list-duplicates.ts';
import { makePlan } from '../../session/make-plan.ts';
import { makeUndo } from '../../session/make-undo.ts';
import { matchRetry } from '../../session/match-retry.ts';
import { stopRun } from '../../worker/stop-run.ts';
import { isImportTask } from '../import-task.ts';
import type { Action, Task, TaskResult } from '../task.ts';
import { changeAccounts, deletePerson, openDeletion, readEmptied } from './care-tasks.ts';
import { countAccounts } from './count-accounts.ts';
import type { Desk } from './desk.ts';
import { doImportTask, type Reins } from './import-tasks.ts';
import { listFolder } from './list-folder.ts';
import { listRecords } from './list-records.ts';
import { openPairsFile, revealChecked } from './open-pairs-file.ts';
import { openCrowd, openProfiles } from './open-profiles.ts';
import { openUndo, openUndoAgain } from './open-undo.ts';
import { openWhatIsLeft } from './open-what-is-left.ts';
import { readPeople } from './read-people.ts';
import { openRun, openRunWithPlan, operationOf, refuseWriting, resumeRun, saveLog, startRun } from './run-tasks.ts';

/** Does one task and gives the action that tells its outcome; a failure is an outcome, too. */
export async function runTask(
  id: number,
  job: Task,
  desk: Desk,
  signal: AbortSignal,
  onProgress: (share: number) => void = () => undefined,
): Promise<Action> {
  const { text } = desk.session.veil;
  try {
    return { type: 'task-done', id, result: await perform(job, desk, { signal, onProgress }) };
  } catch (error) {
    if (error instanceof HandoverError) {
      const { code, message, hint } = error;
      return { type: 'task-failed', id, code, message: text(message), hint: text(hint) };
    }
    return {
      type: 'task-failed',
      id,
      code: 'unexpected',
      message: text(sentenceOf(error)),
      hint: 'Nothing was changed.',
    };
  }
}

async function perform(job: Task, desk: Desk, reins: Reins): Promise<TaskResult> {
  if (isImportTask(job)) return doImportTask(job, desk, reins);
  const { signal } = reins;
  const { context, session } = desk;
  switch (job.kind) {
    case 'list-folder':
      return { kind: job.kind, folder: job.folder, entries: await listFolder(job.folder) };
    case 'read-file':
      return { kind: job.kind, file: await openPairsFile(job.path, desk, signal) };
    case 'export': {
      const users = await session.store.users();
      const { force, mapping, reads } = job;
      const options = { force, reads, ...(mapping === undefined ? {} : { mapping }) };
      return { kind: job.kind, ...(await writePeopleCsv(users.map(session.veil.cells), job.path, options)) };
    }
    case 'plan': {
      const { operation, direction, choices, checked, retryOf } = job;
      const wish = {
        operation,
        direction,
        carried: new Set(job.carried),
        choices,
        checked: revealChecked(checked, session),
        retryOf,
      };
      const plan = await makePlan(wish, session, context);
      const [only] = plan.pairs;
      const isOneMerge = operation === 'merge' && plan.pairs.length === 1 && only !== undefined;
      const people = isOneMerge ? await openProfiles(only.source.id, only.target.id, session) : null;
      return { kind: job.kind, plan: session.veil.plan(plan), people };
    }
    case 'open-crowd':
      await session.store.refresh();
      return { kind: job.kind, crowd: await openCrowd(job.ids, session) };
    case 'open-profiles':
      await session.store.refresh();
      return { kind: job.kind, people: await openProfiles(job.source, job.target, session) };
    case 'plan-undo': {
      const { run, pairs, overwriteChanged } = job;
      const types = job.types === null ? null : new Set(job.types);
      const plan = await makeUndo({ run, pairs, types, overwriteChanged }, session, context);
      return { kind: job.kind, plan: session.veil.plan(plan), accounts: await countAccounts(plan, session) };
    }
    case 'open-undo':
      return { kind: job.kind, start: await openUndo(job.run, job.pairs, desk) };
    case 'retry-undo':
      return { kind: job.kind, start: await openUndoAgain(job.run, desk) };
    case 'records':
      return { kind: job.kind, lines: await listRecords(job.plan, job.type, desk) };
    case 'start-run':
      return { kind: job.kind, run: await startRun(session.veil.original(job.plan), desk) };
    case 'resume-run':
      return { kind: job.kind, run: await resumeRun(job.shown, desk) };
    case 'stop-run':
      refuseWriting(desk, await operationOf(job.run, desk));
      await stopRun(session.store, job.run, context.host);
      return { kind: job.kind };
    case 'open-run':
      await awaitStart(session.store, job.run, signal, context);
      return {
        kind: job.kind,
        ...(await openRunWithPlan(job.run, desk)),
        showAs: job.showAs,
        ...((await operationOf(job.run, desk)) !== 'transfer' ? { people: await readPeople(session.store) } : {}),
      };
    case 'close-run':
      refuseWriting(desk, await operationOf(job.run, desk));
      return { kind: job.kind, run: await closeRun(job.run, session, context) };
    case 'open-plan':
      return { kind: job.kind, ...(await openWhatIsLeft(job.run, desk)) };
    case 'retry':
      return { kind: job.kind, run: job.run, retry: await matchRetry(await openRun(job.run, desk), session) };
    case 'save-log':
      return { kind: job.kind, ...(await saveLog(job.run, desk)) };
    case 'list-emptied':
      return { kind: job.kind, accounts: await readEmptied(desk) };
    case 'find-duplicates':
      await session.store.refresh();
      return { kind: job.kind, found: await listDuplicates(session, reins) };
    case 'change-activity': {
      const { ids, activity } = job;
      return { kind: job.kind, ids, activity, people: await changeAccounts(ids, activity, desk) };
    }
    case 'open-deletion':
      return { kind: job.kind, deletion: await openDeletion(job.id, desk) };
    case 'delete-person':
      return { kind: job.kind, people: await deletePerson(job.id, job.isDetaching, desk) };
    case 'save-mended': {
      const { original, path, mendings, direction, force } = job;
      return {
        kind: job.kind,
        ...(await writeMendedFile(original.file, path, mendings, direction, session.veil.original(original).rows, {
          force,
          isRedacted: session.veil.isOn,
        })),
      };
    }
  }
}
