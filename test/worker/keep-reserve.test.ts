import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { keepReserve } from '../../source/worker/keep-reserve.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { STANDARD } from '../merge/given.ts';
import { FaultyDisk, systemError } from '../store/faulty-disk.ts';
import { ACTOR, openAt, writeAt } from '../store/given-store.ts';
import { CLOCK } from '../transfer/given-plan.ts';
import { givenRun, NEVER, runOn } from '../transfer/given-run.ts';

test('the room is there until it is given back, and giving it back twice does nothing more', async () => {
  const folder = await tempFolder();
  const reserve = await keepReserve(new FaultyDisk(), folder);
  expect((await stat(path.join(folder, 'reserve'))).size).toBe(64 * 1024);
  await reserve.free();
  await reserve.free();
  expect(await readdir(folder)).toEqual([]);
});

test('what a worker that died has left of its reserve is taken up by the next', async () => {
  const folder = await tempFolder();
  await keepReserve(new FaultyDisk(), folder);
  await (await keepReserve(new FaultyDisk(), folder)).free();
  expect(await readdir(folder)).toEqual([]);
});

test('where there is no room for it there is none, and nothing of it stays; another fault is told', async () => {
  const folder = await tempFolder();
  const disk = new FaultyDisk();
  for (const code of ['ENOSPC', 'EDQUOT']) {
    disk.fault = (call) => {
      if (call === 'write') throw systemError(code);
      return undefined;
    };
    await (await keepReserve(disk, folder)).free();
    expect(await readdir(folder)).toEqual([]);
  }
  disk.fault = (call) => {
    if (call === 'sync') throw systemError('EIO');
    return undefined;
  };
  await expect(keepReserve(disk, folder)).rejects.toThrow('EIO');
});

test('on a full disk the reserve makes room to say so: the run is stopped with its reason, and goes on', async () => {
  const disk = new FaultyDisk();
  const { folder, plan, writer } = await givenRun(120, disk);
  let isFull = false;
  disk.fault = (call, file) => {
    if (isFull && call === 'write' && file.endsWith('.jsonl')) throw systemError('ENOSPC');
    return undefined;
  };
  const makeRoom = async () => {
    isFull = false;
  };
  const request = { run: 'one', plan, catalogue: STANDARD, writer, clock: CLOCK, actor: ACTOR, makeRoom, stop: NEVER };
  let last: unknown;
  for await (const event of runPlan(request)) {
    last = event;
    if (event.event === 'pair-done' && event.done === 20) isFull = true;
  }
  const reason = `The disk under ${folder} is full.`;
  expect(last).toMatchObject({ event: 'run-finished', state: 'stopped', reason });
  await writer.close();
  const stopped = await (await openAt(folder)).run('one');
  expect(stopped).toMatchObject({ state: 'stopped', reason });
  expect(stopped?.counts.left).toBeGreaterThan(0);

  const { store, writer: again } = await writeAt(folder);
  expect((await runOn(again, plan)).at(-1)).toMatchObject({ state: 'succeeded', done: 60, left: 0 });
  await again.close();
  await store.refresh();
  expect(await store.run('one')).not.toHaveProperty('reason');
});
