import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeRunErrors } from '../../source/audit/write-run-errors.ts';
import type { Run } from '../../source/model/run.ts';
import type { User } from '../../source/model/user.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const run: Run = {
  id: '2026-03-02-0915-k3vd',
  plan: 'p',
  operation: 'transfer',
  operator: 'admin',
  startedAt: '2026-03-02T09:15:00.000Z',
  finishedAt: '2026-03-02T09:16:00.000Z',
  state: 'finished-with-errors',
  counts: { pairs: 3, done: 1, failed: 2, left: 0 },
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

test('the failed pairs only, one a row, guarded against formulas', async () => {
  const out = path.join(await tempFolder(), 'errors.csv');
  expect(await writeRunErrors(run, users, out)).toEqual({ path: out, failed: 2 });
  expect((await readFile(out, 'utf8')).trimEnd().split('\r\n')).toEqual([
    'Run,Source User ID,Source Name,Target User ID,Target Name,Code,Reason,Time (UTC)',
    `${run.id},3,'@Ann Doe,4,"Bo, the Doe",stale,"'=cmd(), gone",2026-03-02T09:15:02.000Z`,
    `${run.id},5,,6,,unknown-user,Not here.,2026-03-02T09:15:03.000Z`,
  ]);
  expect((await stat(out)).mode & 0o777).toBe(0o600);
});

test('an existing file is replaced with force only', async () => {
  const out = path.join(await tempFolder(), 'errors.csv');
  await writeRunErrors(run, users, out);
  await expect(writeRunErrors(run, users, out)).rejects.toMatchObject({ code: 'file-exists' });
  await expect(writeRunErrors(run, users, out, { force: true })).resolves.toMatchObject({ failed: 2 });
});
