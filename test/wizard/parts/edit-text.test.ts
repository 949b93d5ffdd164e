import { describe, expect, it } from 'vitest';
import { graphemes } from '../../../source/model/visible-text.ts';
import { editText, type FieldState, fieldOf } from '../../../source/wizard/parts/edit-text.ts';
import { fc } from '../../helpers/fast-check.ts';

function press(field: FieldState, ...names: string[]): FieldState {
  return names.reduce((state, name) => editText(state, { name, text: '' }), field);
}

function type(field: FieldState, text: string, name = 'char'): FieldState {
  return editText(field, { name, text });
}

describe('editText', () => {
  it('types where the cursor is', () => {
    const field = press(fieldOf('Jhn'), 'left', 'left');
    expect(type(field, 'o')).toEqual({ value: 'John', cursor: 2 });
    expect(type(press(field, 'home'), ' ', 'space').value).toBe(' Jhn');
  });

  it('moves over and takes away whole characters as they are seen', () => {
    const field = fieldOf('a👨‍👩‍👧e\u0301');
    expect(press(field, 'backspace').value).toBe('a👨‍👩‍👧');
    expect(press(field, 'left', 'backspace').value).toBe('ae\u0301');
    expect(press(field, 'home', 'right', 'delete').value).toBe('ae\u0301');
    expect(press(field, 'home', 'right', 'right').cursor).toBe('a👨‍👩‍👧'.length);
  });

  it('takes away the beginning, the end or the word before the cursor', () => {
    const field = press(fieldOf('move John Smith'), 'left', 'left');
    expect(press(field, 'ctrl-u')).toEqual({ value: 'th', cursor: 0 });
    expect(press(field, 'ctrl-k')).toEqual({ value: 'move John Smi', cursor: 13 });
    expect(press(field, 'ctrl-w')).toEqual({ value: 'move John th', cursor: 10 });
    expect(press(field, 'alt-backspace').value).toBe('move John th');
  });

  it('makes one line of what is pasted, and drops controls', () => {
    expect(type(fieldOf(''), 'TRANSFER 143\r\n', 'paste').value).toBe('TRANSFER 143');
    expect(type(fieldOf(''), 'John\r\n\tSmith\u001B[31m', 'paste').value).toBe('John Smith[31m');
  });

  it('does not grow without bounds', () => {
    expect(type(fieldOf('x'), 'y'.repeat(5000), 'paste')).toEqual(fieldOf('x'));
  });

  it('gives the very same field for keys that change nothing', () => {
    const field = fieldOf('abc');
    for (const name of ['up', 'enter', 'escape', 'tab', 'end', 'right', 'delete', 'unknown', 'constructor']) {
      expect(press(field, name)).toBe(field);
    }
  });

  it('always leaves the cursor between two characters of a well-formed text', () => {
    const key = fc.oneof(
      fc
        .constantFrom('left', 'right', 'home', 'end', 'backspace', 'delete', 'ctrl-w', 'ctrl-u', 'ctrl-k')
        .map((name) => ({
          name,
          text: '',
        })),
      fc
        .oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u0301', '👍', '🏽', '\u200D', '🇩', '🇪', 'é', '山'))
        .map((text) => ({ name: 'paste', text })),
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), (keys) => {
        const { value, cursor } = keys.reduce(editText, fieldOf(''));
        const borders = new Set([0]);
        for (const each of graphemes(value)) borders.add(Math.max(...borders) + each.length);
        expect([...borders]).toContain(cursor);
        expect(value.isWellFormed()).toBe(true);
        expect(value).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 200 },
    );
  });
});
