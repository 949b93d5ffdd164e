import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { alignColumns } from '../../source/commands/align-columns.ts';

test('cells stand under one another, numbers end flush', () => {
  const lines = alignColumns(
    [
      ['1', 'Ann', 'x'],
      ['20', 'Bo', 'y'],
    ],
    { right: [0] },
  );
  expect(lines).toEqual([' 1  Ann  x', '20  Bo   y']);
});

test('wide characters count as they are shown', () => {
  const [first = '', second = ''] = alignColumns([
    ['张伟', '|'],
    ['Ann Lee', '|'],
  ]);
  expect(stringWidth(first.split('|')[0] ?? '')).toBe(stringWidth(second.split('|')[0] ?? ''));
});

test('one very long cell pushes its own row only', () => {
  const [, second] = alignColumns([
    ['n'.repeat(200), '|'],
    ['Ann', '|'],
  ]);
  expect(second).toBe('Ann  |');
});

test('what a terminal would obey is shown instead', () => {
  expect(alignColumns([['a\u001B[2Jb\nc']]).join()).not.toMatch(/[\u0000-\u001f]/);
});
