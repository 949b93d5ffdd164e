import { lstat, mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { StoreData } from '../../source/model/store-data.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { codeOf, demoFolder } from './demo-folder.ts';

const SHIPPED = path.join(import.meta.dirname, '..', '..', 'data', 'demo', 'store.json');

test('the shipped store by default, any size and seed when asked, the same for the same seed', async () => {
  const folder = await tempFolder();
  const shipped = await readFile(SHIPPED, 'utf8');
  const make = async (...flags: string[]) => {
    const made = await runHandover(['demo', '--json', ...flags], { cwd: folder });
    expect(made.status, made.stderr).toBe(0);
    return made.json() as { people: number; store: string };
  };
  const checkpoint = (name: string) => readFile(path.join(folder, name, 'store.json'), 'utf8');
  expect(await make('--store', 'a')).toMatchObject({ people: 240, store: path.join(folder, 'a'), operator: 'admin' });
  expect(await make('--store', 'b', '--users', '300', '--seed', '5')).toMatchObject({ people: 300 });
  await make('--store', 'c', '--users', '300', '--seed', '5');
  await make('--store', 'd', '--users', '300', '--seed', '6');
  expect(await checkpoint('c')).toBe(await checkpoint('b'));
  expect(await checkpoint('d')).not.toBe(await checkpoint('b'));
  expect(await readFile(SHIPPED, 'utf8')).toBe(shipped);
});

test('an existing store is refused, kept with --keep, made anew with --force', async () => {
  const { run, json } = await demoFolder('--quiet');
  expect(await codeOf(run('demo', '--json'))).toEqual({ status: 2, code: 'store-exists' });
  await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  await run('apply', 'plan.json', '--confirm', 'jenny.andrews');
  expect(await run('demo', '--keep', '--quiet')).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(await json('runs')).toHaveLength(1);
  expect(await run('demo', '--force')).toMatchObject({ status: 0 });
  expect(await json('runs')).toEqual([]);
});

test('--force on a store in which nothing has happened yet makes a whole one, and leaves nothing beside it', async () => {
  const { folder, run, json } = await demoFolder();
  expect(await run('demo', '--force', '--users', '30', '--seed', '3')).toMatchObject({ status: 0 });
  expect(await json('users', '--inactive')).toHaveLength(30);
  expect(await readdir(folder)).toEqual(['store']);
  await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  expect(await run('apply', 'plan.json', '--confirm', 'jenny.andrews')).toMatchObject({ status: 0 });
});

test('--force on a link to a store makes the store anew where it is', async () => {
  const { folder, run, json } = await demoFolder();
  await mkdir(path.join(folder, 'disk'));
  await rename(path.join(folder, 'store'), path.join(folder, 'disk', 'real'));
  await symlink(path.join('disk', 'real'), path.join(folder, 'store'));
  expect(await run('demo', '--force', '--users', '30')).toMatchObject({ status: 0 });
  expect((await lstat(path.join(folder, 'store'))).isSymbolicLink()).toBe(true);
  expect(await readdir(path.join(folder, 'disk'))).toEqual(['real']);
  expect(await json('users', '--inactive')).toHaveLength(30);
});

test('--force spares what is no demonstration store, and a folder that holds more than a store', async () => {
  const folder = await tempFolder();
  const data = JSON.parse(await readFile(SHIPPED, 'utf8')) as StoreData;
  const real = { ...data, settings: { ...data.settings, guest: null } };
  await createStore(path.join(folder, 'real'), real, nodeDisk, systemRandom);
  const run = (store: string) => runHandover(['demo', '--force', '--json', '--store', store], { cwd: folder });
  expect(await codeOf(run('real'))).toEqual({ status: 2, code: 'not-a-demonstration' });

  await runHandover(['demo', '--store', 'mixed'], { cwd: folder });
  await writeFile(path.join(folder, 'mixed', 'thesis.txt'), 'mine');
  expect(await codeOf(run('mixed'))).toEqual({ status: 2, code: 'foreign-files' });
  expect(await readFile(path.join(folder, 'mixed', 'thesis.txt'), 'utf8')).toBe('mine');

  await mkdir(path.join(folder, 'papers'));
  await writeFile(path.join(folder, 'papers', 'letter.txt'), 'mine');
  expect(await codeOf(run('papers'))).toEqual({ status: 2, code: 'store-exists' });
  expect(await readdir(path.join(folder, 'papers'))).toEqual(['letter.txt']);
});
