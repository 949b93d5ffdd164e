import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { fitText, visibleText, wrapText } from '../../source/model/visible-text.ts';
import { fc } from '../helpers/fast-check.ts';

const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u061C\u00AD]/u;

const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\u001B[2J',
    '\u009B31m',
    '\r\n',
    '\u202Eabc',
    '山田',
    '👨‍👩‍👧',
    'e\u0301',
    '\uD83D',
    '🇩🇪',
    '\u200D',
    '\uFE0F',
    '🏽',
  ),
);
const anyText = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

describe('visibleText', () => {
  it.each([
    ['ESC', 'a\u001B[31mb', 'a␛[31mb', 'a<U+001B>[31mb'],
    ['line feed', 'a\nb', 'a↵b', 'a<U+000A>b'],
    ['Windows line end', 'a\r\nb', 'a↵b', 'a<U+000D><U+000A>b'],
    ['backspace', '19\b\b91', '19␈␈91', '19<U+0008><U+0008>91'],
    ['NUL', '\0', '␀', '<U+0000>'],
    ['DEL', '\u007F', '␡', '<U+007F>'],
    ['C1 CSI', '\u009B', '⟨U+009B⟩', '<U+009B>'],
    ['right-to-left override', '\u202E19', '⟨U+202E⟩19', '<U+202E>19'],
    ['isolate', '\u2066', '⟨U+2066⟩', '<U+2066>'],
    ['zero-width space', '1\u200B9', '1⟨U+200B⟩9', '1<U+200B>9'],
    ['joiner between Latin letters', 'a\u200Db', 'a⟨U+200D⟩b', 'a<U+200D>b'],
    ['byte order mark', '\uFEFFid', '⟨U+FEFF⟩id', '<U+FEFF>id'],
    ['line separator', '\u2028', '⟨U+2028⟩', '<U+2028>'],
    ['lone surrogate', 'x\uD800y', 'x⟨U+D800⟩y', 'x<U+D800>y'],
    ['tag character', '\u{E0041}', '⟨U+E0041⟩', '<U+E0041>'],
  ])('shows %s', (_what, text, full, ascii) => {
    expect(visibleText(text)).toBe(full);
    expect(visibleText(text, { ascii: true })).toBe(ascii);
  });

  it.each([
    'John Smith',
    'José Sørensen',
    'Jose\u0301',
    '山田 太郎',
    '葛\u{E0100}城',
    'محمد',
    'می\u200Cخواهم',
    'ශ්\u200Dරී',
    'משה כהן',
    '👨‍👩‍👧 ❤️ 👍🏽 🇩🇪',
    '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    '👩\u200D❤\u200D👨',
  ])('leaves ordinary text alone: %s', (text) => {
    expect(visibleText(text)).toBe(text);
  });

  it('leaves nothing that a terminal would obey, and nothing to do a second time', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, ascii) => {
        const shown = visibleText(text, { ascii });
        expect(shown).not.toMatch(UNSAFE);
        expect(visibleText(shown, { ascii })).toBe(shown);
      }),
      { numRuns: 500 },
    );
  });
});

describe('fitText', () => {
  it('pads at the asked side', () => {
    expect(fitText('19', 5)).toBe('19   ');
    expect(fitText('19', 5, { align: 'right' })).toBe('   19');
    expect(fitText('19', 5, { align: 'center' })).toBe(' 19  ');
  });

  it('cuts with an ellipsis and never through a wide character', () => {
    expect(fitText('John Smith', 6)).toBe('John …');
    expect(fitText('John Smith', 6, { ascii: true })).toBe('Joh...');
    expect(fitText('山田太郎', 6)).toBe('山田… ');
    expect(fitText('👨‍👩‍👧👨‍👩‍👧', 3)).toBe('👨‍👩‍👧…');
    expect(fitText('John', 0)).toBe('');
  });

  it('has exactly the width asked for, also between its neighbours', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 30 }), fc.boolean(), (text, width, ascii) => {
        const fitted = fitText(text, width, { ascii });
        expect(fitted).not.toMatch(UNSAFE);
        expect(stringWidth(fitted)).toBe(width);
        expect(stringWidth(` ${fitted} `)).toBe(width + 2);
      }),
      { numRuns: 500 },
    );
  });

  it('looks only at the beginning of a huge cell', () => {
    expect(fitText('x'.repeat(5_000_000), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(stringWidth(fitText(`e${'\u0301'.repeat(100_000)}`, 10))).toBe(10);
  });
});

describe('wrapText', () => {
  it('breaks at spaces, and a word that is too long where it must', () => {
    expect(wrapText('it is a verylongword ok', 8)).toEqual(['it is a', 'verylong', 'word ok']);
    expect(wrapText('山田太郎', 5)).toEqual(['山田', '太郎']);
    expect(wrapText('', 5)).toEqual(['']);
  });

  it('shows a line break in data and only follows it in our own prose', () => {
    expect(wrapText('one\r\ntwo', 10)).toEqual(['one↵', 'two']);
    expect(wrapText('one\n\ntwo', 10, { showBreaks: false })).toEqual(['one', '', 'two']);
  });

  it('keeps every line within the width and every visible character but spaces', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrapText(text, width);
        for (const line of lines) {
          expect(stringWidth(line)).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(UNSAFE);
        }
        expect(lines.join('').replaceAll(' ', '')).toBe(visibleText(text).replaceAll(' ', ''));
      }),
      { numRuns: 300 },
    );
  });
});
