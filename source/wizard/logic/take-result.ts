import { NO_MENDINGS } from '../../pairs/mendings.ts';
import type { PairsFile } from '../../pairs/pair-row.ts';
import { ask, goBack, goTo, remember, say } from '../navigate.ts';
import type { State } from '../state.ts';
import type { Task, TaskResult } from '../task.ts';
import { showFile, showFolder } from './file.ts';
import { showResult } from './result.ts';
import { watchRun } from './run.ts';

/** What becomes of the state when slow work is done. */
export function takeResult(state: State, result: TaskResult): State {
  switch (result.kind) {
    case 'list-folder':
      return showFolder(state, result.folder, result.entries);
    case 'read-file':
      return showFile(state, result.file, isSameFile(state, result.file) ? {} : { mendings: NO_MENDINGS });
    case 'export': {
      const line = `Exported ${result.people} people to ${result.path}`;
      return remember(say({ ...goBack(state), hasExported: true }, 'good', `${line}.`), line);
    }
    case 'records':
      return { ...state, overlay: 'records', records: result.lines, scroll: 0 };
    case 'plan':
      return { ...state, plan: result.plan };
    case 'start-run':
    case 'resume-run':
      return watchRun({ ...state, trail: ['home'] }, result.run);
    case 'open-run':
      return result.showAs === 'follow' ? watchRun(state, result.run) : showResult(state, result.run);
    case 'stop-run':
      return say(state, 'info', 'The run ends after the pair at work.');
    case 'retry': {
      const { run, checked } = result;
      return goTo({ ...state, mode: 'retry', retry: { run, checked }, without: new Set() }, 'review');
    }
    case 'save-errors': {
      const line = `Audit log (${result.failed} failed): ${result.path}`;
      return remember(say(state, 'good', `${line}.`), line);
    }
    case 'save-mended': {
      const line = `Mended file (${result.rowsChanged} rows changed): ${result.path}`;
      return remember(say({ ...state, overlay: null }, 'good', `${line}.`), line);
    }
  }
}

/** What becomes of the state when slow work could not be done. */
export function failTask(state: State, job: Task, error: { code: string; message: string; hint: string }): State {
  const sentence = `${error.message} ${error.hint}`;
  if (job.kind === 'export' && error.code === 'file-exists') {
    return ask(state, {
      text: `${job.path} exists already. Replace it?`,
      yes: 'Replace',
      no: 'Keep it',
      task: { ...job, force: true },
    });
  }
  if (job.kind === 'start-run' && error.code === 'stale-plan') {
    // Back where the plan is made anew, so that what is run is what was read.
    const trail = state.trail.slice(0, state.trail.lastIndexOf('review') + 1);
    return say({ ...state, trail }, 'bad', `Here is the plan as it is now; read it again. ${error.message}`);
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
