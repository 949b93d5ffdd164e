import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { distantFileSystem } from '../../source/store/distant-file-system.ts';
import { readStorePlace, refusePlace, type StorePlace } from '../../source/store/store-place.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const EXT4 = 0xef53;
const JANE = { owner: 1000, ownerName: 'jane', mode: 0o700 };
const PLACE: StorePlace = { folder: '/srv/store', present: JANE, account: 1000, fileSystem: EXT4, free: 1e9 };

test.each([
  ['her own folder', {}, null],
  ['a folder still to be made', { present: null }, null],
  ['a container in which all is root’s', { present: { ...JANE, owner: 0 }, account: 0 }, null],
  ['a system without accounts', { account: null }, null],
  ['hers, opened by somebody else', { account: 1001 }, 'foreign-store'],
  ['hers, opened by root', { account: 0 }, 'foreign-store'],
  ['root’s, opened by her', { present: { ...JANE, owner: 0, ownerName: 'root' } }, 'foreign-store'],
  ['one that her group may write to', { present: { ...JANE, mode: 0o770 } }, 'store-exposed'],
  ['one that others may write to', { present: { ...JANE, mode: 0o702 } }, 'store-exposed'],
  ['one that others may read', { present: { ...JANE, mode: 0o755 } }, null],
  ['one on NFS', { fileSystem: 0x6969 }, 'network-store'],
  ['one still to be made on NFS', { present: null, fileSystem: 0x6969 }, 'network-store'],
])('%s', (_what, but: Partial<StorePlace>, code) => {
  expect(refusePlace({ ...PLACE, ...but }, false)?.code ?? null).toBe(code);
});

test('a refusal names the folder, whose it is and the command that helps', () => {
  const named = refusePlace({ ...PLACE, account: 0 }, false);
  expect(named?.message).toBe('The store folder /srv/store belongs to another account: jane.');
  expect(named?.hint).toContain('sudo -u jane handover');
  const numbered = refusePlace({ ...PLACE, present: { ...JANE, ownerName: 'uid 1000' }, account: 0 }, false);
  expect(numbered?.hint).toContain("sudo -u '#1000' handover");
});

test('a distant disk is taken where that is asked for; a foreign folder never', () => {
  expect(refusePlace({ ...PLACE, fileSystem: 0x6969 }, true)).toBeNull();
  expect(refusePlace({ ...PLACE, fileSystem: 0x6969, account: 0 }, true)?.code).toBe('foreign-store');
});

test.each([
  ['NFS', 0x6969],
  ['SMB', 0x517b],
  ['SMB', 0xfe534d42],
  ['CIFS', 0xff534d42],
  ['CIFS', -11317950],
  ['AFS', 0x5346414f],
  ['Coda', 0x73757245],
  ['9P', 0x01021997],
  ['FUSE (such as sshfs)', 0x65735546],
])('%s is told by its number', (name, type) => {
  expect(distantFileSystem(type)).toBe(name);
});

test.each([
  ['ext4', EXT4],
  ['XFS', 0x58465342],
  ['Btrfs', 0x9123683e],
  ['ZFS', 0x2fc12fc1],
  ['tmpfs', 0x01021994],
  ['overlayfs', 0x794c7630],
])('%s is a disk of this machine', (_name, type) => {
  expect(distantFileSystem(type)).toBeNull();
});

test('what is read of a folder that is there, and of one that is not', async () => {
  const folder = await tempFolder();
  await chmod(folder, 0o750);
  const { uid } = await stat(folder);
  const place = await readStorePlace(folder);
  expect(place).toMatchObject({ folder, present: { owner: uid, mode: 0o750 }, account: process.getuid?.() ?? null });
  expect(place.fileSystem).toBeGreaterThan(0);
  expect(place.free).toBeGreaterThan(0);
  const missing = await readStorePlace(join(folder, 'not', 'yet'));
  expect(missing).toMatchObject({ present: null, fileSystem: place.fileSystem });
});
