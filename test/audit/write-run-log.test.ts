import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeRunLog } from '../../source/audit/write-run-log.ts';
import type { Run } from '../../source/model/run.ts';
import type { User } from '../../source/model/user.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const run: Run = {
  id: '2026-03-02-0915-k3vd',
  plan: 'p',
  operation: 'transfer',
  undoOf: null,
  operator: 'admin',
  startedAt: '2026-03-02T09:15:00.000Z',
  finishedAt: '2026-03-02T09:16:00.000Z',
  state: 'finished-with-errors',
  counts: { pairs: 3, done: 1, failed: 2, left: 0, undone: 0 },
  pairs: [
    { source: 1, target: 2, state: 'done', at: '2026-03-02T09:15:01.000Z' },
    { source: 3, target: 4, state: 'failed', code: 'stale', reason: '=cmd(), gone', at: '2026-03-02T09:15:02.000Z' },
    {
      source: 5,
      target: 6,
      state: 'failed',
      code: 'unknown-user',
      reason: 'Not here.',
      at: '2026-03-02T09:15:03.000Z',
    },
  ],
};
const person = (id: number, firstName: string): [number, User] => [
  id,
  {
    id,
    login: `login${id}`,
    email: '',
    firstName,
    lastName: 'Doe',
    active: true,
    access: 'user',
    profile: {},
    mergedInto: null,
  },
];
const users = new Map([person(3, '@Ann'), person(4, 'Bo, the')]);

const HEADINGS = 'Run,Source User ID,Source Name,Target User ID,Target Name,State,Code,Reason,Time (UTC)';
const FAILED = [
  `${run.id},3,'@Ann Doe,4,"Bo, the Doe",failed,stale,"'=cmd(), gone",2026-03-02T09:15:02.000Z`,
  `${run.id},5,,6,,failed,unknown-user,Not here.,2026-03-02T09:15:03.000Z`,
];

async function linesOf(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8')).trimEnd().split('\r\n');
}

test('the failed pairs only, one a row with state and reason, guarded against formulas', async () => {
  const out = path.join(await tempFolder(), 'errors.csv');
  expect(await writeRunLog(run, users, out, { only: 'failed' })).toEqual({ path: out, pairs: 2 });
  expect(await linesOf(out)).toEqual([HEADINGS, ...FAILED]);
  expect((await stat(out)).mode & 0o777).toBe(0o600);
});

test('all pairs, those that are done and those that are left included', async () => {
  const out = path.join(await tempFolder(), 'log.csv');
  const stopped: Run = { ...run, state: 'stopped', pairs: [...run.pairs, { source: 7, target: 8, state: 'left' }] };
  expect(await writeRunLog(stopped, users, out, { only: 'all' })).toEqual({ path: out, pairs: 4 });
  expect(await linesOf(out)).toEqual([
    HEADINGS,
    `${run.id},1,,2,,done,,,2026-03-02T09:15:01.000Z`,
    ...FAILED,
    `${run.id},7,,8,,left,,,`,
  ]);
});

test('an existing file is replaced with force only', async () => {
  const out = path.join(await tempFolder(), 'errors.csv');
  await writeRunLog(run, users, out, { only: 'failed' });
  await expect(writeRunLog(run, users, out, { only: 'all' })).rejects.toMatchObject({ code: 'file-exists' });
  expect(await linesOf(out)).toHaveLength(3);
  await expect(writeRunLog(run, users, out, { only: 'all', force: true })).resolves.toMatchObject({ pairs: 3 });
  expect(await linesOf(out)).toHaveLength(4);
});
