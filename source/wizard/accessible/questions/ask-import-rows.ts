import { columnOf } from '../../../people/import/change-mapping.ts';
import type { ImportRow } from '../../../people/import/import-check.ts';
import { firstPlace } from '../../logic/first-place.ts';
import { factsOf, findingsOf } from '../../logic/import-findings.ts';
import { cellsNow, LEAVE_OUT } from '../../logic/import-mend.ts';
import { rowAt, rowNow, visibleRows } from '../../logic/import-rows.ts';
import { personText } from '../../logic/row-person.ts';
import { undoneLast } from '../../logic/undone.ts';
import { importRowLines, importWarningLines } from '../../screens/import-row-lines.ts';
import {
  anotherText,
  changesText,
  countsText,
  effectsText,
  fieldText,
  filterText,
  kindText,
  mendingText,
} from '../../screens/import-row-words.ts';
import type { State } from '../../state.ts';
import type { Action } from '../../task.ts';
import { entering, listingProblems, moving, press, pressing, typing } from '../presses.ts';
import type { Answer, Asking, Command, List } from '../question.ts';
import { askConfirm } from './ask-confirm.ts';
import { SPOKEN_LOOK } from './spoken-look.ts';
import { toldWarnings } from './told-warnings.ts';

/** Every row of the file and what becomes of it, by the number of its line. */
export const askImportPreview: Asking = (state) => {
  const { importing } = state;
  const { check } = importing;
  const again: Command = { letter: 'c', label: 'check the rows', answer: pressing('c') };
  if (check === null) return { lines: ['The rows have not been checked.'], commands: [again] };
  const whole = factsOf(findingsOf(check).whole, 'Problem of the file:');
  return {
    lines: [
      `${countsText(importing)}.`,
      `${effectsText(importing)}.`,
      ...whole,
      `Listed: ${filterText(importing.filter)}.`,
    ],
    list: rowList(state),
    commands: commandsOf(state),
    first: (now) =>
      now.importing.filter === 'all' && (now.importing.check?.counts.problems ?? 0) > 0 ? [press('f')] : [],
  };
};

function commandsOf({ importing }: State): Command[] {
  const { check, edits, undoneEdits } = importing;
  const isMended = edits.byLine.size > 0;
  const hasProblems = (check?.counts.problems ?? 0) > 0;
  const problems = listingProblems((now) => now.importing.filter === 'problems');
  return [
    { letter: 'c', label: 'continue', answer: pressing('c') },
    ...(hasProblems ? [{ letter: 'n', label: 'list the problems', answer: problems }] : []),
    { letter: 'f', label: 'list another kind of rows', answer: pressing('f') },
    ...((check?.warnings.length ?? 0) > 0 ? [{ letter: 'w', label: 'warnings', answer: pressing('w') }] : []),
    { letter: 'r', label: 'rows at a time', answer: pressing('r') },
    ...(hasProblems ? [{ letter: 'p', label: 'save the problem rows', answer: pressing('p') }] : []),
    ...(isMended ? [{ letter: 'u', label: 'undo mending', answer: pressing('u') }] : []),
    ...(undoneLast(undoneEdits, edits) === null
      ? []
      : [{ letter: 'y', label: 'mend again what was undone', answer: pressing('y') }]),
    ...(isMended ? [{ letter: 's', label: 'save a mended copy', answer: pressing('s') }] : []),
  ];
}

function rowList(state: State): List {
  const { importing, preview } = state;
  const lineAt = (index: number) => rowAt(importing, index)?.line ?? 0;
  const at = (index: number, action: Action): Answer => ({
    does: [() => [press('g'), ...typing(String(lineAt(index))), press('enter'), action]],
  });
  return {
    noun: 'rows',
    count: visibleRows(importing),
    page: preview.rowsPerPage,
    name: importing.filter,
    numberAt: lineAt,
    find: (line) => findLine(importing, line),
    entryAt(index) {
      const row = rowAt(importing, index);
      return { text: row === undefined ? '' : rowText(state, row) };
    },
    pick: (index) => at(index, press('enter')),
    rowCommands: [
      { letter: 'd', label: 'the whole row', answer: (index) => at(index, press('d')) },
      { letter: 'x', label: 'leave it out', answer: (index) => at(index, press('x')) },
    ],
  };
}

function findLine(importing: State['importing'], line: number): number | null {
  const place = firstPlace(visibleRows(importing), (index) => (rowAt(importing, index)?.line ?? 0) >= line);
  return rowAt(importing, place)?.line === line ? place : null;
}

/** Of an update with so few changes each is read out; of one with more d reads them. */
const READ_OUT = 3;

/** "create: Ada Berg. 9 given. Problem: …", "update: Jenny Andrews (21). 1 changed. Team: Sales becomes Support.". */
function rowText(state: State, row: ImportRow): string {
  const { importing } = state;
  const { problems, warnings } = findingsOf(importing.check);
  const who = row.kind === 'create' ? row.name : personText(state, row);
  const changes = changesText(row);
  const mended = mendingText(importing, row);
  const another = anotherText(row);
  return [
    `${kindText(row)}${who === '' ? '' : `: ${who}`}.`,
    ...(mended === '' ? [] : [`${mended.charAt(0).toUpperCase()}${mended.slice(1)}.`]),
    ...(changes === '' ? [] : [`${changes}.`]),
    ...(row.kind === 'update' && row.fields.length <= READ_OUT ? row.fields : []).map(
      (change) => `${fieldText(change, SPOKEN_LOOK.symbols.arrow, importing.mapping?.rules ?? null, state.world)}.`,
    ),
    ...factsOf(problems.get(row.line) ?? [], 'Problem:'),
    ...factsOf(warnings.get(row.line) ?? [], 'Warning:'),
    ...(another === '' ? [] : [`Warning: ${another}`]),
  ].join(' ');
}

/** The cells of one row, to choose the one that is to be mended. */
export const askImportMend: Asking = (state) => {
  const { importing } = state;
  const { mapping, file } = importing;
  const row = rowNow(state);
  const problems = findingsOf(importing.check).problems.get(row?.line ?? 0) ?? [];
  const wrong = new Set(problems.map(({ column }) => column));
  const headings = file?.headings ?? [];
  const cells = cellsNow(state);
  return {
    lines: [
      `Line ${row?.line ?? ''}: which cell? The last number leaves the row out.`,
      ...factsOf(problems, 'Problem:'),
    ],
    list: {
      noun: 'cells',
      count: headings.length + 1,
      start: Math.max(
        0,
        headings.findIndex((heading) => wrong.has(heading)),
      ),
      find: (number) => (number >= 1 && number <= headings.length + 1 ? number - 1 : null),
      entryAt(index) {
        const heading = headings[index];
        if (heading === undefined) return { text: `${LEAVE_OUT.label}: ${LEAVE_OUT.detail}` };
        const isWrong = wrong.has(heading);
        const isRead = mapping !== null && columnOf(mapping, heading) !== undefined;
        return { text: `${heading}: “${cells[index] ?? ''}”${isWrong ? ', PROBLEM' : isRead ? '' : ', not read'}` };
      },
      pick: (index) => ({ does: [(now: State) => [...moving(now.importing.cellCursor, index), press('enter')]] }),
    },
  };
};

/** Another text for the cell; in quotation marks, whatever it is. */
export const askImportCell: Asking = (state) => {
  const { importing } = state;
  const line = rowNow(state)?.line ?? 0;
  const heading = importing.file?.headings[importing.cellCursor] ?? '';
  const problems = (findingsOf(importing.check).problems.get(line) ?? []).filter(({ column }) => column === heading);
  const isQuoted = (typed: string) => /^".*"$/.test(typed);
  return {
    lines: [
      `Line ${line}, ${heading}.`,
      ...factsOf(problems, 'Problem:'),
      'What stands in quotation marks is taken as it stands, a single letter and nothing at all, too.',
    ],
    wanted: {
      label: 'The cell',
      standard: importing.cellField.value,
      isMeant: isQuoted,
      take: (typed) => entering(isQuoted(typed) ? typed.slice(1, -1) : typed),
    },
  };
};

const told = (lines: readonly string[]) => lines.filter((line) => line !== '');

/** One row whole. */
export const askImportRow: Asking = (state) => ({ reading: told(importRowLines(state, SPOKEN_LOOK)) });

/** The first confirmation of an import, with its warnings. */
export const askImportConfirm: Asking = (state) => {
  const warnings = (state.importing.check?.warnings.length ?? 0) === 0 ? [] : told(importWarningLines(state));
  return { ...askConfirm(state), facts: toldWarnings(warnings, 'b, then w reads them all') };
};

/** All warnings of the import. */
export const askImportWarnings: Asking = (state) => ({ reading: told(importWarningLines(state)) });
