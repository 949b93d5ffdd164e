import type { BlankPolicy, Mapping } from '../../model/mapping.ts';
import { withoutAbsent } from '../../people/import/change-mapping.ts';
import { madeWith } from '../../people/import/made-with.ts';
import type { ImportState } from '../import-state.ts';
import { bodySize } from '../layout.ts';
import { ask, begin, goOn, say } from '../navigate.ts';
import { editText, fieldOf } from '../parts/edit-text.ts';
import type { State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';
import { wishOf, withImport } from './with-import.ts';

/** What of the mapping is decided here, in the order of the rows. */
export const BLANK_KINDS = ['blanks', 'missing'] as const;

/** What happens to values where the file says nothing (X13), and saving the mapping. */
export const importBlanksLogic: Logic = {
  enter(state) {
    const wish = wishOf(state);
    if (wish === null || state.importing.weight !== null) return state;
    return begin(state, { kind: 'weigh-blanks', wish });
  },
  act(state, action) {
    const { mapping, blanksCursor } = state.importing;
    if (mapping === null) return state;
    switch (action) {
      case 'enter':
        return goOn(state);
      case 'left':
      case 'right': {
        const kind = BLANK_KINDS[blanksCursor] ?? 'blanks';
        const other: BlankPolicy = mapping[kind] === 'erase' ? 'keep' : 'erase';
        return withImport({ ...state, notice: null }, { mapping: { ...mapping, [kind]: other } });
      }
      case 'save-mapping':
        return openNaming(state);
      default: {
        const cursor = moveCursor(blanksCursor, action, BLANK_KINDS.length, bodySize(state).height);
        return withImport({ ...state, notice: null }, { blanksCursor: cursor });
      }
    }
  },
};

/** A saved mapping keeps its name; what ships cannot be replaced. */
function openNaming(state: State): State {
  const { chosen } = state.importing;
  const nameField = fieldOf(chosen?.origin === 'saved' ? chosen.mapping.name : '');
  return withImport({ ...state, overlay: 'import-save-mapping', notice: null }, { nameField });
}

/** Naming the mapping that is to be saved. */
export const importSaveMappingLogic: Logic = {
  act(state, action) {
    const { mapping, nameField, choices } = state.importing;
    if (action !== 'enter' || mapping === null || state.task !== null) return state;
    const name = nameField.value.trim();
    if (name === '') return say(state, 'bad', 'Type a name for the mapping.');
    const refusal = whyNotNamed(name, choices);
    if (refusal !== null) return say(state, 'bad', refusal);
    const task = { kind: 'save-mapping' as const, mapping: { ...savedAs(mapping, state.importing), name } };
    if (!choices.some((choice) => choice.origin === 'saved' && choice.mapping.name === name)) return begin(state, task);
    return ask(state, {
      text: `There is a mapping “${name}” already. Replace it? Everybody who chooses it gets the new one.`,
      yes: 'Replace it',
      no: 'Keep it',
      task,
      declined: `Nothing was saved; the mapping “${name}” stays as it is. For one beside it choose another name.`,
    });
  },
  type: (state, press) =>
    withImport({ ...state, notice: null }, { nameField: editText(state.importing.nameField, press) }),
};

function whyNotNamed(name: string, choices: ImportState['choices']): string | null {
  const isShipped = choices.some(
    ({ origin, mapping }) => origin === 'shipped' && mapping.name.toLowerCase() === name.toLowerCase(),
  );
  return isShipped ? `“${name}” ships with handover and is not replaced. Choose another name.` : null;
}

/** One that was saved before keeps what it is for and the columns that this file lacks; any other is made of this file. */
function savedAs(mapping: Mapping, { file, chosen, choices, guess }: ImportState): Mapping {
  const origin = chosen?.origin === 'guessed' ? guess?.preset : chosen?.mapping.name;
  const before = choices.find((choice) => choice.origin === 'saved' && choice.mapping.name === origin);
  if (before !== undefined) return { ...mapping, about: before.mapping.about };
  if (file === null) return mapping;
  const made = withoutAbsent(mapping, file.headings);
  return { ...made, about: madeWith(file, made) };
}
