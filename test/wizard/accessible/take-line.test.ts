import { expect, test } from 'vitest';
import type { Question } from '../../../source/wizard/accessible/question.ts';
import { takeLine } from '../../../source/wizard/accessible/take-line.ts';

const READ = { start: 0, end: 10 };
const numbered = (index: number) => ({ says: `number ${index}` });

const QUESTION: Question = {
  list: {
    noun: 'things',
    count: 40,
    entryAt: (index) => (index === 2 ? { text: 'third', refusal: 'it is locked' } : { text: `thing ${index}` }),
    pick: numbered,
    rowCommands: [{ letter: 'w', label: 'why', answer: (index) => ({ says: `why ${index}` }) }],
  },
  commands: [{ letter: 'c', label: 'continue', answer: { says: 'on' } }],
};

const SEARCH: Question = { ...QUESTION, wanted: { label: 'Search', take: (line) => ({ says: `text ${line}` }) } };

const answerOf = (question: Question, line: string, read = READ) => {
  const taken = takeLine(question, line, read);
  return taken.kind === 'answer' ? taken.answer.says : taken.kind;
};

test.each([
  ['1', 'number 0'],
  [' 10 ', 'number 9'],
  ['2 w', 'why 1'],
  ['2w', 'why 1'],
  ['2 W', 'why 1'],
  ['c', 'on'],
  ['C', 'on'],
  ['', 'repeat'],
  ['  ', 'repeat'],
  ['m', 'more'],
  ['B', 'back'],
  ['q', 'quit'],
  ['?', 'help'],
  ['x', 'refused'],
  ['2 x', 'refused'],
  ['0', 'refused'],
  ['1.5', 'refused'],
  ['-1', 'refused'],
])('%j is %s', (line, expected) => {
  expect(answerOf(QUESTION, line)).toBe(expected);
});

test('what was read out before can still be called, after reading on from further down', () => {
  const further = { start: 20, end: 30 };
  expect(answerOf(QUESTION, '2', further)).toBe('number 1');
  expect(answerOf(QUESTION, '2 w', further)).toBe('why 1');
  expect(answerOf(QUESTION, '31', further)).toBe('refused');
  expect(answerOf(SEARCH, '2', further)).toBe('text 2');
});

test('a number that was not read out chooses nothing; where something can be searched for, it is searched for', () => {
  expect(answerOf(QUESTION, '11')).toBe('refused');
  expect(answerOf(SEARCH, '11')).toBe('text 11');
  expect(answerOf(SEARCH, '11', { start: 0, end: 20 })).toBe('number 10');
  expect(answerOf(SEARCH, '3', { start: 10, end: 20 })).toBe('text 3');
});

test('what cannot be chosen says why, and its letters work all the same', () => {
  expect(takeLine(QUESTION, '3', READ)).toEqual({ kind: 'refused', says: 'It cannot be chosen: it is locked.' });
  expect(answerOf(QUESTION, '3 w')).toBe('why 2');
});

test('a phrase counts even where it is a letter that means something else; any other line does not', () => {
  const phrase: Question = {
    wanted: { label: 'Type b', isMeant: (line) => line === 'b', take: (line) => ({ says: `phrase ${line}` }) },
  };
  expect(answerOf(phrase, 'b')).toBe('phrase b');
  expect(answerOf(phrase, ' b')).toBe('back');
  expect(answerOf(phrase, 'q')).toBe('quit');
});

test('nothing typed takes what is offered', () => {
  const saving: Question = {
    wanted: { label: 'Save as', standard: 'people.csv', take: (line) => ({ says: `save ${line}` }) },
  };
  expect(answerOf(saving, '')).toBe('save people.csv');
  expect(answerOf(saving, 'q.csv')).toBe('save q.csv');
});

test('of a line without end only the start is said back, and no character of it is halved', () => {
  const taken = takeLine(QUESTION, '😀'.repeat(100_000), READ);
  expect(taken).toEqual({
    kind: 'refused',
    says: `“${'😀'.repeat(60)}…” is no answer here. Type ? for help, or just Enter to hear it all again.`,
  });
  const short = takeLine(QUESTION, 'y'.repeat(60), READ);
  expect(short).toMatchObject({ says: expect.stringContaining(`“${'y'.repeat(60)}” is no`) });
});
