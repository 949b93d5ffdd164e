import { expect, test } from 'vitest';
import { IMPORT_OVERLAY_IDS } from '../../source/wizard/import-steps.ts';
import { actionOf, BINDINGS, bindingsAt, hintsAt } from '../../source/wizard/keys.ts';
import type { Place, State } from '../../source/wizard/state.ts';
import { STEPS } from '../../source/wizard/steps.ts';
import { after, atPreview, atReview, keyOf, opened, press } from './given.ts';
import { everyPlace } from './places.ts';

const OVERLAYS: Place[] = [
  ...IMPORT_OVERLAY_IDS,
  'ask',
  'detail',
  'records',
  'pair',
  'emptied-menu',
  'mend',
  'mend-person',
  'rows-per-page',
  'go-to-row',
  'save-mended',
  'help',
  'quit',
];
const PLACES: Place[] = [...STEPS.map(({ id }) => id), ...OVERLAYS];

test.each(PLACES)('at %s no key means two things', (place) => {
  const keys = bindingsAt(place).flatMap((binding) => binding.keys);
  expect(keys).toEqual([...new Set(keys)]);
});

test.each(PLACES)('at %s every binding is reached by each of its keys', (place) => {
  const state = { ...opened(), trail: STEPS.some(({ id }) => id === place) ? [place as 'home'] : ['home' as const] };
  const there = OVERLAYS.includes(place)
    ? { ...state, ...(place === 'help' || place === 'quit' ? { cover: place } : { overlay: place as 'ask' }) }
    : state;
  const isField = ['export', 'go-to-row', 'save-mended'].includes(place);
  const reached = { ...there, exportField: { value: '', cursor: 0 } };
  for (const { keys, action } of bindingsAt(place)) {
    for (const key of keys) expect([key, actionOf(isField ? reached : there, keyOf(key))]).toEqual([key, action]);
  }
});

test.each(PLACES)('at %s there is a way out, and the hints say how', (place) => {
  const actions = bindingsAt(place).map(({ action }) => action);
  expect(actions).toContain('interrupt');
  expect(actions).toContain('repaint');
  if (place !== 'home') expect(actions).toContain('back');
  const { own, common } = hintsAt(place);
  const labels = [...own, ...common].map(({ label }) => label);
  expect(labels).toEqual([...new Set(labels)]);
  expect(labels).toContain('quit');
  expect(own.length + common.length).toBeGreaterThan(2);
});

test('every hint names keys that the table has, with their label', () => {
  for (const place of PLACES) {
    const called = bindingsAt(place);
    for (const { key, label } of [...hintsAt(place).own, ...hintsAt(place).common]) {
      const fitting = called.filter((binding) => binding.label === label);
      expect(fitting.length, `${place}: ${label}`).toBeGreaterThan(0);
      const told = fitting.map((binding) => binding.called);
      expect(key === told.join('') || key === told.join('/') || told.includes(key), `${place}: ${key}`).toBe(true);
    }
  }
});

test('every binding names a key, unless the menu hears it, and how it is called', () => {
  for (const { keys, called, label, action } of BINDINGS) {
    expect(called).not.toBe('');
    expect(label).not.toBe('');
    expect(keys.length > 0 || action === 'menu').toBe(true);
  }
});

test.each([
  ['target', (state: State) => state.pickers.target.field.value],
  ['source', (state: State) => state.pickers.source.field.value],
  ['mend-person', (state: State) => state.pickers.mend.field.value],
  ['file', (state: State) => state.file.field.value],
  ['export', (state: State) => state.exportField.value],
  ['phrase', (state: State) => state.phrase.value],
  ['go-to-row', (state: State) => state.goToField.value],
  ['save-mended', (state: State) => state.mendedField.value],
  ['history', (state: State) => state.historyField.value],
  ['pairs', (state: State) => state.pairField.value],
] as const)(
  'at %s every character is text, those of other places’ keys too; ? is help, and is text only in a paste',
  (place, textOf) => {
    const state = everyPlace()[place];
    if (state === undefined) throw new Error(`There is no place ${place}`);
    const before = textOf(state);
    const typed = press(state, 'q', 's', 'c', 'space', 'u');
    expect(textOf(typed)).toBe(`${before}qsc u`);
    expect(typed.cover).toBeNull();
    const helped = press(typed, '?');
    expect(helped.cover).toBe('help');
    expect(textOf(press(helped, 'escape'))).toBe(`${before}qsc u`);
    const pasted = after(typed, { type: 'key', press: { name: 'paste', text: 'a?' } });
    expect(textOf(pasted)).toBe(`${before}qsc ua?`);
    expect(pasted.cover).toBeNull();
  },
);

test('among emptied accounts every character is text, a space as well, and Tab marks', () => {
  const { emptied } = everyPlace();
  if (emptied === undefined) throw new Error('There is no such place');
  const typed = press(emptied, 's', 'space', 'q');
  expect(typed.care.field.value).toBe('s q');
  expect(typed.care.chosen.size).toBe(0);
  expect(press(press(typed, 'escape'), 'tab').care.chosen.size).toBe(1);
});

test('a key that the table does not have at a place does nothing there', () => {
  const review = atReview();
  expect(press(review, 's', 'y', 'u', 'delete', 'home')).toEqual(review);
  const preview = atPreview([['19', '21']]);
  expect(press(preview, 'x', 'space', 'a', 'tab')).toEqual(preview);
});
