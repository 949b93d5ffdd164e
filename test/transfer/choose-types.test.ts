import { expect, test } from 'vitest';
import { chooseTypes, listSwitches } from '../../source/transfer/choose-types.ts';
import { STANDARD } from '../merge/given.ts';

const all = chooseTypes(STANDARD, 'transfer', {});
const locked = listSwitches(STANDARD, 'transfer').filter((each) => each.locked !== null && each.carries);

test('a transfer carries every type of QM and Classic WFM unless told otherwise', () => {
  const areas = new Set(STANDARD.types.filter(({ id }) => all.has(id)).map(({ area }) => area));
  expect([...areas].sort()).toEqual(['Classic WFM', 'QM']);
  expect(all.size).toBe(STANDARD.types.filter(({ area, rule }) => areas.has(area) && rule !== 'skip').length);
});

test('declined ones are left out; with "only", all others but those that have no switch', () => {
  expect(chooseTypes(STANDARD, 'transfer', { without: ['ccrs'] })).toEqual(
    new Set([...all].filter((id) => id !== 'ccrs')),
  );
  const kept = locked.filter(({ type }) => !type.optional).map(({ type }) => type.id);
  expect(chooseTypes(STANDARD, 'transfer', { only: ['ccrs'] })).toEqual(new Set(['ccrs', ...kept]));
});

test('a type that the operation does not carry, or that has no switch, is refused by name', () => {
  expect(() => chooseTypes(STANDARD, 'transfer', { only: ['badges'] })).toThrow('"badges" is no data type');
  expect(() => chooseTypes(STANDARD, 'transfer', { without: ['cccrs'] })).toThrow('"cccrs"');
  for (const { type } of locked)
    expect(() => chooseTypes(STANDARD, 'transfer', { without: [type.id] })).toThrow(type.id);
  expect(locked.length).toBeGreaterThan(0);
});
