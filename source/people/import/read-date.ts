import { DATE_FORMATS, type DateFormat } from '../../model/mapping.ts';
import { trimSpaces } from '../../model/trim-spaces.ts';
import { type CellFault, type CellReader, quoteCell } from './cell-reading.ts';
import {
  dateInWords,
  datePartsOf,
  daysIn,
  FOREVER,
  formatDate,
  isForever,
  isoText,
  monthInWords,
  parseDate,
} from './date-text.ts';

const LONGEST_EXPLAINED = 60;

/** Reads days written strictly in `format` as YYYY-MM-DD; 31 December 2999 in any of the four (B2, X15, X16). */
export function dateReader(format: DateFormat): CellReader {
  return (cell) => {
    const text = trimSpaces(cell);
    const day = parseDate(text, format) ?? (isForever(text) ? FOREVER : null);
    return day === null ? explainDate(text, format) : { value: day };
  };
}

/** Why `text` is no day in this format, and what to write. */
function explainDate(text: string, format: DateFormat): CellFault {
  const [reason, cure] = text.length > LONGEST_EXPLAINED ? anything(format) : reasonAndCure(text, format);
  return { code: 'bad-date', message: `${quoteCell(text)} is not a date of this column: ${reason}.`, cure };
}

function reasonAndCure(text: string, format: DateFormat): [reason: string, cure: string] {
  return (
    explainSerial(text, format) ??
    explainImpossible(text, format) ??
    explainOtherFormat(text, format) ??
    explainTime(text, format) ??
    explainLoose(text, format) ??
    anything(format)
  );
}

type Explanation = [reason: string, cure: string] | null;

/** Spreadsheets count days from the end of 1899; five digits are the years 1927 to 2173. */
function explainSerial(text: string, format: DateFormat): Explanation {
  const [, days] = /^([1-9]\d{4})(?:[.,]\d+)?$/.exec(text) ?? [];
  if (days === undefined) return null;
  const day = new Date(Date.UTC(1899, 11, 30 + Number(days))).toISOString().slice(0, 10);
  return [
    `it is how a spreadsheet counts days, and stands for ${dateInWords(day)}`,
    `Format the column as a date in the spreadsheet, or write ${formatDate(day, format)}.`,
  ];
}

function explainImpossible(text: string, format: DateFormat): Explanation {
  const parts = datePartsOf(text, format);
  if (parts === null) return null;
  const { year, month, day } = parts;
  const other = DATE_FORMATS.find((one) => one !== format && parseDate(text, one) !== null);
  if (other !== undefined) {
    const meant = dateInWords(parseDate(text, other) ?? '');
    return [
      `there is no month ${month}; as ${other} it would be ${meant}`,
      chooseOr(other, parseDate(text, other), format),
    ];
  }
  const cure = `Write a day that exists, as ${format}.`;
  if (year < 1) return ['there is no year 0', cure];
  if (month < 1 || month > 12) return [`there is no month ${month}`, cure];
  if (day < 1) return ['there is no day 0', cure];
  return [`${monthInWords(year, month)} has ${daysIn(year, month)} days`, cure];
}

function explainOtherFormat(text: string, format: DateFormat): Explanation {
  const fitting = DATE_FORMATS.filter((one) => parseDate(text, one) !== null);
  const [other, second] = fitting;
  if (other === undefined) return null;
  if (second !== undefined) {
    return [`it is written as ${other} or ${second}, and this column as ${format}`, writeAs(format)];
  }
  const day = parseDate(text, other);
  return [`it is written as ${other}, and this column as ${format}`, chooseOr(other, day, format)];
}

function explainTime(text: string, format: DateFormat): Explanation {
  const [, date] = /^(\S{8,10})(?:T|\s+)\d{1,2}[:.]\d{2}/.exec(text) ?? [];
  if (date === undefined) return null;
  const day = parseDate(date, format);
  const cure = day === null ? writeAs(format) : `Write ${date}.`;
  return ['a time stands behind the day', cure];
}

/** Days and months of one digit, years of two, other signs between them. */
function explainLoose(text: string, format: DateFormat): Explanation {
  const [, first = '', second = '', third = ''] = /^(\d{1,4})[-/.\s]+(\d{1,2})[-/.\s]+(\d{1,4})$/.exec(text) ?? [];
  if (third === '') return null;
  if (first.length < 3 && third.length < 3) return ['its year is not of four digits', writeAs(format)];
  const [year, month, day] =
    first.length > 2
      ? [first, second, third]
      : format === 'MM/DD/YYYY'
        ? [third, first, second]
        : [third, second, first];
  const meant = isoText(Number(year), Number(month), Number(day));
  const isOfFormat = first.length > 2 === format.startsWith('YYYY');
  if (!isOfFormat || parseDate(meant, 'YYYY-MM-DD') === null) return null;
  return [`it is not written as ${format}`, `Write ${formatDate(meant, format)}, if ${dateInWords(meant)} is meant.`];
}

function anything(format: DateFormat): [reason: string, cure: string] {
  return [`it is not written as ${format}`, writeAs(format)];
}

function writeAs(format: DateFormat): string {
  return `Write it as ${format}, such as ${formatDate('2024-01-31', format)}, or choose another format for the column.`;
}

function chooseOr(other: DateFormat, day: string | null, format: DateFormat): string {
  return `Write ${formatDate(day ?? '', format)}, or choose ${other} for the whole column.`;
}
