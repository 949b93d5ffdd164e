import { countOf } from '../../model/finding.ts';
import type { MappedColumn } from '../../model/mapping.ts';
import { numberText } from '../../model/number-text.ts';
import { columnOf, missingFields, withoutAbsent } from '../../people/import/change-mapping.ts';
import { howRead } from '../../people/import/how-read.ts';
import type { MatchedBy } from '../../people/import/match-headings.ts';
import type { ImportState, MappingChoice } from '../import-state.ts';
import { openDates } from '../logic/import-columns.ts';
import { unreadCells } from '../logic/import-unread.ts';

/** "31 columns; UTF-8 and commas": the file's name and its rows stand in the sentence above. */
export function fileText({ file, reading }: ImportState): string {
  return file === null ? '' : `${countOf(file.headings.length, 'column')}; ${howRead(file, reading)}`;
}

const ORIGINS: Record<MappingChoice['origin'], string> = {
  guessed: 'guessed from the file',
  saved: 'saved',
  shipped: 'ships with handover',
};

/** Where a mapping comes from, in a few words. */
export function originText({ origin }: MappingChoice): string {
  return ORIGINS[origin];
}

/** What a mapping of the list is for; of the guessed one, what it was guessed by. */
export function choiceText({ origin, mapping }: MappingChoice, guess: ImportState['guess']): string {
  if (origin !== 'guessed' || guess?.preset == null) return mapping.about;
  return `Most columns of “${guess.preset}” are in this file: it is read as that one says.`;
}

/** How many columns a mapping of the list names; the guessed one just those of the file. */
export function columnsText({ origin, mapping }: MappingChoice, file: ImportState['file']): string {
  const named = origin === 'guessed' && file !== null ? withoutAbsent(mapping, file.headings) : mapping;
  return numberText(named.columns.length);
}

/** "Guessed (fits “Calabrio” best): 29 of 31 columns mapped". */
export function mappingText({ file, mapping, chosen, guess }: ImportState): string {
  if (file === null || mapping === null || chosen === null) return '';
  const fits = guess?.preset == null ? '' : ` (fits “${guess.preset}” best)`;
  const what = chosen.origin === 'guessed' ? `Guessed${fits}` : `Mapping “${chosen.mapping.name}”`;
  return `${what}: ${withoutAbsent(mapping, file.headings).columns.length} of ${countOf(file.headings.length, 'column')} mapped`;
}

const MATCHED: Record<MatchedBy, string> = {
  heading: 'its name',
  synonym: 'a synonym',
  spelling: 'spelling',
  content: 'its cells',
};

/** Why a heading is mapped as it is: "by hand", "its name", "mapping"; empty where it is left out. */
export function howMapped({ mapping, chosen, guess, byHand }: ImportState, heading: string): string {
  if (byHand.has(heading)) return 'by hand';
  if (mapping === null || columnOf(mapping, heading) === undefined) return '';
  const by = chosen?.origin === 'guessed' ? guess?.matchedBy[heading] : undefined;
  return by === undefined ? 'mapping' : MATCHED[by];
}

/** What is still wanted before the fields are settled, or that nothing is. */
export function requiredText({ file, mapping }: ImportState): string {
  if (file === null || mapping === null) return '';
  const missing = missingFields(mapping, file.headings);
  if (missing.length === 0) return 'Every required field has a column.';
  return `Required and still without a column: ${missing.join(', ')}.`;
}

/** Whether somebody still has to say how a column is read, and how many of its cells do not read. */
export function decisionText(importing: ImportState, column: MappedColumn): string {
  const { heading } = column;
  if (openDates(importing).includes(heading)) return 'DECIDE';
  const { count } = unreadCells(importing, column);
  if (count > 0) return `${numberText(count)} ${count === 1 ? 'FAILS' : 'FAIL'}`;
  return importing.decided.has(heading) ? 'by hand' : '';
}
