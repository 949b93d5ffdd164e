import { NO_MENDINGS } from '../../pairs/mendings.ts';
import { begin, goTo } from '../navigate.ts';
import type { MenuItem } from '../parts/menu.tsx';
import type { State } from '../state.ts';
import { nextStep } from '../steps.ts';
import { freshFile } from './file.ts';
import type { Logic } from './logic.ts';

/** What stands on the first screen; a run in progress or unfinished comes first. */
export function homeItems({ world }: State): MenuItem<string>[] {
  const running = world.runs.find(({ state }) => state === 'running');
  const unfinished = world.runs.find(({ state }) => state === 'interrupted' || state === 'stopped');
  const may = world.operator.permissions.includes('transfer-user-data');
  const refusal = world.isReadOnly
    ? 'read-only: opened to look, not to change'
    : may
      ? running && `the run ${running.id} is in progress; only one at a time`
      : `${world.operator.login} lacks the permission "User Data Transfer"`;
  const disabled = refusal ? { disabled: refusal } : {};
  const items: MenuItem<string>[] = [];
  if (running !== undefined) {
    const { done, failed, pairs } = running.counts;
    items.push({
      value: `watch:${running.id}`,
      label: 'Watch',
      detail: `The run in progress: ${done + failed} of ${pairs} pairs, started by ${running.operator}`,
    });
  } else if (unfinished !== undefined) {
    const { left, pairs } = unfinished.counts;
    items.push({
      value: `resume:${unfinished.id}`,
      label: 'Go on',
      detail: `The run ${unfinished.id} is unfinished: ${left} of ${pairs} pairs left`,
      ...(world.isReadOnly || !may ? disabled : {}),
    });
  }
  items.push(
    { value: 'single', label: 'Single', detail: 'Transfer data from one user to another user', ...disabled },
    { value: 'bulk', label: 'Bulk', detail: 'Many transfers at one time via a CSV file', ...disabled },
    ...(running === undefined
      ? [{ value: 'watch', label: 'Watch', detail: 'Follow the run in progress', disabled: 'no run is in progress' }]
      : []),
    {
      value: 'history',
      label: 'History',
      detail: `${world.runs.length} ${world.runs.length === 1 ? 'run' : 'runs'} so far`,
      ...(world.runs.length === 0 ? { disabled: 'nothing has been run yet' } : {}),
    },
    { value: 'export', label: 'Export', detail: `All ${world.users.length} users, active and inactive, as people.csv` },
  );
  return items;
}

export const homeLogic: Logic = {
  enter: (state) => ({ ...state, mode: null }),
  choose(state, value) {
    const [what, run] = value.split(':');
    switch (what) {
      case 'single':
      case 'bulk':
        return start(state, what);
      case 'history':
      case 'export':
        return goTo(state, what);
      case 'resume':
        return run === undefined ? state : begin(state, { kind: 'resume-run', run });
      case 'watch': {
        const id = run ?? state.world.runs.find((each) => each.state === 'running')?.id;
        return id === undefined ? state : begin(state, { kind: 'open-run', run: id, showAs: 'follow' });
      }
      default:
        return state;
    }
  },
};

/** Onto the way of `mode`: what was answered there is still there, unless it has been run. */
function start(state: State, mode: 'single' | 'bulk'): State {
  if (state.draft === mode) return goTo({ ...state, mode }, nextStep({ ...state, mode }, 'home'));
  const fresh: State = {
    ...state,
    mode,
    draft: mode,
    chosen: { target: null, source: null },
    file: freshFile(state),
    direction: null,
    mendings: NO_MENDINGS,
    preview: { ...state.preview, match: null, filter: 'all', visible: null, cursor: 0 },
    without: new Set(),
    typesCursor: 0,
    retry: null,
    plan: null,
    run: null,
    result: null,
  };
  return goTo(fresh, nextStep(fresh, 'home'));
}
