import { countOf } from '../model/finding.ts';
import { numberText } from '../model/number-text.ts';
import { pairNoun } from '../model/run-words.ts';
import { rootOperation } from '../transfer/root-operation.ts';
import { importTaskLabel, isImportTask } from './import-task.ts';
import type { Task } from './task.ts';

/** That a run is being started, and that it can be stopped all the same. */
function startLabel(what: string, isStopWanted: boolean): string {
  const stop = isStopWanted ? 'it is stopped as soon as it has begun' : 's stops it as soon as it has begun';
  return `Starting the run of ${what} … (${stop})`;
}

/**
 * What is being done at the moment, for the operator who waits for it.
 * @param progress from 0 to 1; null: unknown
 * @param isStopWanted of a run that is being started: whether it is to be stopped at once
 */
export function taskLabel(job: Task, progress: number | null, isStopWanted = false): string {
  if (isImportTask(job)) return importTaskLabel(job, progress);
  switch (job.kind) {
    case 'list-folder':
      return 'Reading the folder …';
    case 'read-file':
      return 'Reading the file … (Esc stops that)';
    case 'export':
      return 'Saving all users …';
    case 'plan-undo':
      return 'Working out what will be put back …';
    case 'plan':
      return `Working out what will happen to ${countOf(job.checked.pairs.length, 'pair')} …`;
    case 'open-crowd':
      return `Reading the profiles of ${numberText(job.ids.length)} people …`;
    case 'open-profiles':
      return 'Reading both profiles …';
    case 'records':
      return 'Looking up the records …';
    case 'start-run':
      return startLabel(countOf(job.plan.pairs.length, pairNoun(rootOperation(job.plan))), isStopWanted);
    case 'resume-run':
      return startLabel('what is left', isStopWanted);
    case 'stop-run':
      return 'Stopping the run …';
    case 'close-run':
      return 'Ending the run …';
    case 'open-run':
    case 'open-plan':
    case 'open-undo':
      return 'Opening the run …';
    case 'retry':
    case 'retry-undo':
      return 'Taking up the failed pairs …';
    case 'list-emptied':
      return 'Looking for accounts whose data went elsewhere …';
    case 'find-duplicates':
      return `Comparing all accounts …${progress === null ? '' : ` ${Math.floor(progress * 100)} %`} (Esc stops that)`;
    case 'change-activity':
      return job.activity === 'deactivate' ? 'Deactivating …' : 'Activating …';
    case 'open-deletion':
      return 'Looking for what hangs on this account …';
    case 'delete-person':
      return 'Deleting …';
    case 'save-log':
    case 'save-mended':
      return 'Saving the file …';
  }
}
