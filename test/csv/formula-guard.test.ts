import { describe, expect, it } from 'vitest';
import { guardFormula, unguardFormula } from '../../source/csv/formula-guard.ts';
import { fc } from '../helpers/fast-check.ts';

describe('the formula guard', () => {
  it.each([
    '=1+1',
    '+44 20',
    '-5',
    '@sum',
    '\tx',
    '\rx',
    '\nx',
    '|x',
    '%x',
    '＝1',
    '＠x',
    ' =1',
    '\0=1',
    "'=1",
    "''-1",
  ])('puts a quote before %j', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });

  it.each(['', 'John', "O'Neill", "'tis", '1-2', 'a=b', '日本'])('leaves %j alone, both ways', (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(unguardFormula(text)).toBe(text);
  });

  it('is taken back without loss', () => {
    const risky = fc
      .array(fc.constantFrom("'", '=', '+', ' ', '\0', '\n', '-', '@', 'a', '＝'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(risky, fc.string({ unit: 'binary' })), (text) => {
        expect(unguardFormula(guardFormula(text))).toBe(text);
      }),
    );
  });

  it('never leaves a text that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(guardFormula(text)).not.toMatch(/^[\s\0]*[=+\-@|%]/);
      }),
    );
  });
});
