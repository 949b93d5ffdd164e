import type { ColumnType, MappedColumn } from '../../model/mapping.ts';
import { say } from '../navigate.ts';
import { editText, fieldOf } from '../parts/edit-text.ts';
import type { State } from '../state.ts';
import { nextIn, typedColumns, withType } from './import-columns.ts';
import type { Logic } from './logic.ts';
import { withImport } from './with-import.ts';

type YesNo = Extract<ColumnType, { kind: 'boolean' }>;

/** Pairs of words for yes and no that a key goes through; others are typed. */
const WORDS: readonly { yes: string[]; no: string[] }[] = [
  { yes: ['TRUE'], no: ['FALSE'] },
  { yes: ['Yes'], no: ['No'] },
  { yes: ['Y'], no: ['N'] },
  { yes: ['1'], no: ['0'] },
  { yes: ['Active'], no: ['Inactive'] },
];

/** The pair before or after; from words that were typed, the first one. */
export function nextWords({ yes, no }: YesNo, step: number): Pick<YesNo, 'yes' | 'no'> {
  const here = WORDS.find((words) => isSameWord(words.yes, yes) && isSameWord(words.no, no));
  const [first = { yes, no }] = WORDS;
  return here === undefined ? first : nextIn(WORDS, here, step);
}

function isSameWord(left: readonly string[], right: readonly string[]): boolean {
  return left.join('\n').toLowerCase() === right.join('\n').toLowerCase();
}

/** Typing the words of a column, where it has any. */
export function openWords(state: State, { type, field }: MappedColumn): State {
  if (type.kind !== 'boolean') return say(state, 'info', `${field} has no words for yes and no.`);
  const cellField = fieldOf(`${type.yes.join(', ')} / ${type.no.join(', ')}`);
  return withImport({ ...state, overlay: 'import-words', notice: null }, { cellField });
}

/** Typing the words for yes and for no: "Yes, Y / No, N". */
export const importWordsLogic: Logic = {
  act(state, action) {
    const { importing } = state;
    const column = typedColumns(importing)[importing.typeCursor];
    if (action !== 'enter' || column === undefined) return state;
    const [yes = [], no = [], ...rest] = importing.cellField.value.split('/').map(wordsOf);
    const isBoth = yes.some((word) => no.some((other) => other.toLowerCase() === word.toLowerCase()));
    if (yes.length === 0 || no.length === 0 || rest.length > 0 || isBoth) {
      return say(state, 'bad', 'Type words for yes, a slash, and other words for no: Yes, Y / No, N');
    }
    return withType({ ...state, overlay: null }, column, { kind: 'boolean', yes, no });
  },
  type: (state, press) =>
    withImport({ ...state, notice: null }, { cellField: editText(state.importing.cellField, press) }),
};

function wordsOf(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
