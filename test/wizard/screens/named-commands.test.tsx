import { expect, test } from 'vitest';
import { AgainContext } from '../../../source/wizard/again.ts';
import type { State } from '../../../source/wizard/state.ts';
import { Wizard } from '../../../source/wizard/wizard.tsx';
import { atReview, opened, press } from '../given.ts';
import { draw } from '../parts/draw.tsx';

const drawn = (state: State, again: string) =>
  draw(
    <AgainContext.Provider value={again}>
      <Wizard state={state} dispatch={() => undefined} />
    </AgainContext.Provider>,
    state.size.columns,
  ).join('\n');

const HINT = 'Follow it with: handover watch run-1';

test('a command that is named in what is said can be typed as it stands', () => {
  const state: State = { ...opened(), notice: { tone: 'bad', text: HINT } };
  expect(drawn(state, '--store demo')).toContain('Follow it with: handover --store demo watch run-1');
  expect(drawn(state, '')).toContain(HINT);
});

test('one that is named in a warning, too', () => {
  const { plan, ...rest } = press(atReview(), 'left');
  if (plan === null) throw new Error('No plan');
  const where = { line: null, column: null, value: null, code: 'not-undoable' } as const;
  const warned = { ...rest, plan: { ...plan, warnings: [{ ...where, message: 'It stays.', cure: HINT }] } };
  expect(drawn(warned, '--as admin')).toContain('It stays. Follow it with: handover --as admin watch run-1');
});
