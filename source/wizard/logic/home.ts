import { startingRun } from '../../model/doing-run.ts';
import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import { operationOfRun } from '../../model/operation-of-run.ts';
import type { RootOperation } from '../../model/plan.ts';
import type { RunSummary } from '../../model/run.ts';
import { isUnfinished } from '../../model/run-standing.ts';
import { pairNoun } from '../../model/run-words.ts';
import { begin, goTo } from '../navigate.ts';
import type { MenuItem } from '../parts/menu.tsx';
import type { State } from '../state.ts';
import { type World, whyNotWriting } from '../world.ts';
import { whyOnlyLook } from './care.ts';
import { openEmptied } from './emptied.ts';
import type { Logic } from './logic.ts';
import { startWay } from './start-way.ts';

/** What stands on the first screen; a run in progress or unfinished comes first. */
export function homeItems({ world }: State): MenuItem<string>[] {
  const running = world.runs.find(({ state }) => state === 'running');
  const starting = running === undefined ? startingRun(world.holder, world.runs) : null;
  const unfinished = findUnfinished(world);
  const nounIn = (run: RunSummary) => pairNoun(operationOfRun(run, world.runs));
  const isBusy = running !== undefined || starting !== null;
  const busy = isBusy ? `a run is ${running === undefined ? 'starting' : 'in progress'}; ${ONE_AT_A_TIME}` : null;
  const unless = (operation: RootOperation, or: string | null = null) => {
    const refusal = whyNotWriting(world, operation) ?? or;
    if (refusal === null) return {};
    return world.isReadOnly ? { disabled: refusal, disabledBriefly: 'read-only' } : { disabled: refusal };
  };
  const disabled = unless('transfer', busy);
  const items: MenuItem<string>[] = [];
  if (running !== undefined) {
    const { done, failed, pairs } = running.counts;
    items.push({
      value: `watch:${running.id}`,
      label: 'Watch',
      detail: `The ${running.operation === 'undo' ? 'undo' : 'run'} in progress: ${numberText(done + failed)} of ${countOf(pairs, nounIn(running))}, started by ${running.operator}`,
    });
  } else if (starting !== null) {
    const detail = `The run ${starting} is starting, for ${world.holder?.login ?? 'somebody'}`;
    items.push({ value: `watch:${starting}`, label: 'Watch', detail });
  } else if (unfinished !== undefined) {
    const { left, pairs, undone } = unfinished.counts;
    const since = undone === 0 ? '' : `; ${numberText(undone)} undone since, and not done again`;
    items.push({
      value: `resume:${unfinished.id}`,
      label: 'Go on',
      detail: `The ${unfinished.operation === 'undo' ? 'undo' : 'run'} ${unfinished.id} is unfinished: ${numberText(left)} of ${countOf(pairs, nounIn(unfinished))} left${since}`,
      ...unless(operationOfRun(unfinished, world.runs)),
    });
  }
  items.push(
    { value: 'single', label: 'Single', detail: 'Transfer data from one user to another user', ...disabled },
    { value: 'bulk', label: 'Bulk', detail: 'Many transfers at one time via a CSV file', ...disabled },
    { value: 'merge', label: 'Merge', detail: 'Merge two profiles, field by field', ...unless('merge', busy) },
    {
      value: 'import',
      label: 'Import',
      detail: 'People from a CSV file: new ones and changes',
      ...unless(
        'import',
        world.isRedacted ? 'not under --redact; "handover import FILE" shows what it would do' : busy,
      ),
    },
    ...(!isBusy
      ? [
          {
            value: 'watch',
            label: 'Watch',
            detail: 'Follow the run in progress',
            disabled: 'no run is in progress; Single, Bulk, Merge or Import starts one',
          },
        ]
      : []),
    {
      value: 'history',
      label: 'History',
      detail: `${countOf(world.runs.length, 'run')} so far`,
      ...(world.runs.length === 0
        ? { disabled: 'nothing has been run yet; Single, Bulk, Merge or Import starts a run' }
        : {}),
    },
    {
      value: 'export',
      label: 'Export',
      detail: `All ${countOf(world.users.length, 'user')}, active and inactive, as people.csv`,
    },
    {
      value: 'emptied',
      label: 'Emptied',
      detail: `Accounts whose data went to others: ${whyOnlyLook(world) === null ? 'deactivate or delete' : 'look at'} them`,
    },
  );
  return items;
}

const ONE_AT_A_TIME = 'only one at a time, so watch it first';

function findUnfinished({ runs }: World): RunSummary | undefined {
  // Who has put back all that a run did hardly means to go on with it; History still offers that.
  return runs.find((run) => isUnfinished(run) && !(run.counts.done > 0 && run.counts.undone === run.counts.done));
}

/** What the cursor of the first screen stands on: what was chosen last; a run is gone on with first if it is the newest. */
export function homeChoice({ world, lastChoice }: State): string {
  if (lastChoice !== '') return lastChoice;
  const isOlder = findUnfinished(world) !== undefined && findUnfinished(world) !== world.runs[0];
  const isBusy = world.runs.some(({ state }) => state === 'running') || startingRun(world.holder, world.runs) !== null;
  return isOlder && !isBusy ? 'single' : '';
}

export const homeLogic: Logic = {
  enter: (state) => ({ ...state, mode: null }),
  choose(before, value) {
    const state = { ...before, lastChoice: value };
    const [what, run] = value.split(':');
    switch (what) {
      case 'single':
      case 'bulk':
      case 'import':
        return startWay(state, what);
      case 'merge':
      case 'history':
      case 'export':
        return goTo(state, what);
      case 'emptied':
        return openEmptied(state);
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
