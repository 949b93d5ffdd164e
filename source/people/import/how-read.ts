import { DELIMITERS, type Delimiter } from '../../csv/csv-file.ts';
import { type Encoding, type EncodingName, encodingLabel, unitWidth } from '../../csv/encoding.ts';
import type { PeopleFile } from './import-check.ts';

/** How a file is to be read; null: as it proves or suggests. */
export interface Reading {
  encoding: EncodingName | null;
  delimiter: Delimiter | null;
}

/** As the file proves or suggests. */
export const AS_FOUND: Reading = { encoding: null, delimiter: null };

const ENCODINGS: readonly (EncodingName | null)[] = [null, 'utf-8', 'windows-1252', 'utf-16le', 'utf-16be'];
const DELIMITER_CHOICES: readonly (Delimiter | null)[] = [null, ...DELIMITERS];

/** With the next encoding but `now`, in which the file is read already; after the last, the one that is found. */
export function nextEncoding(reading: Reading, now: EncodingName): Reading {
  return { ...reading, encoding: nextOf(ENCODINGS, reading.encoding, now) };
}

/** With the next delimiter but `now`; after the last, the one that is found. */
export function nextDelimiter(reading: Reading, now: Delimiter): Reading {
  return { ...reading, delimiter: nextOf(DELIMITER_CHOICES, reading.delimiter, now) };
}

function nextOf<Value>(values: readonly (Value | null)[], value: Value | null, now: Value): Value | null {
  return values.slice(values.indexOf(value) + 1).find((each) => each !== now) ?? null;
}

const DELIMITER_NAMES: Record<Delimiter, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

/** "UTF-8 and commas", "Windows-1252 (a guess) and semicolons (chosen)": how a file was read. @param asked how it was to be */
export function howRead(
  { encoding, delimiter }: { encoding: Encoding; delimiter: Delimiter },
  asked: Reading = AS_FOUND,
): string {
  const name = encodingLabel({ ...encoding, guessed: false });
  const guess = encoding.guessed ? ' (a guess)' : '';
  const chosen = (value: string | null) => (value === null ? '' : ' (chosen)');
  return `${name}${chosen(asked.encoding) || guess} and ${DELIMITER_NAMES[delimiter]}${chosen(asked.delimiter)}`;
}

/** Whether the bytes of `file` are no text in its encoding, or text in which nothing parts the columns that `before` had. */
export function isUnfit(file: PeopleFile, before: PeopleFile | null): boolean {
  if (file.headings.length === 0 || file.fault?.kind === 'bad-bytes') return true;
  return file.headings.length === 1 && unitWidth(file.encoding) === 2 && (before?.headings.length ?? 0) > 1;
}

/** "Passed over, as it does not fit: UTF-8."; empty where every encoding that was tried fits. */
export function unfitText(names: readonly EncodingName[]): string {
  if (names.length === 0) return '';
  const named = names.map((name) => encodingLabel({ name, bom: 0, guessed: false })).join(', ');
  return `Passed over, as ${names.length === 1 ? 'it does' : 'they do'} not fit: ${named}.`;
}
