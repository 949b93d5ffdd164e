import { expect, test } from 'vitest';
import { startingRun } from '../../source/model/doing-run.ts';
import { awaitStart } from '../../source/session/await-start.ts';
import { givenStore, HOLDER, openAt, started } from '../store/given-store.ts';

const NEVER = new AbortController().signal;
const STARTING = { ...HOLDER, doing: 'run one' };

test('who has the store for a run that is not in it yet is starting it', () => {
  expect(startingRun(STARTING, [{ id: 'two' }])).toBe('one');
  expect(startingRun(STARTING, [{ id: 'one' }])).toBeNull();
  expect(startingRun({ ...HOLDER, doing: 'changing settings' }, [])).toBeNull();
  expect(startingRun(null, [])).toBeNull();
});

test('a run that is starting is waited for until the store knows it', async () => {
  const { folder } = await givenStore();
  const writer = await (await openAt(folder)).startWriting(STARTING);
  const reader = await openAt(folder);
  let waits = 0;
  const wait = async () => {
    waits += 1;
    if (waits === 3) await writer.append([started('one')]);
  };
  expect(await awaitStart(reader, undefined, NEVER, { wait })).toBe('one');
  expect(waits).toBe(3);
  expect(await reader.run('one')).toMatchObject({ state: 'running' });
  await writer.close();
});

test('nothing is waited for where another run is meant, where nobody starts one, or once its starter is gone', async () => {
  const { folder } = await givenStore();
  const wait = () => Promise.reject(new Error('It waits'));
  expect(await awaitStart(await openAt(folder), undefined, NEVER, { wait })).toBeNull();
  const writer = await (await openAt(folder)).startWriting(STARTING);
  const reader = await openAt(folder);
  expect(await awaitStart(reader, 'two', NEVER, { wait })).toBeNull();
  const gone = awaitStart(reader, 'one', NEVER, { wait: () => writer.close() });
  expect(await gone).toBe('one');
  expect(await reader.run('one')).toBeNull();
});
