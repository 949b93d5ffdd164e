import { makeFinding, type Place } from '../model/finding.ts';
import type { Direction, Problem } from '../model/pair.ts';
import { explainNotAnId, parseId } from '../model/parse-id.ts';
import { nameAndId, type User } from '../model/user.ts';
import type { PairPlaces } from './check-pair.ts';
import type { Mending } from './mendings.ts';
import { FROM_HEADING, isFilled, type PairRow, TO_HEADING } from './pair-row.ts';

/** A row that asks for a pair of two well-formed ids; whether anybody has them is another matter. */
export interface Ask {
  row: PairRow;
  line: number;
  source: number;
  target: number;
  places: PairPlaces;
  /** The From User ID is still that of the file. */
  isFromAsWritten: boolean;
}

export type RowOutcome = { kind: 'skipped' } | { kind: 'ask'; ask: Ask } | { kind: 'broken'; problems: Problem[] };

type Users = ReadonlyMap<number, User>;

/** What one row asks for, its mending and the direction applied: nothing (X10), a pair, or something unreadable. */
export function askOfRow(row: PairRow, direction: Direction, mending: Mending | undefined): RowOutcome {
  if (mending?.kind === 'left-out') return { kind: 'skipped' };
  const isForward = direction === 'from-to';
  const from = (isForward ? mending?.source : mending?.target) ?? null;
  const to = (isForward ? mending?.target : mending?.source) ?? null;
  if (to === null && !isFilled(row.to)) return { kind: 'skipped' };
  // Its cells may be shifted; who was named by hand is certain.
  if (row.ragged !== null && (from === null || to === null)) {
    return { kind: 'broken', problems: [raggedRow(row, row.ragged)] };
  }

  const fromCell = { place: placeOf(row, FROM_HEADING, from, row.from), id: from ?? parseId(row.from) };
  const toCell = { place: placeOf(row, TO_HEADING, to, row.to), id: to ?? parseId(row.to) };
  if (fromCell.id === null || toCell.id === null) {
    const broken = [fromCell, toCell].filter((cell) => cell.id === null);
    return { kind: 'broken', problems: broken.map((cell) => notAnId(cell.place)) };
  }
  const [source, target] = isForward ? [fromCell, toCell] : [toCell, fromCell];
  const ask: Ask = {
    row,
    line: row.line,
    source: source.id ?? 0,
    target: target.id ?? 0,
    places: { source: source.place, target: target.place },
    isFromAsWritten: from === null,
  };
  return { kind: 'ask', ask };
}

/** "John Smith (19)", or "19" where nobody has that id. */
export function nameOf(users: Users, id: number): string {
  const user = users.get(id);
  return user === undefined ? String(id) : nameAndId(user);
}

function placeOf(row: PairRow, column: string, mended: number | null, written: string): Place {
  return { line: row.line, column, value: mended === null ? written : String(mended) };
}

function notAnId(place: Place): Problem {
  const { message, cure } = explainNotAnId(place.value ?? '', place.column ?? '');
  return makeFinding(place, 'not-an-id', message, cure);
}

function raggedRow(row: PairRow, { cells, expected }: { cells: number; expected: number }): Problem {
  return makeFinding(
    { line: row.line, column: null, value: row.from },
    'ragged-row',
    `The row has ${cells} cell${cells === 1 ? '' : 's'} where the heading line has ${expected}, so its columns may be shifted.`,
    'Compare it with the rows around it: a delimiter is missing, or one too many stands in a cell without quotation marks.',
  );
}
