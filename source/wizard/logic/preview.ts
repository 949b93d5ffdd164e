import { numberText } from '../../model/number-text.ts';
import { type Finding, PAIR_LIMIT, type Pair, type Problem } from '../../model/pair.ts';
import { matchPairs } from '../../pairs/match-pairs.ts';
import { undoMending } from '../../pairs/mendings.ts';
import type { PairRow } from '../../pairs/pair-row.ts';
import { bodySize } from '../layout.ts';
import { goOn, say } from '../navigate.ts';
import { carryingNow } from '../operation.ts';
import { fieldOf } from '../parts/edit-text.ts';
import type { Match, PreviewFilter, PreviewState } from '../preview-state.ts';
import type { State } from '../state.ts';
import { firstPlace } from './first-place.ts';
import type { Logic } from './logic.ts';
import { moveInPages, pageOf } from './pages.ts';
import { openPair } from './pair-choices.ts';
import { mendedName } from './save-mended.ts';
import { noteUndone, undoneLast } from './undone.ts';

const FILTERS: readonly PreviewFilter[] = ['all', 'pairs', 'problems'];

/** The state with every row of the file checked anew, as the direction and the mendings have it. */
export function matchRows(state: State): State {
  const { file, direction, mendings, world, preview } = state;
  if (file.loaded === null) return state;
  const operation = carryingNow(state);
  const matched = matchPairs({
    rows: file.loaded.rows,
    direction: direction ?? 'from-to',
    mendings,
    users: world.byId,
    view: world.view,
    operation,
    donePairs: world.donePairs[operation],
    limit: PAIR_LIMIT,
  });
  const problems = [...file.loaded.problems, ...matched.problems];
  const warnings = [...file.loaded.warnings, ...matched.warnings];
  const match: Match = {
    ...matched,
    problems,
    warnings,
    pairByLine: new Map(matched.pairs.map((pair) => [pair.line ?? 0, pair])),
    problemsByLine: groupByLine(problems),
    warningsByLine: groupByLine(warnings),
  };
  // Whoever has mended the last problem goes on with all rows, not with an empty list.
  const isMended = match.problemsByLine.size === 0 && (preview.match?.problemsByLine.size ?? 0) > 0;
  const filter = isMended && preview.filter === 'problems' ? 'all' : preview.filter;
  return withFilter({ ...state, preview: { ...preview, match } }, filter);
}

/** The row under the cursor, or undefined where there is none. */
export function rowNow(state: State): PairRow | undefined {
  return rowAt(state, state.preview.cursor);
}

export function rowAt({ file, preview }: State, index: number): PairRow | undefined {
  const position = preview.visible === null ? index : preview.visible[index];
  return position === undefined ? undefined : file.loaded?.rows[position];
}

/** How many rows the filter lets through. */
export function visibleCount({ file, preview }: State): number {
  return preview.visible?.length ?? file.loaded?.rows.length ?? 0;
}

/** The preview table: pages, filters, problems, and mending in place (A43 to A48). */
export const previewLogic: Logic = {
  enter: matchRows,
  act(state, action) {
    const { preview } = state;
    switch (action) {
      case 'filter':
        return withFilter(state, FILTERS[(FILTERS.indexOf(preview.filter) + 1) % FILTERS.length] ?? 'all');
      case 'next-problem':
        return toNextProblem(state);
      case 'go-to-row':
        return { ...state, overlay: 'go-to-row', goToField: fieldOf('') };
      case 'rows-per-page':
        return { ...state, overlay: 'rows-per-page' };
      case 'detail':
        return rowNow(state) === undefined ? state : { ...state, overlay: 'detail', overlayScroll: 0 };
      case 'mend':
        return rowNow(state) === undefined ? state : { ...state, overlay: 'mend', menuCursor: null };
      case 'open-pair': {
        const pair = pairOfRow(state);
        if (state.mode !== 'bulk-merge') return state;
        return pair === undefined ? say(state, 'info', NO_PAIR) : openPair(state, pair);
      }
      case 'undo-mending':
        return undo(state);
      case 'redo-mending':
        return mendAgain(state);
      case 'save-mended':
        if (state.file.isFound) return say(state, 'info', NO_FILE);
        if (state.mendings.byLine.size === 0) return say(state, 'info', 'Nothing has been mended yet.');
        return { ...state, overlay: 'save-mended', mendedField: fieldOf(mendedName(state)), notice: null };
      case 'go-on':
        return leave(state);
      default: {
        const cursor = moveInPages(preview.cursor, action, visibleCount(state), preview.rowsPerPage);
        return cursor === null ? state : moveTo(state, cursor);
      }
    }
  },
};

const NO_FILE = 'These pairs were found and are in no file. To have them in one: handover duplicates --out pairs.csv';
const NO_PAIR = 'This row is no pair: there is nothing to choose for it.';

/** The pair of the row under the cursor, where it is one of a file of merges: it can be opened. */
export function pairOfRow(state: State): Pair | undefined {
  const row = rowNow(state);
  return state.mode === 'bulk-merge' ? state.preview.match?.pairByLine.get(row?.line ?? 0) : undefined;
}

function moveTo(state: State, cursor: number): State {
  const bounded = Math.max(0, Math.min(visibleCount(state) - 1, cursor));
  return { ...state, notice: null, preview: { ...state.preview, cursor: bounded } };
}

/** On the row that starts at `line` of the file, or the next one after it; null where the filter hides all of those. */
export function moveToLine(state: State, line: number): State | null {
  const count = visibleCount(state);
  const place = firstPlace(count, (index) => (rowAt(state, index)?.line ?? 0) >= line);
  return place === count ? null : moveTo(state, place);
}

function toNextProblem(state: State): State {
  const whole = wholeFileProblems(state);
  const ofRows = (state.preview.match?.problems ?? []).filter((problem) => !whole.includes(problem));
  const lines = ofRows.flatMap(({ line }) => line ?? []);
  const [first] = whole;
  if (lines.length === 0) {
    return first === undefined
      ? say(state, 'good', 'No row has a problem.')
      : say(state, 'bad', `${first.message} ${first.cure}`);
  }
  const here = rowNow(state)?.line ?? 0;
  const next = lines.find((line) => line > here) ?? lines[0] ?? 0;
  const shown = state.preview.filter === 'pairs' ? withFilter(state, 'all') : state;
  return moveToLine(shown, next) ?? shown;
}

/** With another filter; the cursor stays on its row, or goes to the first one after it. */
function withFilter(state: State, filter: PreviewFilter): State {
  const { match } = state.preview;
  const rows = state.file.loaded?.rows ?? [];
  const line = rowNow(state)?.line ?? 0;
  const preview: PreviewState = { ...state.preview, filter, visible: visibleRows(rows, match, filter), cursor: 0 };
  const filtered = { ...state, preview };
  return moveToLine(filtered, line) ?? moveTo(filtered, visibleCount(filtered) - 1);
}

function visibleRows(rows: readonly PairRow[], match: Match | null, filter: PreviewFilter): number[] | null {
  if (filter === 'all' || match === null) return null;
  const lines: ReadonlyMap<number, unknown> = filter === 'pairs' ? match.pairByLine : match.problemsByLine;
  return [...rows.keys()].filter((index) => lines.has(rows[index]?.line ?? 0));
}

function undo(state: State): State {
  const { mendings, undoneMendings } = state;
  const last = mendings.history.at(-1);
  if (last === undefined) return say(state, 'info', 'There is no mending to undo.');
  const left = undoMending(mendings);
  const noted = { ...state, mendings: left, undoneMendings: noteUndone(undoneMendings, mendings, left) };
  const undone = matchRows(noted);
  const said = `Line ${last.line} is as it was before; y mends it again.`;
  return say(moveToLine(undone, last.line) ?? undone, 'good', said);
}

function mendAgain(state: State): State {
  const { mendings, undoneMendings } = state;
  const again = undoneLast(undoneMendings, mendings);
  if (again === null) return say(state, 'info', 'No mending was undone.');
  const line = again.history.at(-1)?.line ?? 0;
  const mended = matchRows({ ...state, mendings: again, undoneMendings: undoneMendings.slice(0, -1) });
  return say(moveToLine(mended, line) ?? mended, 'good', `Line ${line} is mended again; u takes that back.`);
}

const MEND_ALL = 'Mend each row or leave it out (Enter), or choose another file (Esc).';

/** What is wrong with the file as a whole: no row can be mended for it. */
export function wholeFileProblems({ file, preview }: State): readonly Problem[] {
  const ofRows = (preview.match?.problems ?? []).filter(({ line }) => line === null);
  return [...(file.loaded?.problems ?? []), ...ofRows.filter((problem) => !file.loaded?.problems.includes(problem))];
}

/** Only a file without problems goes further (A47). */
function leave(state: State): State {
  const { match } = state.preview;
  const problems = match?.problems ?? [];
  if (match === null || problems.length > 0) {
    const [whole] = wholeFileProblems(state);
    const shown = toNextProblem(state.preview.filter === 'problems' ? state : withFilter(state, 'all'));
    const many = problems.length === 1 ? 'One problem is' : `${numberText(problems.length)} problems are`;
    return say(shown, 'bad', `${many} left. ${whole?.cure ?? MEND_ALL}`);
  }
  if (match.pairs.length === 0) {
    const what = carryingNow(state) === 'merge' ? 'nobody to merge' : 'nothing to transfer';
    const cure = 'Fill in To User ID cells, or press Enter on a row.';
    return say(state, 'bad', `No row has both IDs: there is ${what}. ${cure}`);
  }
  return goOn(state);
}

function groupByLine<F extends Finding<string>>(findings: readonly F[]): Map<number, F[]> {
  const groups = new Map<number, F[]>();
  for (const finding of findings) {
    const line = finding.line ?? 0;
    const group = groups.get(line);
    if (group === undefined) groups.set(line, [finding]);
    else group.push(finding);
  }
  return groups;
}

/** Rows of the page under the cursor, and which page it is. */
export function pageNow(state: State) {
  return pageOf(state.preview.cursor, visibleCount(state), state.preview.rowsPerPage);
}

/** Lines of the preview's body that the table takes, one row at the least; the rest tells of the row under the cursor. */
export function tableHeight(state: State): number {
  return Math.max(4, bodySize(state).height - 3);
}
