import { expect, test } from 'vitest';
import { fieldOf } from '../../../source/wizard/parts/edit-text.ts';
import { editPath, plainPath } from '../../../source/wizard/parts/plain-path.ts';

test.each([
  [`'/a b/c.csv'`, '/a b/c.csv'],
  [`'/a b/c.csv' `, '/a b/c.csv'],
  [`"/a b/c.csv"`, '/a b/c.csv'],
  [`"/a \\"b\\"/c\\$.csv"`, '/a "b"/c$.csv'],
  [String.raw`/a\ b/c\(2\).csv`, '/a b/c(2).csv'],
  [`'/it'\\''s/c.csv'`, `/it's/c.csv`],
  ['/a b/c.csv', '/a b/c.csv'],
  [`/it's/c.csv`, `/it's/c.csv`],
  [`'`, `'`],
  ['~/c.csv', '~/c.csv'],
])('%j, as a terminal pastes it, means %j', (typed, path) => {
  expect(plainPath(typed)).toBe(path);
});

test('only what is pasted is read so; what is typed stays as it is typed', () => {
  expect(editPath(fieldOf(''), { name: 'paste', text: `'/a b/c.csv'` }).value).toBe('/a b/c.csv');
  expect(editPath(fieldOf(`'/a`), { name: 'char', text: `'` }).value).toBe(`'/a'`);
});
