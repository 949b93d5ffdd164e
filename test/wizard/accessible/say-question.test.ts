import { expect, test } from 'vitest';
import type { Question } from '../../../source/wizard/accessible/question.ts';
import { sayChanges, sayPart, sayQuestion, sayTypable } from '../../../source/wizard/accessible/say-question.ts';
import { sayable } from '../../../source/wizard/accessible/spoken-text.ts';

const listOf = (texts: readonly string[], name = ''): Question => ({
  lines: [`${texts.length} in all.`],
  list: { noun: 'things', count: texts.length, name, entryAt: (index) => ({ text: texts[index] ?? '' }) },
});

test('a long list is read out ten at a time, and says how much there is', () => {
  const question = listOf(Array.from({ length: 24 }, (_, index) => `thing ${index}`));
  const first = sayQuestion(question);
  expect(first.lines.slice(0, 2)).toEqual(['24 in all.', '1. thing 0']);
  expect(first.lines.at(-1)).toBe('10 of 24 things. m: more.');
  expect(first.read).toEqual({ start: 0, end: 10 });
  expect(sayPart(question, 20).lines.at(-1)).toBe('21 to 24 of 24 things.');
});

test('asked again, only what has changed is said; of another list all of it', () => {
  const before = listOf(['one', 'two', 'three']);
  const read = { start: 0, end: 3 };
  expect(sayChanges(before, before, read)).toEqual([]);
  expect(sayChanges(before, listOf(['one', 'TWO', 'three']), read)).toEqual(['2. TWO']);
  expect(sayChanges(before, listOf(['one', 'two', 'THREE']), { start: 0, end: 2 })).toEqual(['3. THREE']);
  expect(sayChanges(before, listOf(['one', 'two', 'three'], 'other'), read)).toBeNull();
  expect(sayChanges(before, listOf(['one', 'two']), read)).toBeNull();
});

test('of a list of thousands only what was read out is looked through for changes', () => {
  const texts = Array.from({ length: 2000 }, (_, index) => `thing ${index}`);
  const changed = texts.map((text, index) => (index === 3 || index === 1500 ? 'CHANGED' : text));
  expect(sayChanges(listOf(texts), listOf(changed), { start: 0, end: 10 })).toEqual(['4. CHANGED']);
});

test('a letter that goes with a number is told with the number each time: alone it may mean something else', () => {
  const rowCommands = ['s', 't'].map((letter) => ({ letter, label: `take ${letter}`, answer: () => ({}) }));
  const { list } = listOf(['one']);
  const question: Question = { ...(list === undefined ? {} : { list: { ...list, rowCommands } }) };
  expect(sayQuestion(question).lines.at(-1)).toBe('A number and s: take s. A number and t: take t.');
});

test('prose is read out a page at a time', () => {
  const question: Question = { reading: Array.from({ length: 45 }, (_, index) => `line ${index}`) };
  expect(sayQuestion(question).lines.at(-1)).toBe('25 more lines: m.');
  expect(sayPart(question, 20).lines.at(-1)).toBe('5 more lines: m.');
  expect(sayPart(question, 40).lines).toHaveLength(5);
});

test('a line is one line, without controls and without gaps, its commands complete', () => {
  const voice = { again: '--store demo', ascii: false };
  expect(sayable('You are   Ada\u001B[2J\nBerg  ', voice)).toBe('You are Ada␛[2J↵Berg');
  expect(sayable('Come back to it: handover watch one', voice)).toBe(
    'Come back to it: handover --store demo watch one',
  );
});

test('m is told of only where there is more', () => {
  const question = listOf(Array.from({ length: 24 }, (_, index) => `thing ${index}`));
  expect(sayTypable(question, { start: 0, end: 10 })).toContain('m: more.');
  expect(sayTypable(question, { start: 0, end: 24 })).not.toContain('m: more.');
  expect(sayTypable({ lines: ['Quit?'] }, { start: 0, end: 0 })).not.toContain('m: more.');
});
