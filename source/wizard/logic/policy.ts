import type { FileChoices, FilePolicy } from '../../merge/choose-for-file.ts';
import { bodySize } from '../layout.ts';
import { begin, goOnOrReturn, goTo } from '../navigate.ts';
import type { State } from '../state.ts';
import { FILE_POLICIES, hasConflictsToDecide, policyRows } from './file-choices.ts';
import { type Logic, moveCursor } from './logic.ts';
import { takeBack } from './take-back.ts';

/** Whose values win in a file of merges: place 0 is the policy of the file, a field stands on each further one. */
export const policyLogic: Logic = {
  enter(state) {
    const ids = [...new Set((state.preview.match?.pairs ?? []).flatMap(({ source, target }) => [source, target]))];
    return begin({ ...state, merge: { ...state.merge, crowd: null } }, { kind: 'open-crowd', ids });
  },
  act(state, action) {
    const { merge } = state;
    if (merge.crowd === null) return state;
    switch (action) {
      case 'enter':
        return hasConflictsToDecide(state) ? goTo(state, 'conflicts') : goOnOrReturn(state);
      case 'left':
        return turn(state, -1);
      case 'right':
        return turn(state, 1);
      case 'take-back':
        return takeBack(state);
      default: {
        const count = policyRows(state).length + 1;
        const page = Math.max(1, bodySize(state).height - 6);
        const policyCursor = moveCursor(merge.policyCursor, action, count, page);
        return { ...state, notice: null, merge: { ...merge, policyCursor } };
      }
    }
  },
};

/** To the policy before or after; of a field, "as the file" is one of them. */
function turn(state: State, step: number): State {
  const { file, policyCursor } = state.merge;
  const row = policyRows(state)[policyCursor - 1];
  if (policyCursor === 0 || row === undefined) {
    return withFile(state, { ...file, policy: nextIn(FILE_POLICIES, file.policy, step) ?? 'source' });
  }
  const next = nextIn<FilePolicy | null>([null, ...FILE_POLICIES], row.own, step);
  const { [row.rule.field]: _, ...others } = file.byField;
  return withFile(state, { ...file, byField: next === null ? others : { ...others, [row.rule.field]: next } });
}

function nextIn<Value>(values: readonly Value[], value: Value, step: number): Value {
  const next = values[(values.indexOf(value) + step + values.length) % values.length];
  return next === undefined ? value : next;
}

/** With this decided about the file. */
export function withFile(state: State, file: FileChoices): State {
  return { ...state, notice: null, merge: { ...state.merge, file } };
}
