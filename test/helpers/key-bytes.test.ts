import { expect, test } from 'vitest';
import { bytesOfKey } from './key-bytes.ts';

test.each([
  ['enter', '\r'],
  ['up', '\x1b[A'],
  ['page-down', '\x1b[6~'],
  ['shift+tab', '\x1b[Z'],
  ['ctrl+c', '\x03'],
  ['ctrl+[', '\x1b'],
  ['alt+x', '\x1bx'],
  ['?', '?'],
  ['山', '山'],
])('%s is sent as xterm sends it', (key, bytes) => {
  expect(bytesOfKey(key)).toBe(bytes);
});

test('cursor keys have other bytes in application mode, other keys have not', () => {
  expect(['down', 'end', 'enter', 'page-up'].map((key) => bytesOfKey(key, true))).toEqual([
    '\x1bOB',
    '\x1bOF',
    '\r',
    '\x1b[5~',
  ]);
});

test.each(['dwon', 'ctrl+enter', '', 'alt+'])('"%s" is no key', (key) => {
  expect(() => bytesOfKey(key)).toThrow(RangeError);
});
