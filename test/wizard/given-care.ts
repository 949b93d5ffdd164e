import type { Person } from '../../source/model/user.ts';
import type { Deletion } from '../../source/people/deletion-text.ts';
import type { EmptiedAccount } from '../../source/wizard/care-state.ts';
import type { State } from '../../source/wizard/state.ts';
import { choose, finish, opened, peopleOf } from './given.ts';

const AT = '2026-03-02T10:00:00Z';

/** Accounts of the demonstration store: 19 is closed and was merged into 21, 23 was merged into it, 24 gave its work to 23. */
export function accountsOf(state: State = opened()): EmptiedAccount[] {
  const named = (id: number): Person => ({ ...peopleOf(id, id).source, ...state.world.byId.get(id) });
  return [
    {
      person: { ...named(19), active: false, mergedInto: 21 },
      owns: 40,
      handovers: [
        { operation: 'transfer', target: 22, run: 'run-1', at: '2026-01-05T10:00:00Z' },
        { operation: 'merge', target: 21, run: 'run-2', at: AT },
      ],
    },
    { person: named(23), owns: 1, handovers: [{ operation: 'merge', target: 21, run: 'run-2', at: AT }] },
    { person: named(24), owns: 0, handovers: [{ operation: 'transfer', target: 23, run: 'run-3', at: AT }] },
  ];
}

/** At the list of emptied accounts, read. */
export function atEmptied(state: State = opened(), accounts = accountsOf(state)): State {
  return finish(choose(state, 'emptied'), { kind: 'list-emptied', accounts });
}

/** What hangs on 24 by this much; by itself nothing but two desk bookings. */
export function deletionOf(ties: Partial<Deletion['ties']> = {}, state: State = opened()): Deletion {
  const person = state.world.byId.get(24) ?? peopleOf(24, 24).source;
  const going = [{ label: 'desk-bookings', count: 2, why: 'uncarried' as const }];
  return { person, ties: { naming: [], merged: [], owned: [], going, ...ties } };
}

/** Two contacts of 20 that name 24. */
export function namingOf(state: State = opened()): Deletion['ties']['naming'] {
  return [{ label: 'Contacts', count: 2, by: [state.world.byId.get(20) ?? peopleOf(20, 20).source] }];
}
