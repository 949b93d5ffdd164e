import { expect, test } from 'vitest';
import { modesLeft } from './terminal-state.ts';

test.each([
  ['nothing was set', 'text', []],
  ['all was put back', '\u001B[?1049h\u001B[?25l\u001B[?2004hx\u001B[?2004l\u001B[?25h\u001B[?1049l', []],
  ['the alternate screen stays', '\u001B[?1049h\u001B[?25l\u001B[?25h', ['1049 on']],
  ['the cursor stays hidden', '\u001B[?25h\u001B[?25l', ['25 off']],
  ['mouse and pastes stay marked, set together', '\u001B[?1000;2004h', ['1000 on', '2004 on']],
])('%s', (_what, output, left) => {
  expect(modesLeft(output)).toEqual(left);
});
