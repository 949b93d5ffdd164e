import { cutText } from './finding.ts';
import { trimSpaces } from './trim-spaces.ts';

const LONGEST_EXPLAINED = 60;
const ID = /^[1-9]\d{0,15}$/;

/** The id in a cell: a whole number ≥ 1 in plain digits, ASCII spaces around it allowed; null for anything else. */
export function parseId(cell: string): number | null {
  const text = trimSpaces(cell);
  if (!ID.test(text)) return null;
  const id = Number(text);
  return Number.isSafeInteger(id) ? id : null;
}

/** Why a cell is no id, and what to do; for cells that `parseId` refuses. `column` is its heading. */
export function explainNotAnId(cell: string, column: string): { message: string; cure: string } {
  const text = trimSpaces(cell);
  const [reason, cure] = reasonAndCure(text);
  const shown = text === '' ? 'The cell' : `“${cutText(text, 40)}”`;
  return { message: `${shown} in ${column} is not a user ID: ${reason}.`, cure };
}

const ASK_EXPORT = 'Take the ID from a fresh export of all users.';
const ANYTHING: [reason: string, cure: string] = ['it must be a whole number such as 19', ASK_EXPORT];
const AS_NUMBER = 'Format the column as a whole number in the spreadsheet, or copy the ID again from a fresh export.';
const AS_TEXT = 'Format the column as text in the spreadsheet and copy the ID again from a fresh export.';

/** The first that fits counts. */
const EXPLANATIONS: readonly [pattern: RegExp, explain: (text: string) => [reason: string, cure: string]][] = [
  [/^0+$/, () => ['IDs start at 1', ASK_EXPORT]],
  [/^0\d+$/, (text) => ['IDs have no zeros in front', `Write ${text.replace(/^0+/, '')} if that is whom you mean.`]],
  [/^\d+[.,]0{0,2}$/, () => ['IDs have no decimals', AS_NUMBER]],
  [/^[+-]\d+$/, () => ['IDs have no sign', ASK_EXPORT]],
  [/^\d+$/, () => ['it is larger than any ID can be', ASK_EXPORT]],
  [
    /^(?=.*[^\s0-9])[\p{Nd}\s]+$/u,
    () => ['its digits are not the plain digits 0 to 9', 'Type it again with the digits 0 to 9.'],
  ],
  [
    /^[\s\p{Cf}\p{Cc}]*\d+[\s\p{Cf}\p{Cc}]*$/u,
    () => ['invisible characters stand beside the digits', 'Delete the cell and type the digits again.'],
  ],
  [/^\d[\d\s.,']*$/, () => ['it must be one whole number without separators', AS_NUMBER]],
  [/@/, () => ['an e-mail address is not an ID', 'Write the number from the From User ID column instead.']],
];

function reasonAndCure(text: string): [reason: string, cure: string] {
  if (text === '') return ['it is empty', 'Fill it in, or empty the To User ID of this row to skip it.'];
  if (text.length > LONGEST_EXPLAINED) return ANYTHING;
  if (/^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i.test(text)) {
    const value = Number(text.replace(',', '.'));
    const meant = Number.isSafeInteger(value) && value > 0 ? ` ${value}` : ' the number';
    return [`a spreadsheet has written${meant} in scientific notation`, AS_TEXT];
  }
  return EXPLANATIONS.find(([pattern]) => pattern.test(text))?.[1](text) ?? ANYTHING;
}
