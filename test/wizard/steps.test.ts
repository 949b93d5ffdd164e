import { expect, test } from 'vitest';
import type { State } from '../../source/wizard/state.ts';
import { nextStep, placeOf, STEPS, type StepId } from '../../source/wizard/steps.ts';
import { fileOf, opened } from './given.ts';
import { atUndoTypes } from './given-undo.ts';

function wayOf(state: State): StepId[] {
  const way: StepId[] = [];
  for (let step = nextStep(state, 'home'); step !== 'home'; step = nextStep(state, step)) way.push(step);
  return way;
}

const END: StepId[] = ['review', 'confirm', 'phrase', 'run', 'result'];

test('the ways are those of the documents: target before source, upload before preview', () => {
  expect(wayOf({ ...opened(), mode: 'single' })).toEqual(['target', 'source', 'types', ...END]);
  expect(wayOf({ ...opened(), mode: 'bulk' })).toEqual(['bulk', 'file', 'direction', 'preview', 'types', ...END]);
  expect(wayOf({ ...opened(), mode: 'retry' })).toEqual(END);
  expect(wayOf(atUndoTypes())).toEqual(['undo-types', 'undo-review', 'undo-confirm', 'phrase', 'run', 'result']);
});

test('nobody is asked for the direction of a file in which no row names two people', () => {
  const without: State = { ...opened(), mode: 'bulk' };
  const file = { ...without.file, loaded: fileOf([['19', '']]) };
  expect(wayOf({ ...without, file })).toEqual(['bulk', 'file', 'preview', 'types', ...END]);
});

test('where one is on the way is told for every step of it, and not for doors off it', () => {
  const state: State = { ...opened(), mode: 'single' };
  expect(placeOf(state, 'target')).toEqual({ number: 1, of: 8 });
  expect(placeOf(state, 'result')).toEqual({ number: 8, of: 8 });
  expect(placeOf(state, 'history')).toBeNull();
  expect(placeOf(state, 'bulk')).toBeNull();
});

test('every step has a title of its own', () => {
  const titles = STEPS.map(({ title }) => title);
  expect(new Set(titles).size).toBe(STEPS.length);
});
