import { describe, expect, test } from 'vitest';
import type { Mapping } from '../../../source/model/mapping.ts';
import { columnOf, headingOf } from '../../../source/people/import/change-mapping.ts';
import { openDates } from '../../../source/wizard/logic/import-columns.ts';
import { headingNow } from '../../../source/wizard/logic/import-fields.ts';
import { isInUse } from '../../../source/wizard/logic/import-look.ts';
import { listedFields } from '../../../source/wizard/logic/import-pick-field.ts';
import { unreadColumns } from '../../../source/wizard/logic/import-unread.ts';
import { makeLook } from '../../../source/wizard/look.ts';
import { blanksLines } from '../../../source/wizard/screens/import-blanks-words.ts';
import { columnLines, sampleLines } from '../../../source/wizard/screens/import-samples.ts';
import { choiceText, decisionText } from '../../../source/wizard/screens/import-words.ts';
import { type State, stepNow } from '../../../source/wizard/state.ts';
import { choose, finish, jobOf, opened, press, type } from '../given.ts';
import { atBlanks, atImportFile, atLook, checked, peopleFile, preset, readOf, weighed } from '../given-import.ts';
import { ambiguousFile } from '../import-places.ts';

const FILE = peopleFile(
  ['Mail', 'First Name', 'Last Name', 'Phone', 'Rank'],
  [
    ['new@lindenhall.example', 'New', 'Person', '555', '4'],
    ['other@lindenhall.example', 'Other', 'Person', '', ''],
  ],
);

const as1252 = { ...FILE, encoding: { name: 'windows-1252', bom: 0, guessed: false } } as const;
const BAD_BYTES = { kind: 'bad-bytes', line: 1, lastLine: 1, cell: null, excerpt: null } as const;

function fieldOf({ importing }: State, heading: string): string | undefined {
  return importing.mapping === null ? undefined : columnOf(importing.mapping, heading)?.field;
}

function place(state: State, heading: string): State {
  const at = state.importing.file?.headings.indexOf(heading) ?? 0;
  return press(state, ...Array<string>(at).fill('down'));
}

describe('the file', () => {
  test('a file of people leads to what it holds, its columns guessed', () => {
    const look = atLook(FILE);
    expect(stepNow(look)).toBe('import-look');
    expect(['Mail', 'First Name', 'Phone'].map((heading) => fieldOf(look, heading))).toEqual([
      'Email',
      'First Name',
      undefined,
    ]);
    expect(look.notice?.text).toContain('Read 2 rows of new.csv: UTF-8 and commas.');
  });

  test('a file of pairs is offered to be opened under Bulk; No stays', () => {
    const pairs = peopleFile(['From User ID', 'To User ID', 'Email'], [['19', '21', '']]);
    const asked = finish(press(type(atImportFile(), 'new.csv'), 'enter'), readOf(pairs));
    expect(asked.question?.text).toContain('is a file of transfers');
    expect(stepNow(press(asked, 'enter'))).toBe('import-file');
    const opening = press(asked, 'right', 'enter');
    expect(jobOf(opening, 'read-file').path).toBe(pairs.file);
  });

  test('another encoding and another delimiter read it anew, and come round to what is found', () => {
    const look = atLook(FILE);
    const asked = press(look, 'e');
    expect(jobOf(asked, 'read-people').reading).toEqual({ encoding: 'windows-1252', delimiter: null });
    const read = finish(asked, readOf(as1252));
    expect(stepNow(read)).toBe('import-look');
    expect(jobOf(press(read, 'd'), 'read-people').reading).toEqual({ encoding: 'windows-1252', delimiter: ';' });

    const unfit = peopleFile([], []);
    const second = finish(press(read, 'e'), readOf({ ...unfit, fault: BAD_BYTES }));
    expect(jobOf(second, 'read-people').reading.encoding).toBe('utf-16be');
    const round = finish(second, readOf({ ...unfit, fault: BAD_BYTES }));
    expect(jobOf(round, 'read-people').reading).toEqual({ encoding: null, delimiter: null });
    const back = finish(round, readOf(FILE));
    expect(back.notice?.text).toContain('not fit: UTF-16 (little-endian), UTF-16 (big-endian).');
    expect(jobOf(press(back, 'e'), 'read-people').reading.encoding).toBe('windows-1252');
  });

  test('an encoding that is given up or does not fit holds nothing back: the delimiter is changed by itself', () => {
    const given = press(press(atLook(FILE), 'e'), 'escape');
    expect(given.importing.reading).toEqual({ encoding: null, delimiter: null });
    expect(jobOf(press(given, 'd'), 'read-people').reading).toEqual({ encoding: null, delimiter: ';' });
  });

  test('what was chosen stays while it is the same file, and goes with another', () => {
    const chosen = press(place(press(atLook(FILE), 'enter'), 'Rank'), 'x');
    const again = finish(press(chosen, 'escape', 'e'), readOf(FILE));
    expect(fieldOf(again, 'Rank')).toBeUndefined();
    const reread = finish(press(chosen, 'escape', 'e'), readOf({ ...FILE, rows: FILE.rows.slice(0, 1) }));
    expect(fieldOf(press(reread, 'enter', 'z'), 'Rank')).toBe('Rank');
    const other = finish(press(chosen, 'escape', 'e'), readOf(peopleFile(['Email', 'Rank'], [['a@b.example', '1']])));
    expect(fieldOf(other, 'Rank')).toBe('Rank');
  });

  test('what cannot be read goes no further, and says why', () => {
    const problem = {
      line: null,
      column: null,
      value: null,
      code: 'unreadable' as const,
      message: 'The file was changed while it was read.',
      cure: 'Read it again.',
    };
    const stuck = press(atLook({ ...FILE, problems: [problem] }), 'enter');
    expect(stepNow(stuck)).toBe('import-look');
    expect(stuck.notice).toEqual({ tone: 'bad', text: 'The file was changed while it was read. Read it again.' });
  });
});

describe('cells that do not read', () => {
  const file = peopleFile(
    ['Email', 'First Name', 'Last Name', 'Company Start Date'],
    [
      ['one@lindenhall.example', 'One', 'Person', '13.02.2024'],
      ['two@lindenhall.example', 'Two', 'Person', '14.02.2024'],
      ['new@lindenhall.example', 'New', 'Person', '2024-02-15'],
    ],
  );
  const types = press(atLook(file), 'enter', 'enter');
  const look = makeLook({ ascii: false });

  test('are counted and named, and nothing is ticked', () => {
    const [column] = unreadColumns(types.importing);
    expect(column?.heading).toBe('Company Start Date');
    expect(column === undefined ? '' : decisionText(types.importing, column)).toBe('2 FAIL');
    const shown = press(types, 'n');
    expect(shown.notice).toEqual({ tone: 'bad', text: 'Does not read as it is set: “Company Start Date” (2 cells).' });
    const next = press(shown, 'enter');
    expect([stepNow(next), next.notice?.text]).toEqual([
      'import-blanks',
      'Does not read as it is set: “Company Start Date” (2 cells). Rows with such a cell stay out.',
    ]);
  });

  test('are counted in all rows of the file, however late they come', () => {
    const rows = Array.from({ length: 1500 }, (_, index) => [
      `n${index}@lindenhall.example`,
      'New',
      'One',
      '2024-02-15',
    ]);
    for (const place of [1200, 1300, 1400]) rows[place] = ['late@lindenhall.example', 'Late', 'One', '13.02.2024'];
    const { importing } = press(atLook(peopleFile(file.headings, rows)), 'enter', 'enter');
    const [column] = unreadColumns(importing);
    expect(column === undefined ? '' : decisionText(importing, column)).toBe('3 FAIL');
    const text = column === undefined ? '' : columnLines(column, importing, look).join('\n');
    expect(text).toContain('Of 1,500 rows, 3 have a cell that does not read:');
  });

  test('are those that the rows are refused for, shortened numbers in a column of texts too', () => {
    const cells = [
      ['19', 'one@lindenhall.example', 'One', '4.0033E+04'],
      ['1.9', 'two@lindenhall.example', 'Two', '1.23E+15'],
      ['0', 'new@lindenhall.example', 'Jos\uFFFD', '17'],
    ];
    const headings = ['User ID', 'Email', 'First Name', 'Employee ID'];
    const { importing } = press(atLook(peopleFile(headings, cells)), 'enter', 'enter');
    const counts = unreadColumns(importing).map((column) => [column.heading, decisionText(importing, column)]);
    expect(counts).toEqual([
      ['User ID', '1 FAILS'],
      ['First Name', '1 FAILS'],
      ['Employee ID', '2 FAIL'],
    ]);
  });

  test('are shown whole, each with its reason', () => {
    const shown = press(types, 'n', 'd');
    const [column] = unreadColumns(shown.importing);
    expect(shown.overlay).toBe('import-cells');
    const text = column === undefined ? '' : columnLines(column, shown.importing, look).join('\n');
    expect(text).toContain('Of 3 rows, 2 have a cell that does not read:');
    expect(text).toMatch(/“14\.02\.2024”: .*\n/);
    expect(text).toContain('“2024-02-15” → 15 February 2024');
  });
});

test('of dates that are written in another format, that one is told where the column is set', () => {
  const headings = ['Email', 'First Name', 'Last Name', 'Activated'];
  const mapping = preset('calabrio');
  const columns = mapping.columns
    .filter(({ heading }) => headings.includes(heading))
    .map((column) =>
      column.type.kind === 'date'
        ? { ...column, type: { kind: 'date' as const, format: 'DD/MM/YYYY' as const } }
        : column,
    );
  const rows = ['2024-01-31', '2024-02-28'].map((day, index) => [`n${index}@lindenhall.example`, 'N', 'O', day]);
  const { importing } = press(
    atLook(peopleFile(headings, rows), opened(), [{ ...mapping, name: 'DE', columns }]),
    'enter',
    'enter',
  );
  const [column] = unreadColumns(importing);
  const [told] = column === undefined ? [] : sampleLines(column, false, importing, makeLook({ ascii: false }));
  expect(told).toContain('2 cells do not read; most are written as YYYY-MM-DD: ←→ choose it; d shows why.');
});

describe('mappings', () => {
  const SAVED = { ...preset('calabrio'), name: 'Mine' };

  test('a saved one is taken as far as the file has its columns; what it lacks is named', () => {
    const taken = press(atLook(FILE, opened(), [SAVED]), 'm', 'down', 'enter');
    expect(taken.importing.chosen?.mapping.name).toBe('Mine');
    expect(fieldOf(taken, 'Rank')).toBe('Rank');
    expect(fieldOf(taken, 'Mail')).toBeUndefined();
    expect(taken.notice?.text).toMatch(/^3 of the 29 columns of “Mine” are in this file\. Not there: ACD ID/);
  });

  test('the list opens on the one that is in use, be it found to fit best or chosen', () => {
    const columns = SAVED.columns.filter(({ heading }) => ['Email', 'First Name', 'Last Name'].includes(heading));
    const mine = { ...SAVED, columns };
    const file = peopleFile(['Email', 'First Name', 'Last Name'], [['a@b.example', 'A', 'B']]);
    const nameNow = ({ importing }: State) => importing.choices[importing.choiceCursor];
    const usedBy = ({ importing }: State) => importing.choices.filter((choice) => isInUse(choice, importing));
    const list = press(atLook(file, opened(), [mine]), 'm');
    expect(nameNow(list)).toMatchObject({ origin: 'saved', mapping: { name: 'Mine' } });
    expect(usedBy(list)).toEqual([nameNow(list)]);
    const none = press(atLook(FILE, opened(), [SAVED]), 'm');
    expect(nameNow(none)?.origin).toBe('guessed');
    const other = press(press(none, 'down', 'enter'), 'm');
    expect([nameNow(other)?.mapping.name, usedBy(other).length]).toEqual(['Mine', 1]);
  });

  test('a saved one is deleted after a question, a shipped one never', () => {
    const list = press(atLook(FILE, opened(), [SAVED]), 'm', 'down');
    const asked = press(list, 'x');
    expect(asked.question?.text).toContain('Delete the mapping “Mine”?');
    const deleting = press(asked, 'right', 'enter');
    expect(jobOf(deleting, 'delete-mapping').name).toBe('Mine');
    const gone = finish(deleting, { kind: 'delete-mapping', name: 'Mine', saved: [] });
    expect(gone.task).toBeNull();
    expect(gone.importing.choices.map(({ mapping }) => mapping.name)).not.toContain('Mine');
    expect(gone.overlay).toBe('import-mappings');
    expect(gone.importing.choiceCursor).toBe(0);
    const kept = press(gone, 'down', 'x');
    expect(kept.question).toBeNull();
    expect(kept.notice?.text).toContain('cannot be deleted');
  });

  test('a saved one by which the file is read is out of force once it is deleted', () => {
    const look = atLook(FILE, opened(), [SAVED]);
    const taken = press(look, 'm', 'down', 'enter');
    const deleting = press(press(taken, 'm', 'x'), 'right', 'enter');
    const reading = finish(deleting, { kind: 'delete-mapping', name: 'Mine', saved: [] });
    expect(jobOf(reading, 'read-people').path).toBe(FILE.file);
    const read = finish(reading, readOf(FILE, []));
    expect(read.importing.chosen?.origin).toBe('guessed');
    expect(read.importing.mapping).toEqual(read.importing.guess?.mapping);
    expect(fieldOf(read, 'Mail')).toBe('Email');
    expect(read.notice?.text).toBe('The mapping “Mine” is deleted: the file is read as its columns look now.');
  });

  test('saving asks for a name, before it replaces one, and never takes the name of a shipped one', () => {
    const naming = press(atBlanks(FILE, opened()), 's');
    expect(press(naming, 'enter').notice?.text).toBe('Type a name for the mapping.');
    expect(press(type(naming, 'calabrio'), 'enter').notice?.text).toContain('ships with handover');
    const saving = press(type(naming, 'Mine'), 'enter');
    const { mapping } = jobOf(saving, 'save-mapping');
    expect(mapping.name).toBe('Mine');
    const saved = finish(saving, { kind: 'save-mapping', name: 'Mine', saved: [mapping] });
    expect(saved.importing.chosen).toEqual({ origin: 'saved', mapping });
    const again = press(press(saved, 's'), 'enter');
    expect(again.question?.text).toContain('There is a mapping “Mine” already');
    expect(jobOf(press(again, 'right', 'enter'), 'save-mapping').mapping.name).toBe('Mine');
  });
});

describe('a saved mapping and a file that lacks some of its columns', () => {
  const [email, first, last] = ['Email', 'First Name', 'Last Name'] as const;
  const text = { kind: 'text' } as const;
  const HR: Mapping = {
    ...preset('calabrio'),
    name: 'HR',
    about: 'Made with hr.csv.',
    columns: [
      { heading: 'Nr', field: 'User ID', type: { kind: 'number' } },
      { heading: 'Mail', field: email, type: text },
      { heading: first, field: first, type: text },
      { heading: last, field: last, type: text },
      { heading: 'Div', field: 'Divisions', type: { kind: 'list', separator: ';' } },
    ],
  };
  const fields = press(atLook(FILE, opened(), [HR]), 'm', 'enter', 'enter');
  const headings = ({ importing }: State) => importing.mapping?.columns.map(({ heading }) => heading);

  test('saved anew keeps them, and what it is for, be it chosen or guessed', () => {
    for (const begun of [fields, press(atLook(FILE, opened(), [HR]), 'enter')]) {
      expect(headings(begun)).toEqual(['Nr', 'Mail', first, last, 'Div']);
      const blanks = press(weighed(press(begun, 'enter', 'enter')), 'left', 's');
      const named = begun === fields ? blanks : type(blanks, 'HR');
      const { mapping } = jobOf(press(named, 'enter', 'right', 'enter'), 'save-mapping');
      expect(mapping).toEqual({ ...HR, blanks: 'keep' });
    }
  });

  test('another name for a shipped one that was chosen has the columns of the file only', () => {
    const { mapping } = jobOf(press(type(press(atBlanks(FILE), 's'), 'New'), 'enter'), 'save-mapping');
    expect(mapping.columns.map(({ heading }) => heading)).toEqual(['Mail', first, last, 'Rank']);
    expect(mapping.about).toBe('Made with new.csv, of 4 of its 5 columns.');
  });

  test('they are listed behind those of the file, taken out by x, and put back', () => {
    const div = press(fields, ...Array<string>(9).fill('down'));
    expect(headingNow(div)).toBe('Div');
    expect(press(div, 'space').notice?.text).toContain('“Div” is not in this file');
    const out = press(div, 'x');
    expect(headings(out)).toEqual(['Nr', 'Mail', first, last]);
    expect(out.notice?.text).toContain('which says nothing of Divisions now');
    expect(headingNow(out)).toBe('Nr');
    expect(headings(press(out, 'z'))).toEqual(headings(fields));
    expect(headings(press(out, 'r'))).toEqual(headings(fields));
  });

  test('one of them is what another heading becomes', () => {
    const taken = press(type(press(place(fields, 'Rank'), 'space'), 'divisions'), 'enter');
    expect(taken.notice?.text).toBe('“Rank” is Divisions now; “Div” was, and is not in this file.');
    expect(headings(taken)).toEqual(['Nr', 'Mail', first, last, 'Rank']);
  });

  test('the list tells what each was made with, and of the guessed one what it was guessed by', () => {
    const { choices, guess } = fields.importing;
    expect(choices.slice(0, 2).map((choice) => choiceText(choice, guess))).toEqual([
      'Most columns of “HR” are in this file: it is read as that one says.',
      'Made with hr.csv.',
    ]);
  });
});

describe('fields', () => {
  test('the field that is called what was typed stands first, then those that begin so', () => {
    const fields = press(atLook(peopleFile(['Mannschaft'], [['Sales']])), 'enter');
    expect(listedFields(type(press(fields, 'space'), 'team').importing).slice(0, 2)).toEqual(['Team', 'Scope Teams']);
    expect(listedFields(type(press(fields, 'space'), 's').importing)[0]).toBe('Schedule Release Profile');
  });

  test('a field that is taken moves, and that is said', () => {
    const fields = place(press(atLook(FILE), 'enter'), 'Phone');
    const taken = press(type(press(fields, 'space'), 'rank'), 'enter');
    expect(fieldOf(taken, 'Phone')).toBe('Rank');
    expect(fieldOf(taken, 'Rank')).toBeUndefined();
    expect(taken.notice?.text).toBe('“Phone” is Rank now; “Rank” was, and is left out.');
    expect([...taken.importing.byHand]).toEqual(['Phone', 'Rank']);
    expect(press(taken, 'r').importing.mapping).toEqual(fields.importing.mapping);
  });

  test('a column of transfers becomes no field', () => {
    const exported = peopleFile(['From User ID', 'Mail', 'First Name', 'Last Name'], [['19', 'a@b.example', 'A', 'B']]);
    const fields = press(atLook(exported), 'enter');
    expect(headingNow(fields)).toBe('From User ID');
    const refused = press(type(press(fields, 'space'), 'rank'), 'enter');
    expect(refused.notice?.text).toBe('“From User ID” says who goes into whom in a transfer, and cannot be Rank.');
    expect(refused.importing.mapping).toEqual(fields.importing.mapping);
    const own = press(type(press(fields, 'space'), 'user id'), 'enter');
    expect(fieldOf(own, 'From User ID')).toBe('User ID');
  });

  test('z takes back what single keys have changed at once, one choice after the other', () => {
    const fields = place(press(atLook(FILE), 'enter'), 'Phone');
    const mapped = press(type(press(fields, 'space'), 'rank'), 'enter');
    const texted = press(mapped, 'x', 'r', 'x');
    expect([fieldOf(texted, 'Rank'), fieldOf(texted, 'Phone')]).toEqual(['Rank', undefined]);
    const back = press(texted, 'z', 'z');
    expect(back.importing.mapping).toEqual(mapped.importing.mapping);
    expect([...back.importing.byHand]).toEqual(['Phone', 'Rank']);
    expect(back.notice?.text).toBe('Taken back: as it was before the last choice. 1 more can be, with z.');
    const all = press(back, 'z');
    expect(all.importing.mapping).toEqual(fields.importing.mapping);
    expect(press(all, 'z').notice?.text).toBe('Nothing was decided that can be taken back.');
    // What was decided here is not taken back from the next step, where nobody would see it.
    const next = press(mapped, 'enter', 'z');
    expect(next.importing.mapping).toEqual(mapped.importing.mapping);
    expect(next.notice?.text).toBe('The last choice was made at “Which column is what”: z takes it back there.');
    expect(press(next, 'escape', 'z').importing.mapping).toEqual(fields.importing.mapping);
  });

  test('what z takes back is of the columns: what blanks do is as it was chosen since, and another mapping begins anew', () => {
    const chosen = press(place(press(atLook(FILE), 'enter'), 'Rank'), 'x', 'enter', 'enter');
    const turned = press(weighed(chosen), 'right', 'escape', 'escape');
    const back = press(turned, 'z');
    expect(fieldOf(back, 'Rank')).toBe('Rank');
    expect(back.importing.mapping?.blanks).toBe(turned.importing.mapping?.blanks);
    expect(back.importing.mapping?.blanks).not.toBe(chosen.importing.mapping?.blanks);
    expect(press(turned, 'escape', 'm', 'home', 'enter', 'enter', 'z').notice?.text).toContain('Nothing was decided');
  });

  test('where what is missing is erased, it is said at once what goes with a column', () => {
    const headings = ['User ID', 'Email', 'First Name', 'Last Name', 'ACD ID', 'Team'];
    const file = peopleFile(headings, [['19', 'john.smith@lindenhall.example', 'John', 'Smith', '7', '']]);
    const erasing = { ...preset('calabrio'), name: 'Erasing', missing: 'erase' as const };
    const columns = erasing.columns.filter(({ heading }) => headings.includes(heading));
    const at = (missing: Mapping['missing'], heading: string) =>
      place(press(atLook(file, opened(), [{ ...erasing, columns, missing }]), 'enter'), heading);
    const out = press(at('erase', 'ACD ID'), 'x');
    expect(out.notice).toMatchObject({
      tone: 'bad',
      text: '“ACD ID” is left out. What people have in ACD ID will be ERASED, unless “What is blank or missing” keeps what is missing. z takes that back.',
    });
    expect(press(at('keep', 'ACD ID'), 'x').notice?.text).not.toContain('ERASED');
    expect(press(at('erase', 'User ID'), 'x').notice?.text).not.toContain('ERASED');
    const absent = { heading: 'Grade', field: 'Rank' as const, type: { kind: 'text' as const } };
    const lacking = { ...erasing, columns: [...columns, absent] };
    const grade = press(press(atLook(file, opened(), [lacking]), 'enter'), 'end');
    expect(press(grade, 'x').notice?.text).toContain('what people have in Rank is still ERASED');
    const other = press(type(press(at('erase', 'ACD ID'), 'space'), 'rank'), 'enter');
    expect(other.notice?.text).toContain('“ACD ID” is Rank now. What people have in ACD ID will be ERASED');
  });

  test('without a required field nobody goes on; it is named', () => {
    const fields = press(atLook(FILE), 'enter');
    const stuck = press(place(fields, 'Mail'), 'x', 'enter');
    expect(stepNow(stuck)).toBe('import-fields');
    expect(stuck.notice?.text).toContain('Email is required and has no column.');
    const mended = press(type(press(stuck, 'space'), 'email'), 'enter');
    expect(headingOf(mended.importing.mapping ?? preset('calabrio'), 'Email')).toBe('Mail');
    expect(stepNow(press(mended, 'enter'))).toBe('import-types');
  });
});

describe('types', () => {
  const types = () => press(atLook(ambiguousFile()), 'enter', 'enter');

  test('a date that reads in two ways keeps everybody there until it is decided (X16)', () => {
    expect(openDates(types().importing)).toEqual(['Company Start Date']);
    const stuck = press(types(), 'enter');
    expect(stepNow(stuck)).toBe('import-types');
    expect(stuck.notice?.text).toContain('“Company Start Date”: it reads in two ways.');
    const turned = press(stuck, 'right');
    expect(openDates(turned.importing)).toEqual([]);
    expect(stepNow(press(turned, 'enter'))).toBe('import-blanks');
    expect(stepNow(press(stuck, 'space', 'enter'))).toBe('import-blanks');
  });

  test('what a saved mapping says is decided', () => {
    const { mapping } = press(types(), 'enter', 'space').importing;
    if (mapping === null) throw new Error('No mapping');
    const saved = press(atLook(ambiguousFile(), opened(), [{ ...mapping, name: 'Mine' }]), 'm', 'enter');
    expect(openDates(saved.importing)).toEqual([]);
    expect(stepNow(press(saved, 'enter', 'enter', 'enter'))).toBe('import-blanks');
  });

  test('formats, words and kinds are gone through; what is fixed says so', () => {
    const at = press(types(), 'enter');
    const format = ({ importing }: State) => importing.mapping?.columns.find(({ type }) => type.kind === 'date')?.type;
    const first = format(at);
    expect(format(press(at, 'right', 'right', 'right', 'right'))).toEqual(first);
    expect(format(press(at, 'right', 'left'))).toEqual(first);
    expect(press(at, 't').notice?.text).toContain('always holds dates');
    const words = press(at, 'down', 'right');
    expect(fieldTypeOf(words, 'Enable Scheduling')).toMatchObject({ yes: ['Yes'], no: ['No'] });
    const typed = press(type(press(press(words, 'w'), 'ctrl-u'), 'Ja, J / Nein'), 'enter');
    expect(fieldTypeOf(typed, 'Enable Scheduling')).toEqual({ kind: 'boolean', yes: ['Ja', 'J'], no: ['Nein'] });
    expect(fieldTypeOf(press(typed, 'z'), 'Enable Scheduling')).toMatchObject({ yes: ['Yes'], no: ['No'] });
    const both = press(type(press(press(words, 'w'), 'ctrl-u'), 'Ja / ja'), 'enter');
    expect(both.overlay).toBe('import-words');
  });
});

function fieldTypeOf({ importing }: State, heading: string): unknown {
  return importing.mapping?.columns.find((column) => column.heading === heading)?.type;
}

describe('blanks', () => {
  test('both policies are turned, and what each would erase of this file is counted once', () => {
    const file = peopleFile(
      ['User ID', 'Email', 'First Name', 'Last Name', 'Team'],
      [['19', 'john.smith@lindenhall.example', 'John', 'Smith', '']],
    );
    const blanks = atBlanks(file);
    const { weight } = blanks.importing;
    expect(weight?.blanks).toBe(1);
    expect(weight?.missing.length).toBeGreaterThan(3);
    const turned = press(blanks, 'right', 'down', 'left');
    const before = blanks.importing.mapping;
    expect(turned.importing.mapping?.blanks).not.toBe(before?.blanks);
    expect(turned.importing.mapping?.missing).not.toBe(before?.missing);
    expect(turned.importing.weight).toBe(weight);
  });

  test('it is said that rows with problems are not counted', () => {
    const headings = ['User ID', 'Email', 'First Name', 'Last Name', 'Team'];
    const row = ['19', 'john.smith@lindenhall.example', 'John', 'Smith', 'Nowhere'];
    const lines = blanksLines(atBlanks(peopleFile(headings, [row])).importing).join(' ');
    expect(lines).toContain('Not counted: 1 row with problems, until it is mended.');
  });

  test('rows that were mended in the preview are counted as they are then, and their cells read so', () => {
    const headings = ['User ID', 'Email', 'First Name', 'Last Name', 'Company Start Date'];
    const row = (id: string, mail: string, day: string) => [id, `${mail}@lindenhall.example`, 'J', 'S', day];
    const rows = [row('19', 'one', '2024-02-15'), row('20', 'two', '15.2.'), row('21', 'three', '16.2.')];
    const preview = checked(press(atBlanks(peopleFile(headings, rows)), 'enter'));
    const failing = ({ importing }: State) => unreadColumns(importing).map((column) => decisionText(importing, column));
    expect([preview.importing.check?.counts.problems, failing(preview)]).toEqual([2, ['2 FAIL']]);
    const out = checked(press(preview, 'n', 'x'));
    const back = weighed(press(out, 'escape'));
    expect(back.importing.weight?.problems).toBe(1);
    expect(failing(back)).toEqual(['1 FAILS']);
    const undone = weighed(press(checked(press(back, 'enter', 'u')), 'escape'));
    expect(undone.importing.weight?.problems).toBe(2);
  });

  test('a mapping that is changed is counted anew', () => {
    const blanks = atBlanks(FILE);
    const fields = press(blanks, 'escape', 'escape');
    const back = press(place(fields, 'Rank'), 'x', 'enter', 'enter');
    expect(weighed(back).importing.weight).not.toBeNull();
  });
});

test('from a bulk transfer a file of people is offered to be opened under Import', () => {
  const people = peopleFile(['Email', 'First Name', 'Last Name'], [['a@b.example', 'A', 'B']], '/srv/files/new.csv');
  const bulk = finish(choose(choose(opened(), 'bulk'), 'file'), {
    kind: 'list-folder',
    folder: '/srv/files',
    entries: [],
  });
  const reading = press(type(bulk, 'new.csv'), 'enter');
  const { headings, rows: _rows, headingLine: _line, ...csv } = people;
  const problem = {
    line: 1,
    column: 'To User ID',
    value: null,
    code: 'missing-heading' as const,
    message: 'There is no To User ID.',
    cure: 'Add it.',
  };
  const asked = finish(reading, {
    kind: 'read-file',
    file: { ...csv, headings, rows: [], problems: [problem], warnings: [] },
  });
  expect(asked.question?.text).toContain('is a file of people to import');
  const opening = press(asked, 'right', 'enter');
  const there = finish(opening, readOf(people));
  expect(there.mode).toBe('import');
  expect(stepNow(there)).toBe('import-look');
  expect(there.trail).toEqual(['home', 'import-file', 'import-look']);
});

test('a date that is mapped by hand is asked about, too, and anew once it is another field', () => {
  const file = peopleFile(['Email', 'First Name', 'Last Name', 'Since'], [['a@b.example', 'A', 'B', '03/04/2024']]);
  const fields = place(press(atLook(file), 'enter'), 'Since');
  const mapped = press(type(press(fields, 'space'), 'company start'), 'enter');
  expect(openDates(mapped.importing)).toEqual(['Since']);
  const decided = press(press(mapped, 'enter'), 'enter', 'space');
  expect(openDates(decided.importing)).toEqual([]);
  const other = press(type(press(press(decided, 'escape'), 'space'), 'dep'), 'enter');
  expect(openDates(other.importing)).toEqual(['Since']);
});
