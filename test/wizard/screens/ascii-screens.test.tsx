import { expect, test } from 'vitest';
import type { FieldRow } from '../../../source/wizard/logic/merge-choices.ts';
import { makeLook } from '../../../source/wizard/look.ts';
import { aboutField } from '../../../source/wizard/screens/about-choice.ts';
import { fieldCells } from '../../../source/wizard/screens/field-rows.ts';
import { planSides } from '../../../source/wizard/screens/plan-sides.ts';
import type { State } from '../../../source/wizard/state.ts';
import { Wizard } from '../../../source/wizard/wizard.tsx';
import { opened } from '../given.ts';
import { atImportPreview, peopleFile } from '../given-import.ts';
import { draw } from '../parts/draw.tsx';

const ASCII = makeLook({ ascii: true });

test('a field of a merge differs to the eye where only ASCII is shown: in the table, and whole below it', () => {
  const rule = { field: 'firstName', label: 'First Name', rule: 'keep-target', why: '' };
  const row = { rule, source: 'Zoë', target: 'Zoe', taken: 'target', differs: true } as unknown as FieldRow;
  expect(
    fieldCells(row, ASCII)
      .cells.slice(1, 3)
      .map((cell) => cell.trim()),
  ).toEqual(['Zo<U+00EB>', '* Zoe']);
  expect(aboutField(row, 'why', ASCII).at(-1)).toBe('Source: Zo<U+00EB>   Target: Zoe');
  expect(aboutField(row, 'why').at(-1)).toBe('Source: Zoë   Target: Zoe');
});

test('two people of whom ASCII would show the same name are not called alike before they are merged', () => {
  const state = opened();
  const pair = { source: { id: 19, name: 'Zoë Lee' }, target: { id: 21, name: 'Zoe Lee' } };
  const plan = { pairs: [pair] } as unknown as Parameters<typeof planSides>[0];
  const sides = planSides(plan, { ...state, world: { ...state.world, ascii: true } });
  expect([sides.source, sides.target]).toEqual(['Zo<U+00EB> Lee', 'Zoe Lee']);
});

test.each([
  ['all', 'all rows, 1/1'],
  ['problems', 'problems, 1/1'],
] as const)('at 80 columns the counts of a preview and what of it is shown, %s, are whole', (filter, shown) => {
  const preview = atImportPreview(peopleFile(['User ID', 'Email', 'First Name', 'Last Name'], [['19', '', '', 'x']]));
  const { check } = preview.importing;
  if (check === null) throw new Error('Nothing is checked');
  const counts = { ...check.counts, problems: 10, create: 12, update: 30, unchanged: 1_150, skipped: 1 };
  const importing = { ...preview.importing, filter, check: { ...check, counts } };
  const state: State = { ...preview, importing };
  const frame = draw(<Wizard state={state} dispatch={() => undefined} />, 80);
  const line = frame.find((each) => each.includes('PROBLEMS'));
  expect(line).toMatch(new RegExp(`10 PROBLEMS, 12 create, 30 update, 1,150 unchanged, 1 left out +${shown}$`));
});
