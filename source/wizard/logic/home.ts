import { begin, goTo } from '../navigate.ts';
import { operationOfRun } from '../operation.ts';
import type { MenuItem } from '../parts/menu.tsx';
import type { State } from '../state.ts';
import { whyNotWriting } from '../world.ts';
import type { Logic } from './logic.ts';
import { startWay } from './start-way.ts';

/** What stands on the first screen; a run in progress or unfinished comes first. */
export function homeItems({ world }: State): MenuItem<string>[] {
  const running = world.runs.find(({ state }) => state === 'running');
  const unfinished = world.runs.find(({ state, counts }) => {
    // Who has put back all that a run did hardly means to go on with it; History still offers that.
    const isUndone = counts.done > 0 && counts.undone === counts.done;
    return (state === 'interrupted' || state === 'stopped') && !isUndone;
  });
  const busy = running === undefined ? null : 'a run is in progress; only one at a time, so watch it first';
  const unless = (refusal: string | null) => (refusal === null ? {} : { disabled: refusal });
  const disabled = unless(whyNotWriting(world, 'transfer') ?? busy);
  const items: MenuItem<string>[] = [];
  if (running !== undefined) {
    const { done, failed, pairs } = running.counts;
    items.push({
      value: `watch:${running.id}`,
      label: 'Watch',
      detail: `The ${running.operation === 'undo' ? 'undo' : 'run'} in progress: ${done + failed} of ${pairs} pairs, started by ${running.operator}`,
    });
  } else if (unfinished !== undefined) {
    const { left, pairs } = unfinished.counts;
    items.push({
      value: `resume:${unfinished.id}`,
      label: 'Go on',
      detail: `The ${unfinished.operation === 'undo' ? 'undo' : 'run'} ${unfinished.id} is unfinished: ${left} of ${pairs} pairs left`,
      ...unless(whyNotWriting(world, operationOfRun(unfinished, world.runs))),
    });
  }
  items.push(
    { value: 'single', label: 'Single', detail: 'Transfer data from one user to another user', ...disabled },
    { value: 'bulk', label: 'Bulk', detail: 'Many transfers at one time via a CSV file', ...disabled },
    {
      value: 'merge',
      label: 'Merge',
      detail: 'Merge two profiles, field by field',
      ...unless(whyNotWriting(world, 'merge') ?? busy),
    },
    ...(running === undefined
      ? [
          {
            value: 'watch',
            label: 'Watch',
            detail: 'Follow the run in progress',
            disabled: 'no run is in progress; Single, Bulk or Merge starts one',
          },
        ]
      : []),
    {
      value: 'history',
      label: 'History',
      detail: `${world.runs.length} ${world.runs.length === 1 ? 'run' : 'runs'} so far`,
      ...(world.runs.length === 0 ? { disabled: 'nothing has been run yet; Single, Bulk or Merge starts a run' } : {}),
    },
    { value: 'export', label: 'Export', detail: `All ${world.users.length} users, active and inactive, as people.csv` },
  );
  return items;
}

export const homeLogic: Logic = {
  enter: (state) => ({ ...state, mode: null }),
  choose(before, value) {
    const state = { ...before, lastChoice: value };
    const [what, run] = value.split(':');
    switch (what) {
      case 'single':
      case 'bulk':
        return startWay(state, what);
      case 'merge':
      case 'history':
      case 'export':
        return goTo(state, what);
      case 'resume':
        return run === undefined ? state : begin(state, { kind: 'open-plan', run });
      case 'watch': {
        const id = run ?? state.world.runs.find((each) => each.state === 'running')?.id;
        return id === undefined ? state : begin(state, { kind: 'open-run', run: id, showAs: 'follow' });
      }
      default:
        return state;
    }
  },
};
