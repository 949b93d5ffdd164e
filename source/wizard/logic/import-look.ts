import { basename } from 'node:path';
import type { Mapping } from '../../model/mapping.ts';
import { numberText } from '../../model/number-text.ts';
import { absentColumns } from '../../people/import/change-mapping.ts';
import { type FittedMapping, fitMapping } from '../../people/import/fit-mapping.ts';
import { nextDelimiter, nextEncoding } from '../../people/import/how-read.ts';
import type { PeopleFile } from '../../people/import/import-check.ts';
import type { Asked, ImportState, MappingChoice } from '../import-state.ts';
import { bodySize } from '../layout.ts';
import { ask, begin, goOn, say } from '../navigate.ts';
import type { State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';
import { hasUnsavedEdits, withImport } from './with-import.ts';

/** The first rows of the file, how it is read, and which mapping is taken. */
export const importLookLogic: Logic = {
  act(state, action) {
    const { importing } = state;
    const { file, reading, lookColumn, lookRow } = importing;
    if (file === null) return state;
    const page = Math.max(1, bodySize(state).height - 6);
    switch (action) {
      case 'enter':
        return leave(state);
      case 'left':
        return withImport(state, { lookColumn: Math.max(0, lookColumn - 1) });
      case 'right':
        return withImport(state, { lookColumn: Math.min(Math.max(0, file.headings.length - 1), lookColumn + 1) });
      case 'encoding':
        return readOtherwise(state, { reading: nextEncoding(reading, file.encoding.name), unfit: [] });
      case 'delimiter':
        return readOtherwise(state, { reading: nextDelimiter(reading, file.delimiter), unfit: [] });
      case 'choose-mapping': {
        const here = importing.choices.findIndex((choice) => isInUse(choice, importing));
        return withImport({ ...state, overlay: 'import-mappings', notice: null }, { choiceCursor: Math.max(0, here) });
      }
      default:
        return withImport({ ...state, notice: null }, { lookRow: moveCursor(lookRow, action, file.rows.length, page) });
    }
  },
};

/** Whether these are the same mapping of the list. */
export function isSameChoice(left: MappingChoice, right: MappingChoice | null): boolean {
  return left.origin === right?.origin && left.mapping.name === right.mapping.name;
}

/** Whether the file is read by this one of the list: by the one that was chosen, or by that which was found to fit best. */
export function isInUse(choice: MappingChoice, { chosen, guess, choices }: ImportState): boolean {
  const best = chosen?.origin === 'guessed' ? guess?.preset : null;
  const fitting = choices.find(({ origin, mapping }) => origin !== 'guessed' && mapping.name === best);
  return isSameChoice(choice, fitting ?? chosen);
}

/** With the file being read in another way; what it was read as stays until that has come. */
export function readAnew(state: State, asked: Asked): State {
  const path = state.importing.file?.file;
  if (path === undefined) return state;
  return begin(withImport(state, { asked }), { kind: 'read-people', path, reading: asked.reading });
}

/** Mendings that no copy has are not dropped by a key without a question: in other cells they would mean nothing. */
function readOtherwise(state: State, asked: Asked): State {
  const { file, edits } = state.importing;
  if (file === null || !hasUnsavedEdits(state)) return readAnew(state, asked);
  const rows = edits.byLine.size === 1 ? 'One mended row' : `${numberText(edits.byLine.size)} mended rows`;
  return ask(withImport(state, { asked }), {
    text: `${rows} of ${basename(file.file)} would be lost where the file reads otherwise: no copy of them is saved. Read it in another way all the same?`,
    yes: 'Read it in another way',
    no: 'Leave it',
    task: { kind: 'read-people', path: file.file, reading: asked.reading },
  });
}

/** What cannot be read as a table of people goes no further. */
function leave(state: State): State {
  const { file } = state.importing;
  const [problem] = file?.problems ?? [];
  if (problem !== undefined) return say(state, 'bad', `${problem.message} ${problem.cure}`);
  if (file?.rows.length === 0) return say(state, 'bad', 'The file has no rows: there is nobody to import.');
  return goOn(state);
}

/** Choosing among the mappings: the guessed one, those that were saved, those that ship. */
export const importMappingsLogic: Logic = {
  act(state, action) {
    const { choices, choiceCursor } = state.importing;
    const choice = choices[choiceCursor];
    switch (action) {
      case 'enter':
        return choice === undefined ? state : takeChoice(state, choice);
      case 'remove':
        return choice === undefined ? state : askDelete(state, choice);
      default: {
        const page = Math.max(1, bodySize(state).height - 5);
        return withImport(
          { ...state, notice: null },
          { choiceCursor: moveCursor(choiceCursor, action, choices.length, page) },
        );
      }
    }
  },
};

function askDelete(state: State, { origin, mapping }: MappingChoice): State {
  if (origin === 'guessed') return say(state, 'info', 'This one was made from the file; it is not kept anywhere.');
  if (origin === 'shipped') return say(state, 'info', 'This one ships with handover and cannot be deleted.');
  return ask(state, {
    text: `Delete the mapping “${mapping.name}”? It is gone for everybody then; runs that were made with it stay.`,
    yes: 'Delete it',
    no: 'Keep it',
    task: { kind: 'delete-mapping', name: mapping.name },
  });
}

/** With that mapping fitted to the file; of a shipped one its cells are looked at, too, which takes a while. */
function takeChoice(state: State, choice: MappingChoice): State {
  const { file, guess } = state.importing;
  if (file === null || guess === null) return state;
  const { origin, mapping } = choice;
  if (origin === 'guessed') return withMapping(state, file, choice, guess.mapping);
  if (origin === 'shipped') return begin({ ...state, overlay: null }, { kind: 'fit-mapping', file, choice });
  return withMapping(state, file, choice, fitMapping({ mapping, isPreset: false }, file).mapping);
}

/** With the file read as its columns look, whatever was chosen before. */
export function takeGuessed(state: State): State {
  const [guessed] = state.importing.choices;
  return guessed === undefined ? state : takeChoice(state, guessed);
}

/** Once it is known how a shipped mapping fits the file. */
export function takeFitted(state: State, choice: MappingChoice, fitted: FittedMapping): State {
  const { file, guess } = state.importing;
  if (file === null || guess === null) return state;
  const taken = withMapping(state, file, choice, fitted.mapping);
  // The guessed mapping stays to be chosen; which dates read in two ways holds whatever is chosen.
  const ambiguousDates = [...new Set([...guess.ambiguousDates, ...fitted.ambiguousDates])];
  return withImport(taken, { guess: { ...guess, ambiguousDates } });
}

function withMapping(state: State, file: PeopleFile, choice: MappingChoice, mapping: Mapping): State {
  const fresh = {
    byHand: new Set<string>(),
    decided: new Set<string>(),
    past: [],
    fieldCursor: 0,
    typeCursor: 0,
    weight: null,
  };
  const taken = withImport({ ...state, overlay: null }, { ...fresh, chosen: choice, mapping, proposed: mapping });
  const gone = absentColumns(mapping, file.headings).map(({ heading }) => heading);
  const name = choice.mapping.name;
  if (gone.length === 0) return say(taken, 'good', `The file is read as “${name}” says.`);
  const named = gone.slice(0, 5).join(', ') + (gone.length > 5 ? ` and ${gone.length - 5} more` : '');
  const fits = `${choice.mapping.columns.length - gone.length} of the ${choice.mapping.columns.length} columns of “${name}” are in this file.`;
  return say(taken, 'info', `${fits} Not there: ${named}.`);
}
