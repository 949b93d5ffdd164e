import { expect, test } from 'vitest';
import { readRealAccount } from '../../source/session/real-account.ts';
import { machineFiles, PASSWD } from './machine-files.ts';

const AS_ROOT = { login: 'root', uid: 0, askedBy: null };
const NOBODY = '4294967295';

test.each([
  ['jane became root with su', { loginuid: '1000' }, AS_ROOT, 'jane'],
  ['jane became root with sudo', { loginuid: '1000\n' }, { ...AS_ROOT, askedBy: 'jane' }, 'jane'],
  [
    'what the kernel noted counts for more than what the environment says',
    { loginuid: '1000' },
    { ...AS_ROOT, askedBy: 'eve' },
    'jane',
  ],
  ['an account that the machine does not list goes by its number', { loginuid: '61234' }, AS_ROOT, 'uid 61234'],
  ['root became jane', { loginuid: '0' }, { login: 'jane', uid: 1000, askedBy: 'root' }, 'root'],
  ['jane is jane, whatever is said', { loginuid: '1000' }, { login: 'jane', uid: 1000, askedBy: 'eve' }, null],
  ['nobody has logged in, and sudo says who asked', { loginuid: NOBODY }, { ...AS_ROOT, askedBy: 'jane' }, 'jane'],
  ['nobody has logged in, and root asked itself', { loginuid: NOBODY }, { ...AS_ROOT, askedBy: 'root' }, null],
  ['nobody has logged in: a service', { loginuid: NOBODY }, AS_ROOT, null],
  ['the kernel notes nothing, and sudo says who asked', {}, { ...AS_ROOT, askedBy: 'jane' }, 'jane'],
  ['the note is none', { loginuid: 'jane' }, AS_ROOT, null],
])('%s', async (_what, { loginuid }: { loginuid?: string }, account, real) => {
  const note = loginuid === undefined ? {} : { 'proc/self/loginuid': loginuid };
  const root = await machineFiles({ 'etc/passwd': PASSWD, ...note });
  expect(await readRealAccount({ ...account, root })).toBe(real);
});

test('a machine without a list of accounts', async () => {
  const root = await machineFiles({ 'proc/self/loginuid': '1000' });
  expect(await readRealAccount({ ...AS_ROOT, root })).toBe('uid 1000');
});
