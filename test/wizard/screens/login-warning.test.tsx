import { describe, expect, it, test } from 'vitest';
import type { State } from '../../../source/wizard/state.ts';
import { Wizard } from '../../../source/wizard/wizard.tsx';
import { atPhrase, atReview, opened, press } from '../given.ts';
import { started } from '../given-run.ts';
import { draw } from '../parts/draw.tsx';

const WARNING = 'A run ends here when this login closes, in tmux or not. "handover doctor" says what helps.';

/** The whole screen as one line of words, at a login that ends its runs. */
function shownAt(state: State, size: State['size'], loginWarning: string | null = WARNING): string {
  const warned = { ...state, size, world: { ...state.world, loginWarning } };
  const frame = draw(<Wizard state={warned} dispatch={() => undefined} />, size.columns);
  expect(frame.length).toBeLessThan(size.rows);
  return frame.join(' ').replace(/\s+/g, ' ');
}

describe.each([
  { columns: 80, rows: 24 },
  { columns: 60, rows: 15 },
])('on $columns × $rows', (size) => {
  it.each([
    ['the first confirmation', () => press(atReview(), 'enter')],
    ['the second confirmation', () => atPhrase()],
    ['the run', () => started()],
  ])('%s tells of a login that ends its runs', (_place, state) => {
    expect(shownAt(state(), size)).toContain(`Warning: ${WARNING}`);
  });

  it('the confirmation still tells first what is replaced', () => {
    expect(shownAt(atPhrase(), size)).toContain('REPLACED: 47 records of Jenny Andrews go');
  });
});

test('where runs go on, the run says so and nothing warns', () => {
  const text = shownAt(started(), opened().size, null);
  expect(text).toContain('the run goes on by itself');
  expect(text).not.toContain('Warning');
});
