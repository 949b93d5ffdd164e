import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { Run } from '../../model/run.ts';
import { nounOf } from '../../model/run-words.ts';
import { NO_MENDINGS } from '../../pairs/mendings.ts';
import type { PairsFile } from '../../pairs/pair-row.ts';
import type { Retry } from '../../session/match-retry.ts';
import { isImportResult, isImportTask } from '../import-task.ts';
import { ask, begin, goBack, goHome, goTo, remember, say } from '../navigate.ts';
import type { State } from '../state.ts';
import type { StepId } from '../steps.ts';
import type { Task, TaskResult } from '../task.ts';
import { takeActivity } from './care.ts';
import { showDeletion, takeDeletion } from './deletion.ts';
import { takeDuplicates } from './duplicates.ts';
import { takeAccounts } from './emptied.ts';
import { showFile, showFolder } from './file.ts';
import { isOfPeople, offerDoor, throughDoor } from './other-door.ts';
import { showResult } from './result.ts';
import { watchRun } from './run.ts';
import { showPairList } from './run-pairs.ts';
import { failImport, takeImport } from './take-import.ts';
import { beginUndo } from './undo.ts';
import { sayChanged } from './undo-review.ts';

/** What was said of another file does not hold for this one. */
const OTHER_FILE: Partial<State> = { mendings: NO_MENDINGS, savedMendings: NO_MENDINGS, direction: null };

/** What becomes of the state when slow work is done. */
export function takeResult(state: State, result: TaskResult): State {
  if (isImportResult(result)) return takeImport(state, result);
  switch (result.kind) {
    case 'list-folder':
      return showFolder(state, result.folder, result.entries);
    case 'read-file': {
      const there = throughDoor(state, 'bulk');
      if (isOfPeople(result.file)) return offerDoor(there, 'import', result.file.file);
      return showFile(there, result.file, isSameFile(there, result.file) ? {} : OTHER_FILE);
    }
    case 'export': {
      const hidden = state.world.isRedacted === true ? ', with stand-ins: only to be looked at' : '';
      const line = `Exported ${numberText(result.people)} people to ${result.path}${hidden}`;
      const exported = remember({ ...goBack(state), hasExported: hidden === '' }, line);
      const unfit = result.unfit?.length ?? 0;
      if (unfit === 0) return say(exported, 'good', `${line}.`);
      const what =
        unfit === 1
          ? '1 value cannot be written so that it reads'
          : `${numberText(unfit)} values cannot be written so that they read`;
      return say(exported, 'bad', `${line}. ${what} as it is; another mapping may be able to.`);
    }
    case 'records':
      return { ...state, overlay: 'records', records: result.lines, overlayScroll: 0 };
    case 'plan':
      return { ...state, plan: result.plan, merge: { ...state.merge, people: result.people ?? state.merge.people } };
    case 'open-crowd':
      return { ...state, merge: { ...state.merge, crowd: result.crowd } };
    case 'open-profiles':
      return { ...state, merge: { ...state.merge, people: result.people } };
    case 'plan-undo':
      return sayChanged({ ...state, plan: result.plan, accountsBack: result.accounts ?? null });
    case 'open-undo':
    case 'retry-undo':
      return beginUndo(state, result.start);
    case 'start-run':
      return watchStarted(
        { ...state, trail: ['home'], drafts: state.drafts.filter((mode) => mode !== state.mode) },
        result.run,
      );
    case 'resume-run':
      return watchStarted({ ...state, trail: ['home'] }, result.run);
    case 'open-run': {
      const { kind: _kind, showAs, people, ...shown } = result;
      const known = { ...state, world: { ...state.world, ...people } };
      if (showAs === 'pairs') return showPairList(showResult({ ...known, trail: ['home'] }, shown));
      return showAs === 'follow' ? watchRun(known, shown.run) : showResult(known, shown);
    }
    case 'open-plan':
      // Broken off behind its last pair: nothing is left to be read, only the end to be put down.
      if (result.plan.pairs.length === 0) return begin(state, { kind: 'resume-run', shown: result.run });
      return beginResume(state, result);
    case 'stop-run':
      return say(state, 'info', 'The run ends after the pair at work.');
    case 'close-run': {
      const { run } = result;
      const closed = state.result === null ? state : showResult(goBack(state), { run, done: state.result.done });
      return say(closed, 'good', `The run ${run.id} has ended for good; what is left stays as it is.`);
    }
    case 'retry':
      return beginRetry(state, result.run, result.retry);
    case 'save-log': {
      const noun = state.result === null ? 'pair' : nounOf(state.result.run);
      const line = `Log of ${countOf(result.pairs, noun)}: ${result.path}`;
      const saved = state.result === null ? null : { ...state.result, saved: result.path };
      const doubt = result.doubt ?? null;
      const told = doubt === null ? line : `${line}. ${doubt}`;
      const [tone, text] = doubt === null ? (['good', `${line}.`] as const) : (['bad', told] as const);
      return remember(say({ ...state, result: saved }, tone, text), told);
    }
    case 'list-emptied':
      return takeAccounts(state, result.accounts);
    case 'find-duplicates':
      return takeDuplicates(state, result.found);
    case 'change-activity':
      return takeActivity(state, result);
    case 'open-deletion':
      return showDeletion(state, result);
    case 'delete-person':
      return takeDeletion(state, result);
    case 'save-mended': {
      const rows = `${countOf(result.rowsChanged, 'row')} changed`;
      const line = `Mended file (${rows}): ${result.path}`;
      return remember(say({ ...state, overlay: null, savedMendings: state.mendings }, 'good', `${line}.`), line);
    }
  }
}

/** The run that was just begun, stopped at once where that was asked for meanwhile. */
function watchStarted(state: State, run: Run): State {
  const watched = watchRun(state, run);
  return state.stopWanted === state.tasks ? begin(watched, { kind: 'stop-run', run: run.id }) : watched;
}

/** What is left of an unfinished run, at its review; pairs that will fail are said beforehand. */
function beginResume(
  state: State,
  { run, plan, changed, accounts = null }: Extract<TaskResult, { kind: 'open-plan' }>,
): State {
  const step = { undo: 'undo-review', import: 'import-confirm', transfer: 'review', merge: 'review' } as const;
  const next = goTo(
    { ...state, mode: 'resume', plan, accountsBack: accounts, resumed: run, reviewTab: 0 },
    step[plan.operation],
  );
  if (changed === 0) return run.reason === undefined ? next : say(next, 'info', `It was stopped: ${run.reason}`);
  const noun = nounOf(run);
  const [who, fails] =
    changed === 1 ? [`One ${noun} has`, 'it fails'] : [`${numberText(changed)} ${noun}s have`, 'they fail'];
  const text = `${who} changed since the plan was made: ${fails}, unchanged, and can be retried then. See Warnings.`;
  return say(next, 'bad', text);
}

/** Failed pairs that can be tried again, at their review; what cannot is said. */
function beginRetry(state: State, run: string, retry: Retry): State {
  const [first] = retry.hopeless;
  const count = retry.checked.pairs.length;
  if (count === 0) return say(state, 'bad', `None of them can be tried again. ${first?.message ?? ''}`);
  const next = goTo({ ...state, mode: 'retry', retry: { run, ...retry }, reviewTab: 0 }, 'review');
  return first === undefined
    ? next
    : say(next, 'bad', `${numberText(count)} can be tried again; left out is what cannot: ${first.message}`);
}

/** Where a plan is made, and read before it runs. */
const REVIEWS: readonly StepId[] = ['review', 'undo-review', 'import-confirm'];

/** What becomes of the state when slow work could not be done. */
export function failTask(state: State, job: Task, error: { code: string; message: string; hint: string }): State {
  const sentence = `${error.message} ${error.hint}`;
  const failed = isImportTask(job) ? failImport(state, job, error.code) : null;
  if (failed !== null) return failed;
  if ((job.kind === 'export' || job.kind === 'save-mended') && error.code === 'file-exists') {
    return ask(state, {
      text: `${job.path} exists already. Replace it?`,
      yes: 'Replace',
      no: 'Keep it',
      task: { ...job, force: true },
      declined: `Nothing was saved; ${job.path} stays as it is.`,
    });
  }
  if (job.kind === 'start-run' && error.code === 'stale-plan') {
    // Back where the plan is made anew, so that what is run is what was read.
    const review = state.trail.findLastIndex((step) => REVIEWS.includes(step));
    const trail = state.trail.slice(0, review + 1);
    return say({ ...state, trail }, 'bad', `Here is the plan as it is now; read it again. ${error.message}`);
  }
  if (error.code === 'worker-died') {
    const way = 'Where it stands below as unfinished, go on with it; else start it again.';
    return say(goHome(state), 'bad', `${error.message} ${way}`);
  }
  return say(state, 'bad', sentence);
}

/** The file that was chosen before, read again and not changed since: its mendings still fit. */
function isSameFile({ file }: State, now: PairsFile): boolean {
  const before = file.loaded;
  if (before === null || before.file !== now.file || before.rows.length !== now.rows.length) return false;
  return now.rows.every(({ line, from, to }, index) => {
    const row = before.rows[index];
    return row?.line === line && row.from === from && row.to === to;
  });
}
