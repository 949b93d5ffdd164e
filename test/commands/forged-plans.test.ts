import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pair } from '../../source/model/pair.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { filedPlanOn, pairsOf, planOn } from '../transfer/given-plan.ts';
import { demoFolder } from './demo-folder.ts';

const SHIPPED = path.join(import.meta.dirname, '..', '..', 'data', 'demo', 'store.json');

describe('a plan file that handover would not have made, sealed as if it had, is refused and changes nothing', () => {
  let data: StoreData;

  beforeAll(async () => {
    data = JSON.parse(await readFile(SHIPPED, 'utf8')) as StoreData;
  });

  const single = (source: number, target: number): Pair[] => [{ line: null, source, target }];

  test.each<[string, Pair[], string, string]>([
    ['a privileged source', single(1, 21), 'privileged-user', '(1)'],
    ['a privileged target', single(19, 3), 'privileged-user', '(3)'],
    ['one source into two', pairsOf([19, 21], [19, 22]), 'source-twice', 'John Smith (19)'],
    ['two sources into one', pairsOf([19, 21], [20, 21]), 'target-twice', 'Jenny Andrews (21)'],
    ['a pair twice', pairsOf([19, 21], [19, 21]), 'source-twice', 'John Smith (19)'],
    ['a swap', pairsOf([21, 22], [22, 21]), 'cycle', 'Jenny Andrews (21) → Sam Rodgers (22) → Jenny Andrews (21)'],
    ['a ring of three', pairsOf([21, 22], [22, 23], [23, 21]), 'cycle', 'Sam Rodgers (22)'],
    ['somebody into themselves', single(21, 21), 'self-transfer', 'Jenny Andrews (21)'],
  ])('%s', async (_what, pairs, code, says) => {
    const { folder, run, json } = await demoFolder();
    const plan = planOn(data, pairs);
    await writeFile(path.join(folder, 'forged.json'), JSON.stringify(plan));
    const refused = await run('apply', 'forged.json', '--confirm', plan.confirm, '--json');
    expect(refused.json()).toMatchObject({ error: { code, message: expect.stringContaining(says) } });
    expect(refused.status).toBe(4);
    expect(await json('runs')).toEqual([]);
  });

  test('the same plan of people who may be moved runs', async () => {
    const { folder, run } = await demoFolder();
    const plan = filedPlanOn(data, pairsOf([19, 21], [20, 22]));
    await writeFile(path.join(folder, 'made.json'), JSON.stringify(plan));
    expect(await run('apply', 'made.json', '--confirm', plan.confirm)).toMatchObject({ status: 0 });
  });
});

test('more pairs than the limit are refused in a plan file as they are in a CSV file', async () => {
  const folder = await tempFolder();
  const large = makeDemo({ users: 4500, seed: 1 });
  await createStore(path.join(folder, 'store'), large, nodeDisk, systemRandom);
  const ids = large.people.filter(({ access }) => access === 'user').map(({ id }) => id);
  const apply = async (count: number) => {
    const chosen = Array.from({ length: count }, (_, index): [number, number] => [
      ids[2 * index] ?? 0,
      ids[2 * index + 1] ?? 0,
    ]);
    const plan: Plan = filedPlanOn(large, pairsOf(...chosen));
    await writeFile(path.join(folder, 'plan.json'), JSON.stringify(plan));
    const args = ['apply', 'plan.json', '--confirm', plan.confirm, '--store', 'store', '--json'];
    return runHandover(args, { cwd: folder });
  };
  const refused = await apply(2001);
  expect(refused.status).toBe(4);
  expect(refused.json()).toMatchObject({
    error: { code: 'over-limit', message: expect.stringContaining('2,001 pairs') },
  });
  expect((await apply(2000)).jsonLines().at(-1)).toMatchObject({ state: 'succeeded', done: 2000 });
});
