import { expect, test } from 'vitest';
import { LEAST_WINDOW } from '../../source/model/least-window.ts';
import { say } from '../../source/wizard/navigate.ts';
import type { State } from '../../source/wizard/state.ts';
import { Wizard } from '../../source/wizard/wizard.tsx';
import { opened, press } from './given.ts';
import { draw } from './parts/draw.tsx';

const frameOf = (state: State, spare = 0) =>
  draw(<Wizard state={state} dispatch={() => undefined} spare={spare} />, state.size.columns);
const wordsOf = (lines: readonly string[]) => lines.join(' ').replace(/\s+/g, ' ');

const KINDS = Array.from({ length: 20 }, (_, index) => `kind ${index} of data`);
const LONG = `The plan is out of date: John Smith (19) changed in ${KINDS.join(', ')}, the last one.`;

test('what is said in more words than its lines hold ends with the key that shows all of it', () => {
  const state = say(opened(), 'bad', LONG);
  const said = frameOf(state).find((line) => line.endsWith('? shows all'));
  expect(said).toContain('kind');
  expect(wordsOf(frameOf(state))).not.toContain('the last one.');
  expect(wordsOf(frameOf(press(state, '?')))).toContain(`What was said last: ${LONG}`);
});

test('what fits stands whole, and the help does not say it again', () => {
  const state = say(opened(), 'bad', 'Nothing was changed.');
  expect(wordsOf(frameOf(state))).not.toContain('shows all');
  expect(wordsOf(frameOf(press(state, '?')))).not.toContain('What was said last');
});

test('a window that is too small is told in all of its lines, those under the wizard too', () => {
  const { columns, rows } = LEAST_WINDOW;
  const state = { ...opened(), size: { columns, rows: rows - 4 } };
  expect(wordsOf(frameOf(state))).toContain(
    `This window is ${columns}×${rows - 4}; handover needs ${columns}×${rows}.`,
  );
  expect(wordsOf(frameOf(state, 4))).toContain(
    `This window is ${columns}×${rows}; the demonstration needs ${columns}×${rows + 4}.`,
  );
});
