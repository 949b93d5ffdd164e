import { basename } from 'node:path';
import stringWidth from 'string-width';
import { countOf } from '../model/finding.ts';
import { numberText } from '../model/number-text.ts';
import type { PlannedPair } from '../model/plan.ts';
import { fullName } from '../model/user.ts';
import { visibleText } from '../model/visible-text.ts';
import { becomesAnother } from '../people/import/becomes-another.ts';
import type { ImportRow } from '../people/import/import-check.ts';
import { countRowsBack } from '../transfer/undone-text.ts';
import { cutText } from './cut-text.ts';
import { rowNow } from './logic/import-rows.ts';
import { personOf, type RowPerson } from './logic/row-person.ts';
import type { Look } from './look.ts';
import { mendedText } from './screens/import-row-words.ts';
import { type State, stepNow } from './state.ts';

/**
 * "IMPORT of people.csv as “Calabrio”: 12 created, 30 updated": what comes in and what it does, as far as that is known,
 * in at most `width` columns; in the preview, of the row under the cursor.
 */
export function importSentence(state: State, width: number, look: Look): string {
  return cutText(visibleText(sentenceOf(state, width, look), look), width, look);
}

function sentenceOf(state: State, width: number, look: Look): string {
  const { importing, plan } = state;
  const step = stepNow(state);
  if (step === 'import-preview') return rowSentence(state, width, look);
  const rows = plan?.rows;
  if (plan?.import !== undefined && rows !== undefined && ['import-confirm', 'phrase'].includes(step)) {
    return `IMPORT of ${plan.import.file}: ${numberText(rows.create)} created, ${numberText(rows.update)} updated`;
  }
  if (importing.file === null || step === 'import-file') return 'IMPORT: people of a CSV file come in, or are changed';
  return `IMPORT of ${basename(importing.file.file)}: ${countOf(importing.file.rows.length, 'row')}`;
}

/** "Line 12 CHANGES John Smith (19)": what becomes of the row under the cursor; a long name gives way, what is said of it never. */
function rowSentence(state: State, width: number, look: Look): string {
  const row = rowNow(state);
  if (row === undefined) return 'No row is shown';
  const who = personOf(state, row);
  const whole = tellOutcome(state, row, who);
  const excess = stringWidth(visibleText(whole, look)) - width;
  if (excess <= 0) return whole;
  const name = visibleText(who.name, look);
  return tellOutcome(state, row, { ...who, name: cutText(name, Math.max(3, stringWidth(name) - excess), look) });
}

function tellOutcome(state: State, row: ImportRow, { name, person }: RowPerson): string {
  const { line, kind, change, fields } = row;
  const who = `${name}${person === null ? '' : ` (${person})`}`;
  switch (kind) {
    case 'create':
      return `Line ${line} CREATES ${who}`;
    case 'update': {
      if (becomesAnother(fields)) return `Line ${line} makes SOMEBODY ELSE of ${who}`;
      const becomes = change?.becomes === undefined ? '' : `, who becomes ${change.becomes.toUpperCase()}`;
      return `Line ${line} CHANGES ${who}${becomes}`;
    }
    case 'unchanged':
      return `Line ${line} changes nothing of ${who}: the store has it all already`;
    case 'skipped':
      return `Line ${line} is ${mendedText(state.importing, line) === 'left out' ? 'left out' : 'blank'}: nothing happens${who === '' ? '' : ` to ${who}`}`;
    case 'problem':
      return `Line ${line} has a problem: nothing happens${who === '' ? '' : ` to ${who}`}`;
  }
}

/** "IMPORT of John Smith (19); and 2 more": the person of a row that has run or is running. */
export function tellRow(state: State, id: number, tail: string, width: number, look: Look): string {
  return tellPerson(state, id, ['IMPORT of ', tail], width, look);
}

/**
 * "UNDO of run 2026-…: John Smith (19) as before; and 2 more"; of somebody whom the import created "REMOVED", and where
 * that is undone "comes back". As long as no plan says it, nothing is. @param of which run, and what follows the name
 */
export function tellRowBack(
  state: State,
  id: number,
  { of, isAgain, tail }: { of: string; isAgain: boolean; tail: string },
  width: number,
  look: Look,
): string {
  const after = `${fateBack(state, id, isAgain)}${tail}`;
  const whole = tellPerson(state, id, [`${of}: `, after], Number.MAX_SAFE_INTEGER, look);
  return stringWidth(whole) <= width ? whole : tellPerson(state, id, ['UNDO: ', after], width, look);
}

function fateBack(state: State, id: number, isAgain: boolean): string {
  const { plan, result } = state;
  // The result that an undo is begun from holds the import itself.
  const undoing = plan?.operation === 'undo' ? plan : (result?.done ?? plan);
  const planned = undoing?.pairs.find(({ source }) => source.id === id);
  if (planned === undefined) return '';
  const { removed, returned } = countRowsBack([planned]);
  if (removed > 0) return ' REMOVED';
  if (returned > 0) return ' comes back';
  return isAgain ? ' as imported' : ' as before';
}

/** What the plan on screen has of the person of a row. */
function plannedRow({ plan, result }: Pick<State, 'plan' | 'result'>, id: number): PlannedPair | undefined {
  const isOf = ({ source }: PlannedPair) => source.id === id;
  return result?.done?.pairs.find(isOf) ?? plan?.pairs.find(isOf);
}

/** The name gives way where it is too long, never the id. */
function tellPerson(state: State, id: number, [before, after]: [string, string], width: number, look: Look): string {
  const user = state.world.byId.get(id);
  const planned = plannedRow(state, id);
  const name = visibleText(user === undefined ? (planned?.source.name ?? 'user') : fullName(user), look);
  const end = ` (${id})${after}`;
  const room = Math.max(3, width - stringWidth(before) - stringWidth(end));
  return cutText(`${before}${cutText(name, room, look)}${end}`, width, look);
}
