import { expect, test } from 'vitest';
import { askDeletion } from '../../../source/wizard/accessible/questions/ask-emptied.ts';
import { markedText } from '../../../source/wizard/screens/emptied-words.ts';
import type { State } from '../../../source/wizard/state.ts';
import { Wizard } from '../../../source/wizard/wizard.tsx';
import { choose, finish, opened, press } from '../given.ts';
import { atEmptied, deletionOf, namingOf } from '../given-care.ts';
import { draw } from '../parts/draw.tsx';

const frameOf = (state: State): string[] =>
  draw(<Wizard state={state} dispatch={() => undefined} />, state.size.columns);

function atDeletion(ties: Parameters<typeof deletionOf>[0] = {}): State {
  const asked = choose(press(atEmptied(), 'end', 'enter'), 'delete');
  return finish(asked, { kind: 'open-deletion', deletion: deletionOf(ties) });
}

test('an emptied account tells how it stands, where its data went, when, and by which run, the newest first', () => {
  const frame = frameOf(atEmptied());
  expect(frame.join('\n')).toMatch(/\[ \] +19 +John Smith +inactive +merged into Jenny.* 40 kinds +2026-03-02/);
  expect(frame.join(' ').replace(/\s+/g, ' ')).toContain(
    'John Smith (19) is inactive and still owns 40 kinds of data: merged into Jenny Andrews (21) on 2026-03-02 by run run-2; transferred to Sam Rodgers (22) on 2026-01-05 by run run-1.',
  );
});

test('where nothing can be done to the accounts it says why', () => {
  const { world } = opened();
  expect(markedText(atEmptied())).toBe('');
  expect(markedText(atEmptied(opened({ ...world, isReadOnly: true })))).toBe(
    'You can only look (read-only: opened to look, not to change)',
  );
});

test('where nobody is emptied it says when somebody would be', () => {
  const text = frameOf(atEmptied(undefined, [])).join(' ').replace(/\s+/g, ' ');
  expect(text).toContain('No account is emptied. Once a merge, or a transfer');
  expect(text).not.toContain('Tab mark');
});

test('who is to be deleted, and that it is for good, stands above; what names nobody then, and what is lost, in the end', () => {
  const review = atDeletion({ naming: namingOf() });
  expect(frameOf(review)[2]).toBe('DELETE Agent 2 (24), for good');
  const phrase = frameOf(press(review, 'n', 'enter'))
    .join(' ')
    .replace(/\s+/g, ' ');
  expect(phrase).toContain('Agent 2 (24) will be deleted.');
  expect(phrase).toMatch(/Type agent\.2 to confirm/);
  expect(phrase).toContain('No undo brings a deleted account back. A deactivated one can be activated again.');
  expect(phrase).toContain('Records of others that name nobody then: Contacts 2.');
  expect(phrase).toContain('What is lost with it: desk-bookings 2.');
});

test('to let others name nobody is hinted only where they name the person', () => {
  expect(frameOf(atDeletion({ naming: namingOf() })).at(-1)).toContain('n others name nobody');
  expect(frameOf(atDeletion()).at(-1)).not.toContain('others name nobody');
});

test('where something stands against it the way to the phrase is not offered, drawn or spoken', () => {
  const commandsOf = (state: State) => askDeletion(state)?.commands?.map(({ letter }) => letter);
  const held = atDeletion({ naming: namingOf() });
  expect(frameOf(held).at(-1)).not.toContain('Enter delete');
  expect(commandsOf(held)).toEqual(['n']);
  const freed = press(held, 'n');
  expect(frameOf(freed).at(-1)).toContain('Enter delete');
  expect(commandsOf(freed)).toEqual(['c', 'n']);
});

test('who is closed already is not told to be closed instead', () => {
  const held = atDeletion({ naming: namingOf() });
  expect(press(held, 'enter').notice?.text).toContain('can only be deactivated');
  const { deletion } = held.care;
  const closed = deletion && { ...deletion, person: { ...deletion.person, active: false } };
  const state = { ...held, care: { ...held.care, deletion: closed } };
  expect(press(state, 'enter').notice?.text).toBe('Not yet: free first what stands above.');
});
