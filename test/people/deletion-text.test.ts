import { expect, test } from 'vitest';
import { type Deletion, describeDeletion, isHeld, namesText } from '../../source/people/deletion-text.ts';
import { givenPerson } from '../merge/given.ts';

const NOBODY: Deletion = { person: givenPerson(19), ties: { naming: [], merged: [], owned: [], going: [] } };
const having = (ties: Partial<Deletion['ties']>): Deletion => ({ ...NOBODY, ties: { ...NOBODY.ties, ...ties } });
const OFF = { isOn: false, how: 'say --detach' };
const NAMED = having({ naming: [{ label: 'Contacts', count: 2, by: [givenPerson(2)] }] });
const OWNING = having({ owned: [{ label: 'Badges', count: 3, by: 'merge' }] });

test.each<[string, Deletion, boolean, boolean]>([
  ['nothing', NOBODY, false, false],
  ['what names the person', NAMED, false, true],
  ['what names the person, once it is to name nobody', NAMED, true, false],
  ['accounts merged into the person', having({ merged: [givenPerson(3)] }), true, true],
  ['what can still be carried', OWNING, true, true],
  ['what goes along', having({ going: [{ label: 'Notes', count: 1, why: 'uncarried' }] }), false, false],
])('%s: whether it holds a person', (_what, deletion, isDetaching, held) => {
  expect(isHeld(deletion, isDetaching)).toBe(held);
});

test('each thing that stands against a deletion stands with the way to free it', () => {
  const [name] = describeDeletion(NOBODY, OFF)[0]?.split(' can ') ?? [];
  expect(describeDeletion(NAMED, OFF)).toEqual([
    `${name} cannot be deleted yet.`,
    'Records of others name this person:',
    expect.stringMatching(/^ {2}Contacts 2, of .+ \(2\)$/),
    '  To free it: say --detach; they stay where they are, and name nobody from then on.',
  ]);
  const freed = describeDeletion(NAMED, { ...OFF, isOn: true });
  expect(freed[0]).toBe(`${name} can be deleted.`);
  expect(freed.at(-1)).toBe('  Then they stay where they are, and name nobody from then on.');
  expect(describeDeletion(OWNING, OFF)).toContain('  To free it: merge this person into somebody else.');
  const merged = { ...givenPerson(19), mergedInto: 21 };
  expect(describeDeletion({ ...OWNING, person: merged }, OFF)).toContain(
    '  To free it: undo the merge into user 21, and merge the two anew.',
  );
});

test('what nobody else has comes before what somebody has as well', () => {
  const lines = describeDeletion(
    having({
      going: [
        { label: 'Badges', count: 4, why: 'shared' },
        { label: 'Badges', count: 1, why: 'left' },
        { label: 'Notes', count: 2, why: 'uncarried' },
      ],
    }),
    OFF,
  );
  expect(lines.filter((line) => line.startsWith(' '))).toEqual(['  Notes 2', '  Badges 1', '  Badges 4']);
});

test('five people are named, the rest is counted', () => {
  expect(namesText([1, 2, 3, 4, 5, 6, 7].map((id) => givenPerson(id)))).toMatch(/\(5\) and 2 more$/);
});
