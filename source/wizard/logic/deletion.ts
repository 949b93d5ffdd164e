import { nameAndId } from '../../model/user.ts';
import { deletionPhrase, isHeld } from '../../people/deletion-text.ts';
import { bodySize } from '../layout.ts';
import { begin, goTo, remember, say } from '../navigate.ts';
import { comparePhrase } from '../parts/compare-phrase.ts';
import { editText, fieldOf } from '../parts/edit-text.ts';
import { type State, stepNow } from '../state.ts';
import type { TaskResult } from '../task.ts';
import { type Logic, moveCursor } from './logic.ts';

/** At the review of a deletion, with what hangs on that account. */
export function showDeletion(state: State, { deletion }: Extract<TaskResult, { kind: 'open-deletion' }>): State {
  return goTo({ ...state, care: { ...state.care, deletion, isDetaching: false } }, 'deletion');
}

/** What stands against a deletion, and what goes with the account. */
export const deletionLogic: Logic = {
  act(state, action) {
    const { care } = state;
    const { deletion, isDetaching } = care;
    if (deletion === null) return state;
    switch (action) {
      case 'detach':
        return deletion.ties.naming.length === 0
          ? say(state, 'info', 'No record of others names this person: there is nothing to free.')
          : { ...state, notice: null, care: { ...care, isDetaching: !isDetaching } };
      case 'enter':
        return isHeld(deletion, isDetaching)
          ? say(
              state,
              'bad',
              `Not yet: free first what stands above.${deletion.person.active ? ' Until then the account can only be deactivated.' : ''}`,
            )
          : goTo(state, 'deletion-phrase');
      default:
        return { ...state, scroll: moveCursor(state.scroll, action, 10_000, bodySize(state).height - 2) };
    }
  },
};

/** The phrase that deletes the account. */
export const deletionPhraseLogic: Logic = {
  enter: (state) => ({ ...state, phrase: fieldOf('') }),
  act(state, action) {
    const { care, phrase } = state;
    if (action !== 'enter' || care.deletion === null || state.task !== null) return state;
    const { person } = care.deletion;
    const wanted = deletionPhrase([person]);
    if (comparePhrase(phrase.value, wanted) !== 'complete') {
      return say(state, 'bad', `Nothing is deleted yet. Type exactly: ${wanted}`);
    }
    const { id } = person;
    return begin(state, { kind: 'delete-person', id, isDetaching: care.isDetaching });
  },
  type: (state, press) => ({ ...state, notice: null, phrase: editText(state.phrase, press) }),
};

/** Back where the deletion was asked for, once the account is gone. */
export function takeDeletion(state: State, { people }: Extract<TaskResult, { kind: 'delete-person' }>): State {
  const { deletion } = state.care;
  const line = `${deletion === null ? 'The account' : nameAndId(deletion.person)} is deleted.`;
  const review = state.trail.lastIndexOf('deletion');
  const trail = review > 0 && stepNow(state) === 'deletion-phrase' ? state.trail.slice(0, review) : state.trail;
  const known = { ...state, world: { ...state.world, ...people }, care: { ...state.care, deletion: null } };
  return remember(say({ ...known, trail, overlay: null, scroll: 0 }, 'good', line), line);
}
