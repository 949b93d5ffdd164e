import { describe, expect, test } from 'vitest';
import { NO_EDITS } from '../../../source/people/import/edit-rows.ts';
import type { PeopleFile } from '../../../source/people/import/import-check.ts';
import { cellsNow } from '../../../source/wizard/logic/import-mend.ts';
import { pageNow, rowNow, visibleRows } from '../../../source/wizard/logic/import-rows.ts';
import { hasUnsavedEdits } from '../../../source/wizard/logic/with-import.ts';
import { makeLook } from '../../../source/wizard/look.ts';
import { confirmSentences } from '../../../source/wizard/screens/confirm-words.ts';
import { importRowLines } from '../../../source/wizard/screens/import-row-lines.ts';
import { countsText, kindText, mendingText } from '../../../source/wizard/screens/import-row-words.ts';
import { placeNow, type State, stepNow } from '../../../source/wizard/state.ts';
import { taskLabel } from '../../../source/wizard/task-label.ts';
import { after, choose, fail, finish, jobOf, opened, press, runOf, type } from '../given.ts';
import { atBlanks, atImportConfirm, atImportPreview, checked, peopleFile, plannedImport } from '../given-import.ts';

const HEADINGS = ['User ID', 'Email', 'First Name', 'Last Name', 'Rank', 'Deactivated'];

function cellsOf(id: number, parts: Partial<Record<number, string>> = {}): string[] {
  const user = opened().world.byId.get(id);
  if (user === undefined) throw new Error(`There is no user ${id}`);
  const { Rank: rank = '', Deactivated: day = '' } = user.profile;
  const cells = [String(id), user.email, user.firstName, user.lastName, String(rank), String(day)];
  return cells.map((cell, place) => parts[place] ?? cell);
}

/** A new person, one changed, one who loses a value, one who becomes inactive, two problems, one unchanged, a blank row. */
function fileOfAll(): PeopleFile {
  return peopleFile(HEADINGS, [
    ['0', 'new@lindenhall.example', 'New', 'Person', '', ''],
    cellsOf(19, { 2: 'Johnny' }),
    cellsOf(22, { 4: '' }),
    cellsOf(24, { 5: '2026-01-01' }),
    ['9999', 'who@lindenhall.example', 'Who', 'Ever', '', ''],
    ['0', 'no mail', 'No', 'Mail', '', ''],
    cellsOf(26),
    ['', '', '', '', '', ''],
  ]);
}

/** The same with what is blank erased, and the fields that the file has no column of kept. */
function preview(file: PeopleFile = fileOfAll()): State {
  const blanks = atBlanks(file);
  expect(blanks.importing.mapping).toMatchObject({ blanks: 'keep', missing: 'keep' });
  return checked(press(blanks, 'right', 'enter'));
}

const lineNow = (state: State) => rowNow(state)?.line;

describe('the rows', () => {
  test('are counted by what becomes of them', () => {
    const counts = preview().importing.check?.counts;
    expect(counts).toMatchObject({ create: 1, update: 3, problems: 2, unchanged: 1, skipped: 1, deactivated: 1 });
    expect(counts?.erasedValues).toBe(1);
  });

  test('are filtered by kind, only by kinds that there are; the cursor stays near its line', () => {
    const at = press(preview(), 'down', 'down', 'down');
    expect(lineNow(at)).toBe(5);
    const seen: [string, number][] = [];
    let state = at;
    for (let turn = 0; turn < 8; turn += 1) {
      state = press(state, 'f');
      seen.push([state.importing.filter, visibleRows(state.importing)]);
    }
    expect(seen).toEqual([
      ['problems', 2],
      ['create', 1],
      ['update', 3],
      ['erasing', 1],
      ['deactivated', 1],
      ['unchanged', 1],
      ['skipped', 1],
      ['all', 8],
    ]);
    expect(lineNow(press(at, 'f'))).toBe(6);
  });

  test('are paged, gone to by line, and by problem', () => {
    const rows = Array.from({ length: 60 }, (_, index) => ['0', `n${index}@lindenhall.example`, 'New', 'One', '', '']);
    rows[40] = ['0', 'no mail', 'New', 'One', '', ''];
    const many = preview(peopleFile(HEADINGS, rows));
    expect(pageNow(many)).toEqual({ start: 0, end: 10, page: 1, pages: 6 });
    expect(pageNow(press(many, 'right', 'right')).page).toBe(3);
    expect(pageNow(press(many, 'end')).page).toBe(6);
    expect(lineNow(press(press(many, 'n')))).toBe(42);
    expect(lineNow(press(type(press(many, 'g'), '30'), 'enter'))).toBe(30);
    expect(press(type(press(many, 'g'), '999'), 'enter').overlay).toBe('go-to-row');
    expect(pageNow(choose(press(many, 'r'), '25')).pages).toBe(3);
  });

  test('fill the window, unless the operator said how many are shown', () => {
    const rows = Array.from({ length: 60 }, (_, index) => ['0', `n${index}@lindenhall.example`, 'New', 'One', '', '']);
    const file = peopleFile(HEADINGS, rows);
    const large = after(opened(), { type: 'resized', columns: 120, rows: 40 });
    const shown = atImportPreview(file, large);
    expect(pageNow(shown).end).toBe(25);
    const chosen = choose(press(shown, 'r'), '10');
    expect(pageNow(checked(press(chosen, 'escape', 'down', 'right', 'enter'))).end).toBe(10);
  });

  test('are told whole: each value before and after, the cells as they stand', () => {
    const lines = importRowLines(press(preview(), 'down'), makeLook({ ascii: false })).join('\n');
    expect(lines).toContain('First Name  John → Johnny');
    expect(lines).toContain('Last Name: “Smith”');
  });
});

describe('mending', () => {
  const wrong = () => press(preview(), 'n', 'n');
  const leftOut = () => press(wrong(), 'enter', 'page-down', 'enter');

  test('begins at the cell with the problem, and the rows are checked anew', () => {
    const mending = press(wrong(), 'enter');
    expect(mending.importing.cellCursor).toBe(1);
    const typed = press(type(press(mending, 'enter', 'ctrl-u'), 'no.mail@lindenhall.example'), 'enter');
    expect(jobOf(typed, 'check-import').wish.edits.byLine.get(7)).toEqual(new Map([[1, 'no.mail@lindenhall.example']]));
    const mended = checked(typed);
    expect(mended.importing.check?.counts).toMatchObject({ create: 2, problems: 1 });
    expect(lineNow(mended)).toBe(7);
    expect(mended.notice?.text).toContain('Line 7: Email is mended');
    const undone = checked(press(mended, 'u'));
    expect(undone.importing.check?.counts.problems).toBe(2);
    expect(undone.importing.edits.byLine.size).toBe(0);
    const again = checked(press(undone, 'y'));
    expect(again.importing.edits).toBe(mended.importing.edits);
    expect(again.notice?.text).toBe('Line 7 is mended again; u takes that back.');
    expect(press(again, 'y').notice?.text).toBe('No mending was undone.');
  });

  test('that leaves a problem behind is not ticked: what still stands against the row is told', () => {
    const typed = press(type(press(wrong(), 'enter', 'enter', 'ctrl-u'), 'still no mail'), 'enter');
    expect(typed.notice?.tone).toBe('info');
    const mended = checked(typed);
    expect(mended.notice?.tone).toBe('bad');
    expect(mended.notice?.text).toMatch(
      /^Line 7 still has a problem\. Email: “still no mail” is not an e-mail address/,
    );
    const right = checked(press(type(press(mended, 'enter', 'enter', 'ctrl-u'), 'a@lindenhall.example'), 'enter'));
    expect(right.notice).toMatchObject({ tone: 'good', text: expect.stringContaining('Line 7: Email is mended') });
    expect(checked(press(right, 'u')).notice?.text).toBe('Line 7 is as it was before; y mends it again.');
  });

  test('leaves out a row by name', () => {
    const state = checked(press(preview(), 'down', 'enter', 'page-down', 'enter'));
    expect(state.notice).toMatchObject({ tone: 'good', text: expect.stringContaining('Line 3 is left out') });
    expect(importRowLines(state, makeLook({ ascii: false }))[0]).toBe('Line 3: left out  John Smith (19)');
    const created = checked(press(preview(), 'enter', 'page-down', 'enter'));
    expect(importRowLines(created, makeLook({ ascii: false }))[0]).toBe('Line 2: left out  New Person');
  });

  test('x leaves the row under the cursor out, and says so where it is out already', () => {
    const out = checked(press(wrong(), 'x'));
    expect(out.importing.edits.byLine.get(7)).toBe('left-out');
    expect(out.notice).toMatchObject({ tone: 'good', text: expect.stringContaining('Line 7 is left out') });
    const row = rowNow(out);
    expect(row && [kindText(row), mendingText(out.importing, row)]).toEqual(['left out', 'by you']);
    expect(countsText(out.importing)).toContain('2 left out');
    const again = press(out, 'x');
    expect([again.notice?.text, again.importing.edits]).toEqual(['Line 7 is left out already.', out.importing.edits]);
  });

  test('what is typed on a cell takes its place in a field, whatever the keys are; Escape leaves all as it was', () => {
    const mending = press(wrong(), 'enter');
    const helped = press(mending, '?');
    expect(placeNow(helped)).toBe('help');
    const field = press(type(mending, 'xqc ru'), 'down');
    expect([placeNow(field), field.importing.cellField.value]).toEqual(['import-cell', 'xqc ru']);
    const back = press(field, 'escape');
    expect([placeNow(back), back.importing.cellCursor, back.importing.edits]).toEqual(['import-mend', 1, NO_EDITS]);
    expect(placeNow(press(back, 'escape'))).toBe('import-preview');
    const pasted = after(mending, { type: 'key', press: { name: 'paste', text: 'no.mail@lindenhall.example' } });
    const mended = checked(press(pasted, 'enter'));
    expect(mended.importing.edits.byLine.get(7)).toEqual(new Map([[1, 'no.mail@lindenhall.example']]));
  });

  test('Delete on a cell empties the field, not the cell', () => {
    const emptied = press(wrong(), 'enter', 'delete');
    expect([placeNow(emptied), emptied.importing.cellField.value]).toEqual(['import-cell', '']);
    expect(emptied.importing.edits).toBe(NO_EDITS);
  });

  test('Home goes to the first cell, End to the line that leaves the row out', () => {
    const mending = press(wrong(), 'enter');
    expect(press(mending, 'home').importing.cellCursor).toBe(0);
    expect(press(mending, 'end').importing.cellCursor).toBe(cellsNow(mending).length);
  });

  test('a blank, and keys that type nothing, begin no field', () => {
    const mending = press(wrong(), 'enter');
    expect(press(mending, 'space', 'tab', 'left')).toEqual(mending);
  });

  test('the row is left out on a line of its own, on which no text is taken; once it is, not twice', () => {
    const last = press(wrong(), 'enter', 'page-down', 'down');
    const typed = type(last, 'xd');
    expect([typed.overlay, typed.importing.edits]).toEqual(['import-mend', NO_EDITS]);
    expect(typed.notice?.text).toContain('takes no text');
    const out = checked(press(typed, 'enter'));
    expect(out.importing.edits.byLine.get(7)).toBe('left-out');
    const again = press(out, 'enter', 'page-down', 'enter');
    expect(again.notice?.text).toBe('Line 7 is left out already.');
    expect(again.importing.edits).toBe(out.importing.edits);
    expect(checked(press(again, 'escape', 'u')).importing.edits.byLine.size).toBe(0);
  });

  test('a row left out counts as a blank one', () => {
    const out = checked(leftOut());
    expect(out.importing.check?.counts).toMatchObject({ problems: 1, skipped: 2 });
    expect(hasUnsavedEdits(out)).toBe(true);
    const saving = press(out, 's', 'enter');
    expect(jobOf(saving, 'save-people').path).toBe('/srv/files/new-mended.csv');
    const asked = fail(saving, 'file-exists');
    expect(jobOf(press(asked, 'right', 'enter'), 'save-people').force).toBe(true);
    const saved = finish(saving, { kind: 'save-people', path: '/srv/files/new-mended.csv', rowsChanged: 1 });
    expect(hasUnsavedEdits(saved)).toBe(false);
    expect(saved.summary).toEqual(['Mended file (1 row changed): /srv/files/new-mended.csv']);
  });

  test('the rows with problems are saved with their reasons', () => {
    const saving = press(preview(), 'p', 'enter');
    const { path, check } = jobOf(saving, 'save-problems');
    expect([path, check.problems.length]).toEqual(['/srv/files/new-problems.csv', 2]);
    const saved = finish(saving, { kind: 'save-problems', path, rows: 2 });
    expect(saved.notice?.text).toBe(
      '2 rows with problems: /srv/files/new-problems.csv. Mend them there, and import that file.',
    );
  });

  test('of those whose dates would fit another way, too, it is told how the file has them', () => {
    const file = peopleFile(HEADINGS, [
      cellsOf(24, { 5: '25/06/2020' }),
      cellsOf(19, { 1: 'no mail', 5: '05/06/2020' }),
    ]);
    const saving = press(preview(file), 'p', 'enter');
    const saved = finish(saving, { kind: 'save-problems', path: '/srv/files/bad.csv', rows: 1 });
    expect(saved.notice?.text).toMatch(/ import that file, with Deactivated as DD\/MM\/YYYY\.$/);
  });

  test('where the file as a whole is wrong there are no such rows, and what is wrong is told', () => {
    const state = preview();
    const { check } = state.importing;
    if (check === null) throw new Error('The rows have not been checked');
    const cut = {
      line: null,
      column: null,
      value: null,
      code: 'unreadable' as const,
      message: 'It is cut.',
      cure: 'Save it.',
    };
    const whole = { ...check, rows: [], problems: [cut], counts: { ...check.counts, problems: 0 } };
    const told = press({ ...state, importing: { ...state.importing, check: whole } }, 'p');
    expect(told.notice).toMatchObject({ tone: 'bad', text: 'It is cut. Save it.' });
  });

  test('unsaved mendings are not dropped for another file without a question', () => {
    const out = checked(leftOut());
    const atFile = { ...out, trail: ['home', 'import-file'] as const };
    const other = { ...atFile, file: { ...atFile.file, field: { value: 'other.csv', cursor: 9 } } };
    expect(press(other, 'enter').question?.text).toContain('One mended row of new.csv would be lost');
  });
});

test('mendings that no copy has are not dropped by reading the file in another way without a question', () => {
  const out = checked(press(preview(), 'enter', 'page-down', 'enter'));
  const look = press(out, 'escape', 'escape', 'escape', 'escape');
  expect(stepNow(look)).toBe('import-look');
  for (const key of ['d', 'e']) {
    const asked = press(look, key);
    expect(asked.question?.text).toContain('One mended row of new.csv would be lost');
    const kept = press(asked, 'enter');
    expect([kept.task, kept.importing.edits]).toEqual([null, out.importing.edits]);
    expect(jobOf(press(asked, 'right', 'enter'), 'read-people').path).toBe('/srv/files/new.csv');
  }
});

describe('going on', () => {
  test('rows with problems stay out; where no other is left nothing goes on', () => {
    expect(stepNow(press(preview(), 'c'))).toBe('import-confirm');
    const bad = preview(peopleFile(HEADINGS, [['0', 'no mail', 'No', 'Mail', '', '']]));
    expect(stepNow(press(bad, 'c'))).toBe('import-preview');
    expect(press(bad, 'c').notice?.text).toContain('has a problem');
    const same = preview(peopleFile(HEADINGS, [cellsOf(26)]));
    expect(press(same, 'c').notice?.text).toBe('Nothing would happen: the store has it all already.');
  });

  test('the phrase is asked for whatever the import does, and says what is erased and who becomes inactive', () => {
    const confirm = plannedImport(press(preview(), 'c'));
    expect(confirm.plan?.confirm).toBe('IMPORT 4 ERASE 1 DEACTIVATE 1');
    const phrase = press(confirm, 'right', 'enter');
    expect(stepNow(phrase)).toBe('phrase');
    expect(press(type(phrase, 'IMPORT 4'), 'enter').task).toBeNull();
    expect(jobOf(press(type(phrase, 'IMPORT 4 ERASE 1 DEACTIVATE 1'), 'enter'), 'start-run').plan).toBe(confirm.plan);

    const file = peopleFile(HEADINGS, [['0', 'new@lindenhall.example', 'New', 'Person', '', '']]);
    const plain = atImportConfirm(file);
    expect(plain.confirmFocus).toBe(0);
    expect(stepNow(press(plain, 'enter'))).toBe('import-preview');
    expect(plain.plan?.confirm).toBe('IMPORT 1');
    expect(jobOf(press(type(press(plain, 'right', 'enter'), 'IMPORT 1'), 'enter'), 'start-run').plan).toBe(plain.plan);
  });

  test('mail that goes out is told before, and that no undo takes it back', () => {
    const told = (state: State) => confirmSentences(state).join(' ');
    const one = atImportConfirm(peopleFile(HEADINGS, [['0', 'new@lindenhall.example', 'New', 'Person', '', '']]));
    expect(told(one)).toContain('1 address gets activation MAIL; an undo does not take that back.');
    const none = atImportConfirm(peopleFile(HEADINGS, [cellsOf(19, { 2: 'Johnny' })]));
    expect(told(none)).not.toContain('MAIL');
  });

  test('the confirmation scrolls as far as its keys take it, and back', () => {
    const down = press(atImportConfirm(fileOfAll()), 'down', 'down');
    expect([down.scroll, press(down, 'up').scroll, stepNow(down)]).toEqual([2, 1, 'import-confirm']);
  });

  test('a plan gone stale is made anew where it is read; once the run begins the answers are let go', () => {
    const plain = atImportConfirm(peopleFile(HEADINGS, [['0', 'new@lindenhall.example', 'New', 'Person', '', '']]));
    const stale = fail(press(type(press(plain, 'right', 'enter'), 'IMPORT 1'), 'enter'), 'stale-plan');
    expect(stepNow(stale)).toBe('import-confirm');
    expect(jobOf(stale, 'plan-import').wish.file.file).toBe('/srv/files/new.csv');
    const begun = finish(press(type(press(plannedImport(stale), 'right', 'enter'), 'IMPORT 1'), 'enter'), {
      kind: 'start-run',
      run: runOf({ left: 1, operation: 'import' }),
    });
    expect(begun.drafts).not.toContain('import');
    expect(stepNow(begun)).toBe('run');
  });

  test('one row with problems stays out, and the others do not wait for it', () => {
    const bad = ['0', 'no mail', 'No', 'Mail', '', ''];
    const good = ['0', 'new@lindenhall.example', 'New', 'Person', '', ''];
    const said = confirmSentences(atImportConfirm(peopleFile(HEADINGS, [bad, good]))).join(' ');
    expect(said).toContain('1 row has problems and stays out; the others do not wait for it.');
  });

  test('a file that was changed since it was read is told of; what was seen is what runs', () => {
    const asked = press(atImportPreview(peopleFile(HEADINGS, [cellsOf(19, { 2: 'Johnny' })])), 'c');
    const made = plannedImport(asked);
    const { plan } = made;
    const { check } = made.importing;
    if (plan === null || check === null) throw new Error('No plan');
    expect(made.notice).toBeNull();
    const told = finish(asked, { kind: 'plan-import', plan, check, moved: [], isFileChanged: true });
    expect(told.notice?.text).toContain('new.csv was changed since it was read: what you have seen is imported');
  });

  test('where somebody changed the store since, the rows are looked through again before anything is confirmed', () => {
    const asked = press(atImportPreview(peopleFile(HEADINGS, [cellsOf(19, { 2: 'Johnny' })])), 'c');
    const { shown } = jobOf(asked, 'plan-import');
    expect(shown).toBe(asked.importing.check);
    const { plan } = plannedImport(asked);
    if (plan === null || shown === null) throw new Error('No plan');
    const check = { ...shown, rows: shown.rows.map((row) => ({ ...row, fields: [] })) };
    const back = finish(asked, { kind: 'plan-import', plan, check, moved: [2] });
    expect([stepNow(back), back.plan, back.importing.check]).toEqual(['import-preview', null, check]);
    expect(back.notice?.text).toContain('a row does something else now: look at line 2 again.');
    expect(back.task).toBeNull();
  });

  test('a run that is still starting says how much it does, and s stops it as soon as it has begun', () => {
    const plain = atImportConfirm(peopleFile(HEADINGS, [['0', 'new@lindenhall.example', 'New', 'Person', '', '']]));
    const starting = press(type(press(plain, 'right', 'enter'), 'IMPORT 1'), 'enter');
    const labelOf = ({ task, stopWanted }: State) =>
      task === null ? '' : taskLabel(task.job, null, stopWanted === task.id);
    expect(labelOf(starting)).toContain('Starting the run of 1 row');
    const begun = { kind: 'start-run', run: runOf({ left: 1, operation: 'import' }) } as const;
    expect(finish(starting, begun).task).toBeNull();
    const wanted = type(starting, 's');
    expect(labelOf(wanted)).toContain('it is stopped as soon as it has begun');
    expect(wanted.phrase.value).toBe('IMPORT 1');
    expect(jobOf(finish(wanted, begun), 'stop-run').run).toBe(begun.run.id);
  });

  test('from the confirmation back to the preview the rows need no second check', () => {
    const back = press(atImportConfirm(peopleFile(HEADINGS, [cellsOf(19, { 2: 'Johnny' })])), 'escape');
    expect(stepNow(back)).toBe('import-preview');
    expect(back.task).toBeNull();
  });

  test('the check can be given up, and begun again', () => {
    const checking = press(atBlanks(fileOfAll()), 'enter');
    const left = press(checking, 'escape');
    expect(left.task).toBeNull();
    expect(stepNow(left)).toBe('import-preview');
    expect(jobOf(press(left, 'c'), 'check-import').wish.mapping).toBe(left.importing.mapping);
  });
});

test('an unfinished import goes on from its confirmation, with what is left of it', () => {
  const { plan } = atImportConfirm(peopleFile(HEADINGS, [['0', 'new@lindenhall.example', 'New', 'Person', '', '']]));
  if (plan === null) throw new Error('No plan');
  const run = runOf({ state: 'stopped', done: 3, left: 1, operation: 'import' });
  const asked = choose(opened({ runs: [run] }), `resume:${run.id}`);
  const confirm = finish(asked, { kind: 'open-plan', changed: 0, run, plan });
  expect(stepNow(confirm)).toBe('import-confirm');
  expect(jobOf(press(type(press(confirm, 'right', 'enter'), 'IMPORT 1'), 'enter'), 'resume-run').shown.id).toBe(run.id);
});

test('how far the check is belongs to the check that is at work', () => {
  const checking = press(atBlanks(fileOfAll()), 'enter');
  const id = checking.task?.id ?? 0;
  expect(after(checking, { type: 'task-progress', id, share: 0.5 }).progress).toBe(0.5);
  expect(after(checking, { type: 'task-progress', id: id - 1, share: 0.5 }).progress).toBeNull();
});
