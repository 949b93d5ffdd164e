import { trimSpaces } from '../../model/trim-spaces.ts';
import { type CellReader, quoteCell } from './cell-reading.ts';

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Reads numbers in plain digits, kept as the text that they are: leading zeros stay. */
export function numberReader(): CellReader {
  return (cell) => {
    const text = trimSpaces(cell);
    if (NUMBER.test(text)) return { value: text };
    const [reason, cure] = reasonAndCure(text);
    return { code: 'bad-number', message: `${quoteCell(text)} is not a number: ${reason}.`, cure };
  };
}

const AS_NUMBER = 'Format the column as a number without separators in the spreadsheet, or write it anew.';

function reasonAndCure(text: string): [reason: string, cure: string] {
  if (text.length <= 40 && /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(text)) {
    const meant = Number(text.replace(',', '.'));
    const number = Number.isSafeInteger(meant) ? ` ${meant}` : ' it';
    return [
      `a spreadsheet has written${number} in scientific notation`,
      'Format the column as text in the spreadsheet and write the number anew.',
    ];
  }
  if (/^[+-]?\d[\d\s.,']*$/.test(text)) return ['it must have no separators but one point for decimals', AS_NUMBER];
  if (/^[\p{Nd}.,\s-]+$/u.test(text)) {
    return ['its digits are not the plain digits 0 to 9', 'Type it again with the digits 0 to 9.'];
  }
  return ['it must be digits, such as 12 or 12.5', 'Write digits, or choose text for the column.'];
}
