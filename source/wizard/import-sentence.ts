import { basename } from 'node:path';
import stringWidth from 'string-width';
import { numberText } from '../model/number-text.ts';
import { fullName } from '../model/user.ts';
import { visibleText } from '../model/visible-text.ts';
import { becomesAnother } from '../people/import/becomes-another.ts';
import { cutText } from './cut-text.ts';
import { rowNow } from './logic/import-rows.ts';
import type { Look } from './look.ts';
import { mendedText } from './screens/import-row-words.ts';
import { type State, stepNow } from './state.ts';

/**
 * "IMPORT of people.csv as “Calabrio”: 12 created, 30 updated": what comes in and what it does, as far as that is known,
 * in at most `width` columns; in the preview, of the row under the cursor.
 */
export function importSentence(state: State, width: number, look: Look): string {
  return cutText(visibleText(sentenceOf(state), look), width, look);
}

function sentenceOf(state: State): string {
  const { importing, plan } = state;
  const step = stepNow(state);
  if (step === 'import-preview') return rowSentence(state);
  const rows = plan?.rows;
  if (plan?.import !== undefined && rows !== undefined && ['import-confirm', 'phrase'].includes(step)) {
    return `IMPORT of ${plan.import.file}: ${numberText(rows.create)} created, ${numberText(rows.update)} updated`;
  }
  if (importing.file === null || step === 'import-file') return 'IMPORT: people of a CSV file come in, or are changed';
  return `IMPORT of ${basename(importing.file.file)}: ${numberText(importing.file.rows.length)} ${importing.file.rows.length === 1 ? 'row' : 'rows'}`;
}

/** "Line 12 changes John Smith (19)": what becomes of the row under the cursor. */
function rowSentence(state: State): string {
  const row = rowNow(state);
  if (row === undefined) return 'No row is shown';
  const { line, person, name, kind, change, fields } = row;
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
      return `Line ${line} changes nothing: the store has it all of ${who}`;
    case 'skipped':
      return `Line ${line} is ${mendedText(state.importing, line) === 'left out' ? 'left out' : 'blank'}: nothing happens`;
    case 'problem':
      return `Line ${line} has a problem: nothing happens${who === '' ? '' : ` to ${who}`}`;
  }
}

/** "IMPORT of John Smith (19); and 2 more": the person of a row that has run or is running. */
export function tellRow(state: State, id: number, tail: string, width: number, look: Look): string {
  return tellPerson(state, id, ['IMPORT of ', tail], width, look);
}

/** "UNDO of run 2026-…: John Smith (19) as before; and 2 more". @param of which run, and what follows the name */
export function tellRowBack(
  state: State,
  id: number,
  { of, isAgain, tail }: { of: string; isAgain: boolean; tail: string },
  width: number,
  look: Look,
): string {
  const after = `${isAgain ? ' as imported' : ' as before'}${tail}`;
  const whole = tellPerson(state, id, [`${of}: `, after], Number.MAX_SAFE_INTEGER, look);
  return stringWidth(whole) <= width ? whole : tellPerson(state, id, ['UNDO: ', after], width, look);
}

/** The name gives way where it is too long, never the id. */
function tellPerson(
  { world, plan, result }: State,
  id: number,
  [before, after]: [string, string],
  width: number,
  look: Look,
): string {
  const user = world.byId.get(id);
  const planned = [...(result?.done?.pairs ?? []), ...(plan?.pairs ?? [])].find(({ source }) => source.id === id);
  const name = visibleText(user === undefined ? (planned?.source.name ?? 'user') : fullName(user), look);
  const end = ` (${id})${after}`;
  const room = Math.max(3, width - stringWidth(before) - stringWidth(end));
  return cutText(`${before}${cutText(name, room, look)}${end}`, width, look);
}
