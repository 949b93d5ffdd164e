import { expect, test } from 'vitest';
import { emailKey, loginKey } from '../../source/model/account-keys.ts';

test.each([
  ['letter case', 'John@Example.com', 'john@example.COM'],
  ['spaces around it', ' john@example.com ', 'john@example.com'],
  ['an accent of its own', 'rene\u0301@example.com', 'ren\u00e9@example.com'],
  ['a domain in its plain form', 'a@xn--bcher-kva.example', 'a@Bücher.example'],
])('%s makes no other address', (_what, one, other) => {
  expect(emailKey(one, 'ignored')).toBe(emailKey(other, 'ignored'));
});

test.each([
  ['a tag', 'john+a@example.com', 'john@example.com'],
  ['a letter of another script', 'j\u043ehn@example.com', 'john@example.com'],
  ['another domain', 'john@bucher.example', 'john@bücher.example'],
])('%s makes another address', (_what, one, other) => {
  expect(emailKey(one, 'ignored')).not.toBe(emailKey(other, 'ignored'));
});

test('where letter case counts, it makes another address, and an accent of its own does not', () => {
  expect(emailKey('John@example.com', 'kept')).not.toBe(emailKey('john@example.com', 'kept'));
  expect(emailKey('rene\u0301@example.com', 'kept')).toBe(emailKey('ren\u00e9@example.com', 'kept'));
});

test.each(['JSmith', ' jsmith', 'ｊsmith', 'j\u200bsmith', 'jsmith\u202e'])('%j is the login jsmith', (login) => {
  expect(loginKey(login)).toBe('jsmith');
});

test('nothing but what nobody sees is no login, and an address that cannot be read is compared as it stands', () => {
  expect(loginKey('\u200b')).toBe('');
  expect(emailKey('é@ü ü', 'ignored')).toBe('é@ü ü');
});
