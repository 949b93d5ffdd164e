import type { Finding } from '../model/pair.ts';
import { mayName } from './may-name.ts';
import type { ReplaceText } from './redact-person.ts';
import { HIDDEN, standInValue } from './stand-in.ts';

/** How text is redacted. */
export interface Replacing {
  /** Our own sentences. */
  text: ReplaceText;
  /** What people wrote. */
  written: ReplaceText;
  /** A heading of the file. */
  heading: ReplaceText;
  /** The import column (B13) that a heading of a file stands for. */
  fieldOf: (heading: string) => string;
}

const QUOTED = /[“"][^“”"]*[”"]/g;
/** A text of which only the beginning is told: half a name is not found. */
const CUT = /[“"][^“”"]*…[”"]/g;
const CUT_WORD = /[^\s“”",;:()]+…/g;

/** A finding without names: of a cell that tells who somebody is, nothing of what stands in it is shown. */
export function redactFinding<Of extends Finding<string>>(finding: Of, replacing: Replacing): Of {
  const { written, heading, fieldOf } = replacing;
  const { column, value, message, cure } = finding;
  const place = { column: column === null ? null : columnsOf(column, heading) };
  const text = (sentence: string) =>
    replacing.text(sentence.replaceAll(CUT, `“${HIDDEN}”`).replaceAll(CUT_WORD, `${HIDDEN}…`));
  if (value === null && column !== null) {
    // Of several lines: but for the heading, what the sentence quotes are cells.
    const shown = (quoted: string) =>
      column.split(', ').includes(quoted) || quoted === column
        ? heading(quoted)
        : isTellingCell(fieldOf(column), quoted)
          ? HIDDEN
          : written(quoted);
    const without = (sentence: string) =>
      text(sentence.replaceAll(QUOTED, (quoted) => `“${shown(quoted.slice(1, -1))}”`));
    return { ...finding, ...place, message: without(message), cure: without(cure) };
  }
  const isTelling = column !== null && value !== null && value !== column && isTellingCell(fieldOf(column), value);
  if (value === null || !isTelling) {
    const [raw, ...cells] = value === null ? [] : [value, value.trim()];
    const shown = raw === undefined ? null : raw === column ? heading(raw) : isCut(raw) ? HIDDEN : written(raw);
    const without = (sentence: string) =>
      text(shown === raw ? sentence : hideIn(sentence, [raw ?? '', ...cells], shown ?? ''));
    return { ...finding, ...place, value: shown, message: without(message), cure: without(cure) };
  }
  const without = (sentence: string) =>
    text(hideIn(sentence, [value, value.trim()], HIDDEN).replaceAll(QUOTED, `“${HIDDEN}”`));
  return { ...finding, ...place, value: value === '' ? '' : HIDDEN, message: without(message), cure: without(cure) };
}

/** What a cell of this field tells of somebody: where a user ID is to stand, and none does, it may be a name. */
function isTellingCell(field: string, value: string): boolean {
  return field === 'User ID' ? mayName(value) : standInValue(field, 0) !== null;
}

/** A finding on two columns names both. */
function columnsOf(column: string, heading: ReplaceText): string {
  const whole = heading(column);
  return whole === column ? column.split(', ').map(heading).join(', ') : whole;
}

/** Half a name is not found. */
function isCut(value: string): boolean {
  return value.endsWith('…');
}

function hideIn(sentence: string, values: readonly string[], instead: string): string {
  return values
    .filter((value) => value !== '')
    .reduce((hidden, value) => hidden.replaceAll(value, () => instead), sentence);
}
