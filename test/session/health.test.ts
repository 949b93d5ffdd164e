import { expect, test } from 'vitest';
import { checkDisk } from '../../source/session/health/check-disk.ts';
import { checkLogin } from '../../source/session/health/check-login.ts';
import { checkTerminal } from '../../source/session/health/check-terminal.ts';
import type { Examined, Look } from '../../source/session/health/health-check.ts';
import { sizeText } from '../../source/session/health/size-text.ts';
import type { StorePlace } from '../../source/store/store-place.ts';
import { givenStore } from '../store/given-store.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';
import { machineFiles, PASSWD, SESSION } from './machine-files.ts';

/** What `look` finds, the context and the place being so. */
async function found(look: Look, but: Partial<Examined['context']>, place: StorePlace | null = null, bytes = 0) {
  const { folder } = await givenStore();
  const { context, session } = await deskAt(folder);
  const files = [{ name: 'store.json', isFolder: false, bytes, owner: 0, mode: 0o600, modifiedAt: new Date() }];
  return look({ context: { ...context, ...but }, place, files, opened: session.store });
}

test('a login that ends its runs is not well, and the cure is said', async () => {
  const kills = { 'etc/systemd/logind.conf.d/site.conf': 'KillUserProcesses=yes' };
  const root = await machineFiles({ 'etc/passwd': PASSWD, 'proc/self/cgroup': SESSION, ...kills });
  expect(await found(checkLogin, { root, uid: 1000 })).toMatchObject({
    ok: false,
    cure: expect.stringContaining('systemd-run --user --scope handover'),
  });
  expect(await found(checkLogin, { root: await machineFiles({}) })).toMatchObject({ ok: true });
});

const LOCAL: StorePlace = { folder: '/srv/store', present: null, account: 0, fileSystem: 0xef53, free: 3_000_000 };

test.each([
  ['a disk of this machine with room', LOCAL, true],
  ['one that is nearly full', { ...LOCAL, free: 2_999_999 }, false],
  ['one that does not say how full it is', { ...LOCAL, free: null }, true],
  ['one on the network', { ...LOCAL, fileSystem: 0x6969 }, false],
])('%s, under a checkpoint of 1 MB', async (_what, place, ok) => {
  const check = await found(checkDisk, {}, place, 1_000_000);
  expect(check?.ok).toBe(ok);
  expect(check?.cure === undefined).toBe(ok);
});

const tty = (columns: number, rows: number) => ({
  stdin: { isTTY: true } as NodeJS.ReadStream,
  stdout: { isTTY: true, columns, rows } as NodeJS.WriteStream,
});

test.each([
  ['a terminal', { ...tty(80, 24), isTerminal: true }, true],
  ['the least that will do', { ...tty(60, 15), isTerminal: true }, true],
  ['one that is too narrow', { ...tty(59, 24), isTerminal: true }, false],
  ['one that is too low', { ...tty(80, 14), isTerminal: true }, false],
  ['a dumb one, where questions are asked', { ...tty(80, 24), isTerminal: false }, true],
])('%s', async (_what, but, ok) => {
  expect((await found(checkTerminal, but))?.ok).toBe(ok);
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [123_456, '123 kB'],
  [84_400_000_000, '84.4 GB'],
  [5e15, '5000 TB'],
])('%i bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
