import { cutText } from './finding.ts';
import { trimSpaces } from './pair-row.ts';

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
const AS_TEXT = 'Format the column as text in the spreadsheet and copy the ID again from a fresh export.';

function reasonAndCure(text: string): [reason: string, cure: string] {
  if (text === '') return ['it is empty', `Fill it in, or empty the To User ID of this row to skip it.`];
  if (/^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i.test(text)) {
    const value = Number(text.replace(',', '.'));
    const meant = Number.isSafeInteger(value) && value > 0 ? ` ${value}` : ' the number';
    return [`a spreadsheet has written${meant} in scientific notation`, AS_TEXT];
  }
  if (/^0+$/.test(text)) return ['IDs start at 1', ASK_EXPORT];
  if (/^0\d+$/.test(text))
    return ['IDs have no zeros in front', `Write ${text.replace(/^0+/, '')} if that is whom you mean.`];
  if (/^\d+[.,]0{0,2}$/.test(text))
    return ['IDs have no decimals', `${AS_TEXT.replace('text', 'text (or as a whole number)')}`];
  if (/^[+-]\d+$/.test(text)) return ['IDs have no sign', ASK_EXPORT];
  if (/^\d+$/.test(text)) return ['it is larger than any ID can be', ASK_EXPORT];
  if (/^[\p{Nd}\s]+$/u.test(text) && /[^\s0-9]/u.test(text)) {
    return ['its digits are not the plain digits 0 to 9', 'Type it again with the digits 0 to 9.'];
  }
  if (/^[\s\p{Cf}\p{Cc}]*\d+[\s\p{Cf}\p{Cc}]*$/u.test(text)) {
    return ['invisible characters stand beside the digits', 'Delete the cell and type the digits again.'];
  }
  if (/^\d[\d\s.,']*$/.test(text)) return ['it must be one whole number without separators', AS_TEXT];
  if (text.includes('@'))
    return ['an e-mail address is not an ID', 'Write the number from the From User ID column instead.'];
  return ['it must be a whole number such as 19', ASK_EXPORT];
}
