import { expect, test } from 'vitest';
import type { ImportCheck, ImportRow } from '../../../source/people/import/import-check.ts';
import { promptOf } from '../../../source/wizard/accessible/say-question.ts';
import { factsOf } from '../../../source/wizard/logic/import-findings.ts';
import { withImport } from '../../../source/wizard/logic/with-import.ts';
import { importWarningLines } from '../../../source/wizard/screens/import-row-lines.ts';
import { changesText, effectsText } from '../../../source/wizard/screens/import-row-words.ts';
import { fileText } from '../../../source/wizard/screens/import-words.ts';
import type { State } from '../../../source/wizard/state.ts';
import { Wizard } from '../../../source/wizard/wizard.tsx';
import { opened, press } from '../given.ts';
import { atImportPreview, atLook, peopleFile, preset } from '../given-import.ts';
import { draw } from '../parts/draw.tsx';

const frameOf = (state: State) => draw(<Wizard state={state} dispatch={() => undefined} />);

const FILE = peopleFile(
  ['User ID', 'Email', 'First Name', 'Last Name', 'Rank'],
  [
    ['19', 'john.smith@lindenhall.example', 'Johnny', 'Smith', ''],
    ['0', 'new@lindenhall.example', 'New', 'Person', ''],
  ],
);

/** The preview with a check that tells these numbers. */
function withCheck(counts: Partial<ImportCheck['counts']>, seats: ImportCheck['seats'], warnings = 0): State {
  const state = atImportPreview(FILE);
  const { check } = state.importing;
  if (check === null) throw new Error('No check');
  const [warning = { line: 2, column: null, value: null, code: 'smtp' as const, message: '', cure: '' }] =
    check.warnings;
  return withImport(state, {
    check: { ...check, counts: { ...check.counts, ...counts }, seats, warnings: Array(warnings).fill(warning) },
  });
}

test('what an import does to the store stands whole on the screen, the seats before who is active', () => {
  const usual = withCheck({}, { used: 207, after: 208, limit: 300 }, 4);
  expect(effectsText(usual.importing)).toMatch(/4 warnings \(w\); seats left 92 of 300; active 207, then 208$/);
  expect(frameOf(usual).join('\n')).toContain('seats left 92 of 300; active 207, then 208');
  const counts = { erasedValues: 12_345, deactivated: 1_204, reactivated: 1_000 };
  const large = frameOf(withCheck(counts, { used: 10_207, after: 10_208, limit: 10_300 }, 1_234)).join(' ');
  expect(large.replace(/\s+/g, ' ')).toContain(
    '1,234 warnings (w); seats left 92 of 10,300; active 10,207, then 10,208',
  );
  const small = { ...usual, size: { columns: 60, rows: 15 } };
  expect(frameOf(small).join('\n')).toContain('seats left 92 of 300');
});

test('no heading and no word of what happens is cut at 80 columns', () => {
  const types = press(atLook(FILE), 'enter', 'enter');
  expect(frameOf(types).join('\n')).toContain('First cell is');
  const row = {
    kind: 'update',
    line: 2,
    name: 'John Smith',
    person: 19,
    change: { kind: 'update', becomes: 'inactive', erased: 2 },
  };
  const fields = Array(4).fill({ field: 'Rank', source: 'A', target: 'B', taken: 'source', why: 'in the file' });
  const told = { ...row, fields } as ImportRow;
  expect(changesText(told)).toBe('2 ERASED, 2 changed');
  const state = atImportPreview(FILE);
  const { check } = state.importing;
  const shown = frameOf(withImport(state, { check: check && { ...check, rows: [told] } })).join('\n');
  expect(shown).toContain('update, INACTIVE');
  expect(shown).toContain('2 ERASED, 2 changed');
});

test('how the file was read: a guess is none once it is chosen', () => {
  const { importing } = atLook({ ...FILE, encoding: { name: 'windows-1252', bom: 0, guessed: true }, delimiter: ';' });
  expect(fileText(importing)).toBe('5 columns; Windows-1252 (a guess) and semicolons');
  const both = { encoding: 'windows-1252', delimiter: ';' } as const;
  expect(fileText({ ...importing, reading: both })).toBe('5 columns; Windows-1252 (chosen) and semicolons (chosen)');
});

test('of a guessed encoding the way to another one is the key, and no flag', () => {
  const said = importWarningLines(
    atImportPreview({ ...FILE, encoding: { name: 'utf-8', bom: 0, guessed: true } }),
  ).join('\n');
  expect(said).toContain('go back to “What the file holds” and press e');
  expect(said).not.toContain('--encoding');
});

test('a column is not named twice, and a blank cell is said to be blank', () => {
  const empty = {
    line: 2,
    column: 'User ID',
    value: '',
    code: 'required',
    message: 'User ID is empty.',
    cure: 'Write 0.',
  };
  expect(factsOf([empty], '!')).toEqual(['! User ID is empty. Write 0.']);
  expect(factsOf([{ ...empty, message: 'It is empty.' }], '!')).toEqual(['! User ID: It is empty. Write 0.']);
  const wanted = { label: 'The cell', take: () => ({}) };
  expect(promptOf({ wanted: { ...wanted, standard: '' } })).toBe('The cell (Enter leaves it blank)');
  expect(promptOf({ wanted: { ...wanted, standard: 'Sales' } })).toBe('The cell (Enter for Sales)');
});

test('a column of the mapping that the file lacks says what goes for want of it; the list says which one is in use', () => {
  const columns = FILE.headings.map((heading) => ({
    heading: heading === 'Rank' ? 'Grade' : heading,
    field: heading as 'Rank',
    type: { kind: 'text' as const },
  }));
  const look = (missing: 'erase' | 'keep') =>
    atLook(FILE, opened(), [{ ...preset('calabrio'), name: 'Mine', columns, missing }]);
  const aboutGrade = (missing: 'erase' | 'keep') => frameOf(press(look(missing), 'enter', 'end')).join('\n');
  expect(aboutGrade('erase')).toContain('“Grade” is not in this file; what people have in Rank will be ERASED.');
  expect(aboutGrade('keep')).toContain('“Grade” is not in this file; the mapping has it.');
  const listed = frameOf(press(look('keep'), 'm')).filter((line) => line.includes('in use'));
  expect(listed).toEqual([expect.stringMatching(/❯ Mine +│ saved /)]);
});
