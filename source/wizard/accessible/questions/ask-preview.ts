import { fullName } from '../../../model/user.ts';
import type { PairRow } from '../../../pairs/pair-row.ts';
import { firstPlace } from '../../logic/first-place.ts';
import { mendItems } from '../../logic/mend.ts';
import { rowAt, rowNow, visibleCount, wholeFileProblems } from '../../logic/preview.ts';
import { undoneLast } from '../../logic/undone.ts';
import { ROWS_PER_PAGE } from '../../preview-state.ts';
import { rowState, type Side, sidesOf } from '../../row-sides.ts';
import { detailLines } from '../../screens/detail-lines.ts';
import { countsText, emptyText } from '../../screens/preview-words.ts';
import type { State } from '../../state.ts';
import type { Action } from '../../task.ts';
import { listingProblems, press, pressing, typing } from '../presses.ts';
import type { Answer, Asking, Command, List } from '../question.ts';
import { spokenText } from '../spoken-text.ts';
import { menuList } from './menu-list.ts';

const FILTER_WORDS = {
  all: 'All rows are listed.',
  pairs: 'Only pairs are listed.',
  problems: 'Only problems are listed.',
};

/** Every row of the file as it will be carried, or why not, by the number of its line (A44 to A47). */
export const askPreview: Asking = (state) => {
  const { match, filter } = state.preview;
  const whole = wholeFileProblems(state).map(({ message, cure }) => `Problem of the file: ${message} ${cure}`);
  const isEmpty = visibleCount(state) === 0;
  return {
    lines: [
      `${countsText(state)}.`,
      ...whole,
      FILTER_WORDS[filter],
      ...(isEmpty ? [spokenText(emptyText(state))] : []),
    ],
    list: rowList(state),
    commands: commandsOf(state),
    first: (now) => {
      if (now.preview.filter !== 'all') return [];
      return Array.from(
        { length: (match?.problems.length ?? 0) > 0 ? 2 : (match?.pairs.length ?? 0) > 0 ? 1 : 0 },
        () => press('f'),
      );
    },
  };
};

function commandsOf({ preview: { match }, mendings, undoneMendings }: State): Command[] {
  const problems = listingProblems(({ preview }) => preview.filter === 'problems');
  return [
    { letter: 'c', label: 'continue', answer: pressing('c') },
    ...((match?.problemsByLine.size ?? 0) > 0 ? [{ letter: 'n', label: 'list the problems', answer: problems }] : []),
    { letter: 'f', label: 'list all rows, pairs or problems', answer: pressing('f') },
    { letter: 'r', label: 'rows at a time', answer: pressing('r') },
    ...(mendings.byLine.size === 0
      ? []
      : [
          { letter: 'u', label: 'undo mending', answer: pressing('u') },
          { letter: 's', label: 'save a mended copy', answer: pressing('s') },
        ]),
    ...(undoneLast(undoneMendings, mendings) === null
      ? []
      : [{ letter: 'y', label: 'mend again what was undone', answer: pressing('y') }]),
  ];
}

function rowList(state: State): List {
  const hand =
    state.mode === 'bulk-merge'
      ? [
          {
            letter: 'o',
            label: 'choose for this pair by hand',
            answer: (index: number) => at(state, index, press('o')),
          },
        ]
      : [];
  return {
    noun: 'rows',
    count: visibleCount(state),
    page: state.preview.rowsPerPage,
    name: state.preview.filter,
    numberAt: (index) => rowAt(state, index)?.line ?? 0,
    find: (line) => findLine(state, line),
    entryAt(index) {
      const row = rowAt(state, index);
      return { text: row === undefined ? '' : rowText(state, row) };
    },
    pick: (index) => at(state, index, press('enter')),
    rowCommands: [{ letter: 'd', label: 'the whole row', answer: (index) => at(state, index, press('d')) }, ...hand],
  };
}

/** The cursor on the row at `index`, and then `action`. */
function at(state: State, index: number, action: Action): Answer {
  const line = rowAt(state, index)?.line ?? 0;
  return { does: [() => [press('g'), ...typing(String(line)), press('enter'), action]] };
}

function findLine(state: State, line: number): number | null {
  const place = firstPlace(visibleCount(state), (index) => (rowAt(state, index)?.line ?? 0) >= line);
  return rowAt(state, place)?.line === line ? place : null;
}

/** "problem. Source 19 John Smith <…>; target 999. Problem: …". */
function rowText(state: State, row: PairRow): string {
  const { source, target } = sidesOf(state, row);
  const { match } = state.preview;
  const problems = (match?.problemsByLine.get(row.line) ?? []).map(
    ({ message, cure }) => `Problem: ${message} ${cure}`,
  );
  const warnings = (match?.warningsByLine.get(row.line) ?? []).map(
    ({ message, cure }) => `Warning: ${message} ${cure}`,
  );
  const word = problems.length > 0 ? 'problem' : rowState(state, row);
  return [`${word}. Source ${sideText(source)}, target ${sideText(target)}.`, ...problems, ...warnings].join(' ');
}

function sideText({ text, user }: Side): string {
  if (user !== undefined) return `${fullName(user)} (${user.id}), ${user.email}`;
  return text === '' ? 'nobody' : `“${text}”`;
}

/** What to do with the row that was chosen. */
export const askMend: Asking = (state) => {
  const row = rowNow(state);
  return {
    lines: [
      `Line ${row?.line ?? ''}: what should become of this row?`,
      ...(row === undefined ? [] : [rowText(state, row)]),
    ],
    list: menuList(mendItems(state)),
  };
};

/** One row whole. */
export const askDetail: Asking = (state) => ({
  reading: detailLines(state, 'Attention:').filter((line) => line !== ''),
});

/** How many rows are read out at once (A45). */
export const askRowsPerPage: Asking = () => ({
  list: menuList(ROWS_PER_PAGE.map((rows) => ({ value: String(rows), label: `${rows} rows at a time` }))),
});
