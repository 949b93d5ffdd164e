import type { Duplicate } from '../../source/people/find-duplicates.ts';
import type { State } from '../../source/wizard/state.ts';
import { choose, finish, opened } from './given.ts';

/** 20 may be 22, 23 may be 24, and 24 may be 25, too. */
export function duplicatesOf({ world }: State = opened()): Duplicate[] {
  const user = (id: number) => {
    const found = world.byId.get(id);
    if (found === undefined) throw new Error(`There is no user ${id}`);
    return found;
  };
  return [
    { source: user(20), target: user(22), score: 95, reasons: ['the same e-mail address'] },
    { source: user(23), target: user(24), score: 70, reasons: ['the same name'] },
    { source: user(25), target: user(24), score: 42, reasons: ['the same name, but another employee ID'] },
  ];
}

/** At the list of accounts that may be one person's, these being found. */
export function atDuplicates(state: State = opened(), found = duplicatesOf(state)): State {
  return finish(choose(choose(state, 'merge'), 'duplicates'), { kind: 'find-duplicates', found });
}
