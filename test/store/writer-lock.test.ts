import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { contentOf, done, givenStore, HOLDER, openAt, started } from './given-store.ts';

const WRITING_PROCESS = path.join(import.meta.dirname, 'writing-process.ts');

/** A process of its own that has become the writer of the store in `folder`, and has begun run "one". */
async function startWritingProcess(folder: string) {
  const child = spawn(process.execPath, [WRITING_PROCESS, folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  return child;
}

test('a second writer is refused and told who holds the store, while readers come and go', async () => {
  const { folder } = await givenStore();
  const child = await startWritingProcess(folder);
  const store = await openAt(folder);
  expect(await store.holder()).toEqual({ ...HOLDER, pid: child.pid, login: 'sam', doing: 'run one' });
  const refusal = await store.startWriting(HOLDER).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'store-held', exitStatus: 6 });
  for (const part of ['sam', 'desk', String(child.pid), ' since 2026-03-02 09:00:00 UTC: run one']) {
    expect(refusal).toMatchObject({ message: expect.stringContaining(part) });
  }
  expect(await store.run('one')).toMatchObject({ state: 'running' });
  expect((await contentOf(await openAt(folder))).people).toHaveLength(30);
});

test('killed, the writer holds nothing any more: its run is interrupted, and the next writer goes on', async () => {
  const { folder } = await givenStore();
  const child = await startWritingProcess(folder);
  const store = await openAt(folder);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await store.holder()).toBeNull();
  await store.refresh();
  expect(await store.run('one')).toMatchObject({ state: 'interrupted', counts: { done: 1 } });
  const writer = await store.startWriting(HOLDER);
  await writer.append([done('one', 1)]);
  await writer.close();
  expect((await (await openAt(folder)).run('one'))?.counts.done).toBe(2);
});

test('a run that broke off stays interrupted while another one is at work', async () => {
  const { folder } = await givenStore();
  const store = await openAt(folder);
  const broken = await store.startWriting({ ...HOLDER, doing: 'run one' });
  await broken.append([started('one')]);
  await broken.close();
  const writer = await store.startWriting({ ...HOLDER, doing: 'run two' });
  await writer.append([started('two')]);
  const reader = await openAt(folder);
  expect((await reader.runs()).map(({ id, state }) => [id, state])).toEqual([
    ['two', 'running'],
    ['one', 'interrupted'],
  ]);
  await writer.close();
});

test('a writer that has closed is free at once, and one whose journal is damaged holds nothing', async () => {
  const { folder } = await givenStore();
  const store = await openAt(folder);
  const writer = await store.startWriting(HOLDER);
  await writer.close();
  await writeFile(path.join(folder, 'journal.1.jsonl'), 'damage\n');
  await expect(store.startWriting(HOLDER)).rejects.toMatchObject({ code: 'damaged-journal' });
  expect(await store.holder()).toBeNull();
});

test.each([
  '',
  '{}',
  '{"login":"sam"}',
  '{"login":"sam","host":"desk","pid":0,"since":"","doing":"run one"}',
  '{"pid":"1"',
])('a note about the writer that says %j names nobody, and above all no process', async (note) => {
  const { folder } = await givenStore();
  const store = await openAt(folder);
  const writer = await store.startWriting(HOLDER);
  await writeFile(path.join(folder, 'lock.json'), note);
  expect(await store.holder()).toMatchObject({ login: 'somebody', doing: 'unknown work' });
  await expect((await openAt(folder)).startWriting(HOLDER)).rejects.toMatchObject({ code: 'store-held' });
  await writer.close();
});

test('a store whose lock file was lost can be read, and written to again', async () => {
  const { folder } = await givenStore();
  await rm(path.join(folder, 'lock.db'));
  const store = await openAt(folder);
  expect(await store.holder()).toBeNull();
  const writer = await store.startWriting(HOLDER);
  expect(await store.holder()).toMatchObject({ login: 'admin' });
  await writer.close();
});

const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

/** What becomes of a process of that account, to which nothing is forbidden that its files allow, once it wants to write. */
async function refusedIn(folder: string): Promise<string> {
  // Root may write to every file: then it is another account that tries, whose store it is.
  const account = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  if (isRoot) {
    for (const name of ['..', '.', 'store.json', 'journal.1.jsonl'])
      await chown(path.join(folder, name), NOBODY, NOBODY);
  }
  const child = spawn(process.execPath, [WRITING_PROCESS, folder], {
    ...account,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.once('message', () => child.kill('SIGKILL'));
  return child.stderr === null ? '' : text(child.stderr);
}

test.each([
  [
    'its permissions forbid it',
    async (lock: string) => {
      await chmod(lock, 0o400);
      if (isRoot) await chown(lock, NOBODY, NOBODY);
    },
  ],
  [
    'it is of another account',
    async (lock: string) => {
      await chmod(lock, isRoot ? 0o644 : 0o400);
    },
  ],
])('a lock that cannot be written to locks nothing: nobody writes, as %s', async (_why, close) => {
  const { folder } = await givenStore();
  const lock = path.join(folder, 'lock.db');
  await close(lock);
  const said = await refusedIn(folder);
  expect(said).toContain(`${lock}, is closed to writing`);
  expect(said).toContain('store-not-writable');
  expect(said).toContain(`chmod u+rw ${lock}`);
  expect((await (await openAt(folder)).runs()).length).toBe(0);
  expect(await readdir(folder)).not.toContain('lock.json');
});
