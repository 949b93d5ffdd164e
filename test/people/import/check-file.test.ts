import { describe, expect, it } from 'vitest';
import { makeFinding, WHOLE_FILE } from '../../../source/model/finding.ts';
import { checkImport, checkImportInSteps } from '../../../source/people/import/check-import.ts';
import type { PeopleFile } from '../../../source/people/import/import-check.ts';
import { contextOf, fileOf, mappingOf, person, placesOf, rulesOf } from './given-import.ts';

const FIELDS = ['User ID', 'Email'] as const;
const CONTEXT = contextOf([person(19)]);

/** The check of a file with one good row, with something about the file otherwise. */
function checkWhole(parts: Partial<PeopleFile>, mapping = mappingOf(FIELDS)) {
  return checkImport({ ...fileOf(FIELDS, [['19', 'other@example.com']]), ...parts }, mapping, CONTEXT);
}

describe('what is wrong with a file as a whole', () => {
  it('keeps every row of it from being looked at', () => {
    const broken = makeFinding(WHOLE_FILE, 'unreadable', 'The file was changed while it was read.', 'Read it again.');
    const check = checkWhole({ problems: [broken] });
    expect(check.problems).toEqual([broken]);
    expect(check.rows).toEqual([]);
    expect(check.counts).toMatchObject({ create: 0, update: 0, problems: 0 });
    expect(check.seats).toEqual({ used: 1, after: 1, limit: null });
  });

  it('is its encoding where the mapping demands UTF-8 (D3)', () => {
    const encoding = { name: 'windows-1252' as const, bom: 0, guessed: true };
    const strict = mappingOf(FIELDS, { name: 'Strict', rules: rulesOf({ encoding: 'utf-8' }) });
    const check = checkWhole({ encoding }, strict);
    expect(placesOf(check)).toEqual([[null, null, null, 'encoding']]);
    expect(check.problems[0]?.message).toMatch(/Strict takes files in UTF-8 only/);
    const taken = checkWhole({ encoding });
    expect(taken.problems).toEqual([]);
    // Elsewhere what nothing in the file proves is said to be a guess.
    expect(taken.warnings).toMatchObject([
      { line: null, code: 'encoding-guessed', message: expect.stringContaining('Windows-1252') },
    ]);
    expect(checkWhole({ encoding: { ...encoding, guessed: false } }).warnings).toEqual([]);
  });

  it('is nothing about its headings where it cannot be read', () => {
    const broken = makeFinding(WHOLE_FILE, 'unreadable', 'Line 1 cannot be read.', 'Mend it.');
    expect(checkWhole({ headings: [], problems: [broken] }).problems).toEqual([broken]);
  });

  it('is that it says who goes into whom, with the command that takes it (X12)', () => {
    const headings = ['From User ID', 'To User ID', 'User ID', 'Email'];
    const file = { ...fileOf(headings, [['19', '21', '19', 'person19@example.com']]), file: 'my people.csv' };
    const check = checkImport(file, mappingOf(FIELDS), CONTEXT);
    expect(placesOf(check)).toEqual([[1, 'To User ID', null, 'not-people']]);
    expect(check.problems[0]?.cure).toContain("handover check 'my people.csv'");
    const unfilled = { ...fileOf(headings, [['19', '', '19', 'person19@example.com']]) };
    expect(checkImport(unfilled, mappingOf(FIELDS), CONTEXT).counts.unchanged).toBe(1);
  });

  it('is a mapping that does not fit its headings', () => {
    const check = checkWhole({ headings: ['User ID', 'Address'] });
    expect(check.problems.map(({ column, code }) => [column, code])).toEqual([['Email', 'missing-heading']]);
    expect(check.rows).toEqual([]);
  });

  it('is not that it has columns of its own, which it warns of', () => {
    const file = fileOf([...FIELDS, 'Shoe Size', 'Line', 'Problem'], [['19', 'other@example.com', '44', '2', 'x']]);
    const check = checkImport(file, mappingOf(FIELDS), CONTEXT);
    expect(check.counts.update).toBe(1);
    expect(check.warnings.map(({ column, code }) => [column, code])).toEqual([['Shoe Size', 'column-left-out']]);
  });
});

describe('a long file', () => {
  it('can be left between two thousands of rows', () => {
    const rows = Array.from({ length: 2500 }, (_, index) => ['0', `new${index}@example.com`]);
    const steps = checkImportInSteps(fileOf(FIELDS, rows), mappingOf(FIELDS), CONTEXT);
    expect([steps.next(), steps.next()]).toEqual([
      { done: false, value: 1000 },
      { done: false, value: 2000 },
    ]);
    const last = steps.next();
    expect(last.done && last.value.counts.create).toBe(2500);
  });
});
