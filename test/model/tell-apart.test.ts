import { describe, expect, it } from 'vitest';
import { tellApart } from '../../source/model/tell-apart.ts';
import { fc } from '../helpers/fast-check.ts';

describe('two values', () => {
  it.each([
    ['sofia ', 'sofia', '“sofia ”', '“sofia”'],
    ['sofia\u00a0', 'sofia ', '“sofia<U+00A0>”', '“sofia ”'],
    ['so\u200bfia', 'sofia', '“so<U+200B>fia”', '“sofia”'],
    ['Jose\u0301', 'José', '“Jose<U+0301>”', '“José”'],
    ['Ann  Lee', 'Ann Lee', '“Ann  Lee”', '“Ann Lee”'],
  ])('that are drawn alike are told apart: %j and %j', (source, target, first, second) => {
    expect(tellApart(source, target)).toEqual([first, second]);
  });

  it.each([
    ['Ann', 'Bob'],
    ['José', 'Jose'],
    ['jenny@', 'Jenny@'],
    ['同', '同'],
  ])('that differ to the eye stay as they are: %j and %j', (source, target) => {
    expect(tellApart(source, target)).toEqual([source, target]);
  });

  it('that differ never come out the same', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', 'e', '\u0301', ' ', '\u00a0', '\u200b', '\n'),
      maxLength: 5,
    });
    fc.assert(
      fc.property(text, text, (source, target) => {
        const [first, second] = tellApart(source, target);
        expect(first === second).toBe(source === target);
      }),
    );
  });
});
