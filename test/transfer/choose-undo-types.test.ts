import { expect, test } from 'vitest';
import { chooseUndoTypes, listUndoSwitches } from '../../source/transfer/choose-undo-types.ts';
import { STANDARD } from '../merge/given.ts';

const CARRIED = ['evaluation-statistics', 'quiz-attempts', 'evaluations-as-evaluator', 'quiz-grades', 'projects'];
const chosen = (choice: Parameters<typeof chooseUndoTypes>[2]) => [...chooseUndoTypes(STANDARD, CARRIED, choice)];

test('an undo offers what its run carried, in the catalogue’s order; what rests on another says on which', () => {
  expect(listUndoSwitches(STANDARD, CARRIED).map(({ type, locked }) => [type.id, locked])).toEqual([
    ['evaluations-as-evaluator', null],
    ['evaluation-statistics', 'It goes along with Evaluations as evaluator.'],
    ['projects', null],
    ['quiz-attempts', null],
    ['quiz-grades', 'It goes along with Quiz attempts.'],
  ]);
});

test('what rests on a type goes where that goes', () => {
  expect(new Set(chosen({}))).toEqual(new Set(CARRIED));
  expect(chosen({ only: ['quiz-attempts'] })).toEqual(['quiz-attempts', 'quiz-grades']);
  expect(chosen({ without: ['evaluations-as-evaluator', 'projects'] })).toEqual(['quiz-attempts', 'quiz-grades']);
});

test('a type whose basis the run did not carry is chosen by itself', () => {
  expect([...chooseUndoTypes(STANDARD, ['quiz-grades'], { only: ['quiz-grades'] })]).toEqual(['quiz-grades']);
});

test('a type that the run did not carry, or that goes along with another, is refused and says what can be named', () => {
  expect(() => chosen({ only: ['badges'] })).toThrow(/"badges" is no data type that the run carried/);
  expect(() => chosen({ without: ['quiz-grades'] })).toThrow(/goes along with Quiz attempts/);
});
