import { DELIMITERS, type Delimiter } from '../../csv/csv-file.ts';
import { type EncodingName, encodingLabel } from '../../csv/encoding.ts';
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

/** With the next encoding; after the last, the one that is found. */
export function nextEncoding(reading: Reading): Reading {
  return { ...reading, encoding: nextOf(ENCODINGS, reading.encoding) };
}

/** With the next delimiter; after the last, the one that is found. */
export function nextDelimiter(reading: Reading): Reading {
  return { ...reading, delimiter: nextOf(DELIMITER_CHOICES, reading.delimiter) };
}

function nextOf<Value>(values: readonly Value[], value: Value): Value {
  return values[(values.indexOf(value) + 1) % values.length] ?? value;
}

const DELIMITER_NAMES: Record<Delimiter, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

/** "UTF-8 and commas": how a file was read. */
export function howRead({ encoding, delimiter }: Pick<PeopleFile, 'encoding' | 'delimiter'>): string {
  return `${encodingLabel(encoding)} and ${DELIMITER_NAMES[delimiter]}`;
}
