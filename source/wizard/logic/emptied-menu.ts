import { countOf } from '../../model/finding.ts';
import { begin } from '../navigate.ts';
import type { MenuItem } from '../parts/menu.tsx';
import type { State } from '../state.ts';
import { askActivity, disabledBy, whyNotCare } from './care.ts';
import { meantAccounts } from './emptied.ts';
import type { Logic } from './logic.ts';

/** What can be done with the marked accounts, or with the one under the cursor. */
export function emptiedItems(state: State): MenuItem<string>[] {
  const meant = meantAccounts(state).map(({ person }) => person);
  const active = meant.filter((person) => person.active);
  const closed = meant.length - active.length;
  const mayEdit = whyNotCare(state.world, 'users-edit');
  const tooMany = meant.length > 1 ? 'one at a time: mark just one, or none' : null;
  return [
    {
      value: 'deactivate',
      label: 'Deactivate',
      detail: `${countOf(active.length, 'account')}; can be taken back`,
      ...disabledBy(mayEdit ?? (active.length === 0 ? 'inactive already' : null)),
    },
    {
      value: 'activate',
      label: 'Activate again',
      detail: countOf(closed, 'account'),
      ...disabledBy(mayEdit ?? (closed === 0 ? 'active already' : null)),
    },
    {
      value: 'delete',
      label: 'Delete',
      detail: 'for good; you review it first',
      ...disabledBy(whyNotCare(state.world, 'users-delete') ?? tooMany),
    },
    { value: 'stay', label: 'Back to the list', detail: 'nothing happens' },
  ];
}

/** What to do with those that are marked. */
export const emptiedMenuLogic: Logic = {
  choose(before, value) {
    const state = { ...before, overlay: null };
    const meant = meantAccounts(state).map(({ person }) => person);
    const [first] = meant;
    switch (value) {
      case 'deactivate':
      case 'activate':
        return askActivity(
          state,
          meant.filter(({ active }) => active === (value === 'deactivate')),
          value,
        );
      case 'delete':
        return first === undefined ? state : begin(state, { kind: 'open-deletion', id: first.id });
      default:
        return state;
    }
  },
};
