import { numberText } from '../../model/number-text.ts';
import type { Permission } from '../../model/operator.ts';
import { lackedPermission } from '../../model/permission-error.ts';
import type { PlanOperation } from '../../model/plan.ts';
import { nameAndId, type User } from '../../model/user.ts';
import { namesText } from '../../people/deletion-text.ts';
import type { Activity } from '../../session/change-activity.ts';
import { ask, begin, remember, say } from '../navigate.ts';
import type { MenuItem } from '../parts/menu.tsx';
import { type State, stepNow } from '../state.ts';
import type { TaskResult } from '../task.ts';
import type { World } from '../world.ts';
import { openEmptied } from './emptied.ts';

/** Why this operator may not do to accounts what takes `permission`, or null. */
export function whyNotCare({ isReadOnly, operator, runs }: World, permission: Permission): string | null {
  if (isReadOnly) return 'read-only: opened to look, not to change';
  const running = runs.find(({ state }) => state === 'running');
  const busy = running === undefined ? null : `run ${running.id} is in progress; only one at a time`;
  return lackedPermission(operator, permission) ?? busy;
}

/** Why nothing can be done to any account at the moment, so that they can be looked at only; or null. */
export function whyOnlyLook(world: World): string | null {
  const refusal = whyNotCare(world, 'users-edit');
  return whyNotCare(world, 'users-delete') === null ? null : refusal;
}

/** What can be done with the sources of the run on screen: those whose data it has brought to somebody else. */
export function careItems(state: State): MenuItem<string>[] {
  const { result, world } = state;
  const sources = sourcesOf(state);
  if (result === null || !HANDING_OVER.includes(result.run.operation) || sources.length === 0) return [];
  const there = sources.flatMap((id) => world.byId.get(id) ?? []);
  const isOne = result.run.counts.pairs === 1;
  const gone = there.length > 0 ? null : `${isOne ? 'the source is' : 'the sources are'} deleted already`;
  const active = there.filter((user) => user.active);
  const closed = active.length > 0 ? null : `${isOne ? 'the source is' : 'all of them are'} inactive already`;
  const [first] = there;
  return [
    {
      value: 'deactivate',
      label: isOne ? 'Deactivate the source' : 'Deactivate the sources',
      detail: `${active.length === 1 ? nameOf(active[0]) : `${numberText(active.length)} accounts`} can then sign in no more`,
      ...disabledBy(gone ?? whyNotCare(world, 'users-edit') ?? closed),
    },
    isOne
      ? {
          value: 'delete',
          label: 'Delete the source',
          detail: `for good, after a review: ${nameOf(first)}`,
          ...disabledBy(gone ?? whyNotCare(world, 'users-delete')),
        }
      : {
          value: 'emptied',
          label: 'Emptied accounts',
          detail: whyOnlyLook(world) === null ? 'choose which to deactivate or delete' : 'to look at',
        },
  ];
}

/** What brings the data of one person to another. */
const HANDING_OVER: readonly PlanOperation[] = ['transfer', 'merge'];

/** What is done once one of `careItems` is chosen; null: it is none of them. */
export function chooseCare(state: State, value: string): State | null {
  const there = sourcesOf(state).flatMap((id) => state.world.byId.get(id) ?? []);
  const [first] = there;
  if (value === 'emptied') return openEmptied(state);
  if (value === 'deactivate') {
    return askActivity(
      state,
      there.filter(({ active }) => active),
      'deactivate',
    );
  }
  return value === 'delete' && first !== undefined ? begin(state, { kind: 'open-deletion', id: first.id }) : null;
}

/** How many are named in a question before the rest is only counted: as many as the smallest window holds. */
const MOST_ASKED = 12;

/** With the question whether these accounts are to be closed, or opened again. */
export function askActivity(state: State, people: readonly User[], activity: Activity): State {
  const isClosing = activity === 'deactivate';
  const which = people.length === 1 ? '' : `${numberText(people.length)} accounts: `;
  const says = isClosing
    ? 'They can sign in no more; what they own stays theirs. It can be taken back: they can be activated again.'
    : 'They can sign in again, and each takes a seat.';
  return ask(state, {
    text: `${isClosing ? 'Deactivate' : 'Activate'} ${which}${namesText(people, MOST_ASKED)}? ${says}`,
    yes: isClosing ? 'Deactivate' : 'Activate',
    no: 'Leave it',
    task: { kind: 'change-activity', ids: people.map(({ id }) => id), activity },
  });
}

/** What becomes of the state once accounts were closed or opened again. */
export function takeActivity(state: State, result: Extract<TaskResult, { kind: 'change-activity' }>): State {
  const { ids, activity, people } = result;
  const [first] = ids;
  const who =
    ids.length === 1 && first !== undefined ? nameOf(people.byId.get(first)) : `${numberText(ids.length)} accounts`;
  const back = activity === 'deactivate' ? 'activate' : 'deactivate';
  const line = `${who} ${activity}d. Take it back with: handover users ${back} ${ids.join(' ')}`;
  const known = { ...state, world: { ...state.world, ...people }, care: { ...state.care, chosen: new Set<number>() } };
  const there = stepNow(known) === 'emptied' ? begin(known, { kind: 'list-emptied' }) : known;
  return remember(say(there, 'good', line), line);
}

/** Who gave their data in pairs of the run on screen that stand. */
function sourcesOf({ result }: State): number[] {
  const standing = result?.run.pairs.filter(({ state, undone }) => state === 'done' && undone?.whole !== true);
  return [...new Set(standing?.map(({ source }) => source))];
}

function nameOf(user: User | undefined): string {
  return user === undefined ? 'the source' : nameAndId(user);
}

/** The part of a menu item that says why it cannot be chosen; nothing where it can. */
export function disabledBy(why: string | null): { disabled?: string } {
  return why === null ? {} : { disabled: why };
}
