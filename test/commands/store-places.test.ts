import { chmod, chown, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listStoreFiles } from '../../source/store/list-store-files.ts';
import { mountSmallDisk } from '../faults/small-disk.ts';
import { codeOf, demoFolder } from './demo-folder.ts';

const isRoot = process.getuid?.() === 0;

test.runIf(isRoot).each(['users', 'demo', 'demo --force'])(
  '%s: the store of another account is left alone',
  async (command) => {
    const { folder, run } = await demoFolder();
    await chown(path.join(folder, 'store'), 65534, 65534);
    expect(await codeOf(run(...command.split(' '), '--json'))).toEqual({ status: 7, code: 'foreign-store' });
  },
);

test('of a folder that holds other things nobody is told to close it, and it is not gone through', async () => {
  const { folder, run } = await demoFolder();
  const other = path.join(folder, 'other');
  await mkdir(path.join(other, 'deep'), { recursive: true });
  await chmod(other, 0o777);
  expect(await codeOf(run('users', '--store', other, '--json'))).toEqual({ status: 2, code: 'no-store' });
  expect(await codeOf(run('demo', '--store', other, '--json'))).toEqual({ status: 2, code: 'store-exists' });
  const { status, stdout } = await run('doctor', '--store', other);
  expect(status).toBe(4);
  expect(stdout).toContain(`There is no store at ${path.join(other, 'store.json')}.`);
  expect(stdout).not.toContain('chmod');
  expect(await listStoreFiles(other)).toEqual([]);
});

test('an empty folder to which others may write is still none for a store', async () => {
  const { folder, run } = await demoFolder();
  const open = path.join(folder, 'open');
  await mkdir(open);
  await chmod(open, 0o777);
  expect(await codeOf(run('demo', '--store', open, '--json'))).toEqual({ status: 7, code: 'store-exposed' });
});

test('a file that is named in place of a folder', async () => {
  const { folder, run } = await demoFolder();
  await writeFile(path.join(folder, 'people.csv'), '');
  const { status, stderr } = await run('users', '--store', 'people.csv');
  expect(status).toBe(2);
  expect(stderr).toContain(`${path.join(folder, 'people.csv')} is a file, or lies in one; a store is a folder.`);
});

test('a full disk, and one that is there for reading only: no store is made, nothing is changed, and it is said why', async (ctx) => {
  const disk = await mountSmallDisk('600k');
  if (disk === null) return ctx.skip('cannot mount a tmpfs here');
  const { run } = await demoFolder();
  const at = (name: string) => ['--store', path.join(disk.folder, name), '--json'];
  const large = await run('demo', '--users', '5000', ...at('large'));
  expect(large).toMatchObject({ status: 1, stdout: expect.stringContaining('is full: no store was made.') });
  expect((await run('demo', ...at('small'))).status).toBe(0);

  await writeFile(path.join(disk.folder, 'rest'), Buffer.alloc(600_000)).catch(() => undefined);
  expect(await codeOf(run('settings', 'seats', '300', ...at('small')))).toEqual({ status: 1, code: 'disk-full' });
  expect(await codeOf(run('export', '--out', path.join(disk.folder, 'all.csv'), '--json'))).toEqual({
    status: 4,
    code: 'not-written',
  });

  await rm(path.join(disk.folder, 'rest'));
  await disk.protect();
  const refused = await run('settings', 'seats', '300', ...at('small'));
  expect(refused).toMatchObject({ status: 7, stdout: expect.stringContaining('"code":"store-not-writable"') });
  expect((await run('users', ...at('small'))).status).toBe(0);
  expect(await codeOf(run('demo', ...at('another')))).toEqual({ status: 7, code: 'folder-not-writable' });
});

test('--unsafe-fs is no hindrance to a run, and goes on with the commands that are named', async () => {
  const { run } = await demoFolder();
  const { confirm } = (
    await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json', '--json')
  ).json() as {
    confirm: string;
  };
  const { status, stdout, stderr } = await run('apply', 'plan.json', '--confirm', confirm, '--unsafe-fs');
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/handover --unsafe-fs runs show /);
});
