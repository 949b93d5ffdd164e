import { describe, expect, it } from 'vitest';
import { tellApart } from '../../source/model/tell-apart.ts';
import { visibleText } from '../../source/model/visible-text.ts';
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

  it.each([
    ['Zoë', 'Zoe', 'Zo<U+00EB>', 'Zoe'],
    ['健太', '健三', '健<U+592A>', '健<U+4E09>'],
    ['José Müller', 'José Muller', 'José M<U+00FC>ller', 'José Muller'],
    ['José Müller', 'José Meyer', 'José M<U+00FC>ller', 'José Meyer'],
    ['Zoe\u0308', 'Zoë', 'Zoe<U+0308>', 'Zo<U+00EB>'],
    ['Zoë ', 'Zoë', '“Zoë ”', '“Zoë”'],
    ['<U+00EB>', 'ë', '<U+003C>U+00EB>', '<U+00EB>'],
    ['Straße', 'Strasse', 'Stra<U+00DF>e', 'Strasse'],
    ['Ann', 'Bob', 'Ann', 'Bob'],
    ['José', 'José', 'José', 'José'],
  ])('of which ASCII would show the same are told apart where only that is shown: %j and %j', (...given) => {
    const [source, target, first, second] = given;
    expect(tellApart(source, target, { ascii: true })).toEqual([first, second]);
  });

  it('that differ never look the same in ASCII', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', 'e', 'ß', 's', '健', '三', '<', 'U+00E9', '>', '\u0301', ' ', '\u00a0', '\u200b'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(text, text, (source, target) => {
        const [first, second] = tellApart(source, target, { ascii: true }).map((each) =>
          visibleText(each, { ascii: true }),
        );
        expect(first === second).toBe(source === target);
        expect(`${first}${second}`).toMatch(/^[\x20-\x7e]*$/);
      }),
      { numRuns: 1000 },
    );
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
