import { expect, test } from 'vitest';
import { wantsColour } from '../source/terminal-colour.ts';

const TERM = 'xterm-256color';

test.each([
  [{ TERM }, true],
  [{ TERM: 'xterm' }, true],
  [{ TERM: 'linux' }, true],
  [{}, false],
  [{ TERM: 'dumb' }, false],
  [{ TERM: 'xterm-mono' }, false],
  [{ TERM: 'linux-m' }, false],
  [{ TERM, NO_COLOR: '1' }, false],
  [{ TERM, NO_COLOR: '' }, true],
  [{ TERM, FORCE_COLOR: '0' }, false],
  [{ TERM, FORCE_COLOR: 'false' }, false],
  [{ TERM: 'dumb', FORCE_COLOR: '' }, true],
  [{ TERM: 'dumb', FORCE_COLOR: '1' }, true],
  [{ TERM, FORCE_COLOR: '3' }, true],
  [{ TERM, FORCE_COLOR: '3', NO_COLOR: '1' }, false],
])('%j: %s, and never with --no-color', (env, isWanted) => {
  expect(wantsColour(env, false)).toBe(isWanted);
  expect(wantsColour(env, true)).toBe(false);
});
