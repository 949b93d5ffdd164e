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
  const other = DATE_FORMATS.find((one) => one !== format && isLikely(parseDate(text, one)));
  if (other !== undefined) {
    const meant = parseDate(text, other) ?? '';
    return [
      `there is no month ${month}; as ${other} it would be ${dateInWords(meant)}`,
      chooseOr(other, meant, format),
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
  const days = fitting.map((one) => parseDate(text, one)).filter(isLikely);
  const reason = `it is written as ${second === undefined ? other : `${other} or ${second}`}, and this column as ${format}`;
  const [day] = days;
  if (second !== undefined || day === undefined) return [reason, writeDays(days, format)];
  return [reason, chooseOr(other, day, format)];
}

function explainTime(text: string, format: DateFormat): Explanation {
  const [, date] = /^(\S{8,10})(?:T|\s+)\d{1,2}[:.]\d{2}/.exec(text) ?? [];
  if (date === undefined) return null;
  const day = parseDate(date, format);
  const days = DATE_FORMATS.map((one) => parseDate(date, one)).filter(isLikely);
  const cure = day === null ? writeDays(days.length > 0 ? days : looseDays(date, format), format) : `Write ${date}.`;
  return ['a time stands behind the day', cure];
}

const LOOSE = /^(\d{1,4})([-/.\s]+)(\d{1,2})[-/.\s]+(\d{1,4})$/;

/** Days and months of one digit, years of two, other signs between them. */
function explainLoose(text: string, format: DateFormat): Explanation {
  const [, first = '', , , third = ''] = LOOSE.exec(text) ?? [];
  if (third === '') return null;
  if (first.length < 3 && third.length < 3) return ['its year is not of four digits', writeAs(format)];
  const days = looseDays(text, format);
  return days.length === 0 ? null : [`it is not written as ${format}`, writeDays(days, format)];
}

/**
 * The days that loosely written numbers can stand for. Numbers with the signs of the column, year last, stand in the order
 * of the column; any others may be day and month either way round.
 */
function looseDays(text: string, format: DateFormat): string[] {
  const [, first = '', sign = '', second = '', third = ''] = LOOSE.exec(text) ?? [];
  if ((first.length === 4) === (third.length === 4)) return [];
  const dayFirst = [third, second, first];
  const monthFirst = [third, first, second];
  const isOfColumn = sign === '/' && !format.startsWith('YYYY');
  const orders =
    first.length === 4
      ? [[first, second, third]]
      : isOfColumn
        ? [format === 'MM/DD/YYYY' ? monthFirst : dayFirst]
        : [dayFirst, monthFirst];
  const days = orders.map(([year, month, day]) => isoText(Number(year), Number(month), Number(day)));
  return [...new Set(days)].filter(isLikely);
}

/** Whether it is a day, YYYY-MM-DD, that somebody may have meant: no year such as 202. */
function isLikely(day: string | null): day is string {
  return day !== null && parseDate(day, 'YYYY-MM-DD') !== null && day >= '1900';
}

function anything(format: DateFormat): [reason: string, cure: string] {
  return [`it is not written as ${format}`, writeAs(format)];
}

function writeAs(format: DateFormat): string {
  return `Write it as ${format}, such as ${formatDate('2024-01-31', format)}, or choose another format for the column.`;
}

/** "Write 2024-04-03 for 3 April 2024, or 2024-03-04 for 4 March 2024." */
function writeDays(days: readonly string[], format: DateFormat): string {
  const [day, ...others] = [...new Set(days)];
  if (day === undefined) return writeAs(format);
  if (others.length === 0) return `Write ${formatDate(day, format)}, if ${dateInWords(day)} is meant.`;
  const ways = [day, ...others].map((one) => `${formatDate(one, format)} for ${dateInWords(one)}`);
  return `Write ${ways.join(', or ')}.`;
}

function chooseOr(other: DateFormat, day: string, format: DateFormat): string {
  return `Write ${formatDate(day, format)}, or choose ${other} for the whole column.`;
}
