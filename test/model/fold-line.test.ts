import { expect, test } from 'vitest';
import { foldLine } from '../../source/model/fold-line.ts';
import { columnsOf } from '../../source/model/visible-text.ts';
import { fc } from '../helpers/fast-check.ts';

test('a sentence is folded at spaces, on as many lines as it takes', () => {
  const sentence = 'The plan was not confirmed; nothing was changed by it.';
  expect(foldLine(sentence, 22)).toEqual(['The plan was not', 'confirmed; nothing was', 'changed by it.']);
  expect(foldLine(sentence, sentence.length)).toEqual([sentence]);
});

test('a letter that takes two columns counts as two', () => {
  expect(foldLine('小松原 さくら is a tenant administrator', 24)).toEqual([
    '小松原 さくら is a',
    'tenant administrator',
  ]);
  expect(foldLine('東京都千代田区丸の内一丁目 is far', 20)).toEqual(['東京都千代田区丸の内一丁目', 'is far']);
});

test('a path that is too long has a line of its own, and what comes after it is folded all the same', () => {
  const path = `/${'deep/'.repeat(8)}plan.json`;
  expect(foldLine(`The plan ${path} cannot be read: there is no such file.`, 24)).toEqual([
    'The plan',
    path,
    'cannot be read: there is',
    'no such file.',
  ]);
});

test('what is folded lines up under the second column, the third line and the fourth as well', () => {
  const about = 'folder of the store; else the one that the environment names; else the one at home';
  expect(foldLine(`  --store DIR  ${about}`, 40)).toEqual([
    '  --store DIR  folder of the store; else',
    '               the one that the',
    '               environment names; else',
    '               the one at home',
  ]);
});

test('no line is wider than it may be, but for one long word, and no word is lost', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', ',', '-', '原', 'é'), minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 20, max: 60 }), (words, columns) => {
      const lines = foldLine(words.join(' '), columns);
      expect(lines.join(' ').split(' ')).toEqual(words);
      for (const line of lines) expect(columnsOf(line) <= columns || !line.includes(' ')).toBe(true);
    }),
  );
});
