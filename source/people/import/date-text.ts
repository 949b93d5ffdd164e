import type { DateFormat } from '../../model/mapping.ts';

/** The day that stands for "active for good" (B13, X15). */
export const FOREVER = '2999-12-31';

const FOREVER_TEXTS: ReadonlySet<string> = new Set(['31/12/2999', '12/31/2999', '2999-12-31', '2999/12/31']);

/** Whether `text` is 31 December 2999 in any of the four formats: no other day can be meant, whatever the column says. */
export function isForever(text: string): boolean {
  return FOREVER_TEXTS.has(text);
}

/** Where year, month and day begin, and what parts them. */
const LAYOUTS: Record<DateFormat, { year: number; month: number; day: number; parts: [number, number]; sign: number }> =
  {
    'DD/MM/YYYY': { year: 6, month: 3, day: 0, parts: [2, 5], sign: 0x2f },
    'MM/DD/YYYY': { year: 6, month: 0, day: 3, parts: [2, 5], sign: 0x2f },
    'YYYY-MM-DD': { year: 0, month: 5, day: 8, parts: [4, 7], sign: 0x2d },
    'YYYY/MM/DD': { year: 0, month: 5, day: 8, parts: [4, 7], sign: 0x2f },
  };

/** Year, month and day as they stand in `text`, which is written in this format; null: it is not. Any numbers pass. */
export function datePartsOf(text: string, format: DateFormat): { year: number; month: number; day: number } | null {
  const { year, month, day, parts, sign } = LAYOUTS[format];
  if (text.length !== 10 || text.charCodeAt(parts[0]) !== sign || text.charCodeAt(parts[1]) !== sign) return null;
  const found = { year: digitsAt(text, year, 4), month: digitsAt(text, month, 2), day: digitsAt(text, day, 2) };
  return found.year < 0 || found.month < 0 || found.day < 0 ? null : found;
}

/** The day that `text` names in this format, strictly, as YYYY-MM-DD; null: none (B2). */
export function parseDate(text: string, format: DateFormat): string | null {
  const parts = datePartsOf(text, format);
  if (parts === null) return null;
  const { year, month, day } = parts;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return format === 'YYYY-MM-DD' ? text : isoText(year, month, day);
}

/** A day, YYYY-MM-DD, in another format; a text that is no such day stays as it is. */
export function formatDate(text: string, format: DateFormat): string {
  if (format === 'YYYY-MM-DD' || parseDate(text, 'YYYY-MM-DD') === null) return text;
  return format.replace('YYYY', text.slice(0, 4)).replace('MM', text.slice(5, 7)).replace('DD', text.slice(8));
}

/** How many days a month has; months count from 1. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Numbers as YYYY-MM-DD. */
export function isoText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "February 2023", months counted from 1. */
export function monthInWords(year: number, month: number): string {
  return `${MONTHS[month - 1] ?? month} ${year}`;
}

/** "3 April 2024": a day, YYYY-MM-DD, as nobody can take it for another. */
export function dateInWords(day: string): string {
  return `${Number(day.slice(8))} ${monthInWords(Number(day.slice(0, 4)), Number(day.slice(5, 7)))}`;
}

function digitsAt(text: string, start: number, length: number): number {
  let number = 0;
  for (let index = start; index < start + length; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
