import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import { codeOf, demoFolder } from './demo-folder.ts';

interface Found {
  source: { id: number; active: boolean };
  target: { id: number; active: boolean };
  score: number;
  reasons: string[];
}

test('namesakes with score, reason and who is merged into whom: whoever has left goes into who stays', async () => {
  const { run, json } = await demoFolder();
  const found = await json<Found[]>('duplicates');
  const gone = found.filter(({ source }) => !source.active);
  expect(gone.length).toBeGreaterThan(0);
  expect(gone.every(({ target }) => target.active)).toBe(true);
  expect(found.every(({ reasons }) => reasons.some((reason) => reason.startsWith('the same name')))).toBe(true);
  const { stdout } = await run('duplicates');
  const [first] = found;
  expect(stdout).toMatch(new RegExp(`\\(${first?.source.id}\\).*\\(${first?.target.id}\\).*the same name`));
  expect(stdout).toContain(`${found.length} pairs of accounts`);
});

test('the file of pairs goes straight into a merge, with nobody twice, and is never replaced unasked', async () => {
  const { folder, run, json } = await demoFolder();
  const all = await json<Found[]>('duplicates');
  const { stderr } = await run('duplicates', '--out', 'pairs.csv');
  const [heading, ...rows] = (await readFile(path.join(folder, 'pairs.csv'), 'utf8')).trimEnd().split('\r\n');
  expect(heading).toBe('From User ID,To User ID,Score,Reason,Is merged,Into');
  const ids = rows.flatMap((row) => row.split(',').slice(0, 2));
  expect(new Set(ids).size).toBe(ids.length);
  expect(stderr).toContain(`${all.length - rows.length} more share somebody with these`);
  const plan = await json<Plan>('plan', '--operation', 'merge', '--file', 'pairs.csv');
  expect(plan).toMatchObject({ problems: [], confirm: `MERGE ${rows.length}` });
  expect(await codeOf(run('duplicates', '--out', 'pairs.csv', '--json'))).toEqual({ status: 2, code: 'file-exists' });
});

test('where nobody looks like anybody it says so', async () => {
  const { run } = await demoFolder('--users', '20');
  expect((await run('duplicates')).stdout).toBe('No two accounts look like one person.\n');
});
