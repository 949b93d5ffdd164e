import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { leaveRowOut, NO_EDITS, type RowEdits } from '../../../source/people/import/edit-rows.ts';
import { AS_FOUND } from '../../../source/people/import/how-read.ts';
import type { ImportResult, ImportTask } from '../../../source/wizard/import-task.ts';
import { runTask } from '../../../source/wizard/tasks/run-task.ts';
import { givenStore } from '../../store/given-store.ts';
import { deskAt, perform } from './given-desk.ts';

/** What `job` gives at the desk of the admin; it must succeed. */
async function resultOf<Kind extends ImportTask['kind']>(
  job: Extract<ImportTask, { kind: Kind }>,
  folder: string,
): Promise<Extract<ImportResult, { kind: Kind }>> {
  const action = await perform(job, await deskAt(folder));
  if (action.type !== 'task-done') throw new Error(JSON.stringify(action));
  return action.result as Extract<ImportResult, { kind: Kind }>;
}

async function givenFile(text: string): Promise<{ folder: string; file: string }> {
  const { folder } = await givenStore(60);
  const file = path.join(path.dirname(folder), 'new.csv');
  await writeFile(file, text);
  return { folder, file };
}

const TEXT = 'Email,First Name,Last Name\nnew@lindenhall.example,New,Person\nno mail,No,Mail\n';

test('what would be erased is counted of the rows as they were mended', async () => {
  const { folder, file } = await givenFile(TEXT);
  const read = await resultOf({ kind: 'read-people', path: file, reading: AS_FOUND }, folder);
  const wish = { file: read.file, edits: NO_EDITS, mapping: read.guess.mapping };
  const problemsOf = async (edits: RowEdits) =>
    (await resultOf({ kind: 'weigh-blanks', wish: { ...wish, edits } }, folder)).weight.problems;
  expect([await problemsOf(NO_EDITS), await problemsOf(leaveRowOut(NO_EDITS, 3))]).toEqual([1, 0]);
});

test('a file is read, guessed and checked, and its problems saved', async () => {
  const { folder, file } = await givenFile(TEXT);
  const read = await resultOf({ kind: 'read-people', path: file, reading: AS_FOUND }, folder);
  expect(read.file.rows.length).toBe(2);
  expect(read.isPairs).toBe(false);
  expect(read.shipped.map(({ name }) => name)).toEqual(['Calabrio', 'Symbiant', 'Docebo']);
  expect(read.timeZones.length).toBe(615);
  const wish = { file: read.file, edits: NO_EDITS, mapping: read.guess.mapping };
  const { check } = await resultOf({ kind: 'check-import', wish }, folder);
  expect(check.counts).toMatchObject({ create: 1, problems: 1 });
  const { plan, moved, isFileChanged } = await resultOf({ kind: 'plan-import', wish, shown: check }, folder);
  expect([plan.pairs.length, moved, isFileChanged]).toEqual([1, [], false]);
  const shown = { ...check, rows: check.rows.map((row) => (row.kind === 'create' ? { ...row, person: 999 } : row)) };
  expect(await resultOf({ kind: 'plan-import', wish, shown }, folder)).toMatchObject({ moved: [] });
  const other = { ...check, rows: check.rows.map((row) => ({ ...row, name: `${row.name}?` })) };
  expect(await resultOf({ kind: 'plan-import', wish, shown: other }, folder)).toMatchObject({ moved: [2, 3] });
  const out = path.join(path.dirname(folder), 'problems.csv');
  const saving = { kind: 'save-problems', file: read.file, edits: NO_EDITS, check, path: out, force: false } as const;
  expect(await resultOf(saving, folder)).toMatchObject({ path: out, rows: 1 });
  expect(await readFile(out, 'utf8')).toMatch(/^3,.*,no mail,No,Mail\r$/m);
  expect(await perform(saving, await deskAt(folder))).toMatchObject({ code: 'file-exists' });
  await writeFile(file, TEXT.replace('New,Person', 'Other,Name'));
  const again = await resultOf({ kind: 'plan-import', wish, shown: null }, folder);
  expect([again.plan.pairs[0]?.target.name, again.isFileChanged]).toEqual(['New Person', true]);
});

test('a file that looks like a mapping can be read by its headings alone, too', async () => {
  const { folder, file } = await givenFile(TEXT);
  const reading = { kind: 'read-people', path: file, reading: AS_FOUND } as const;
  const { guess } = await resultOf(reading, folder);
  await resultOf({ kind: 'save-mapping', mapping: { ...guess.mapping, name: 'Own' } }, folder);
  const again = await resultOf(reading, folder);
  expect(again.guess.preset).toBe('Own');
  expect(again.shipped.map(({ name }) => name).at(-1)).toBe('Plain headings');
});

test('a mapping is saved, listed with the next file, and deleted; nobody does so read-only', async () => {
  const { folder, file } = await givenFile(TEXT);
  const reading = { kind: 'read-people', path: file, reading: AS_FOUND } as const;
  const { guess } = await resultOf(reading, folder);
  const mapping = { ...guess.mapping, name: 'Mine' };
  expect((await resultOf({ kind: 'save-mapping', mapping }, folder)).saved).toEqual([mapping]);
  expect((await resultOf(reading, folder)).saved).toEqual([mapping]);
  const readOnly = await deskAt(folder, 'admin', true);
  expect(await perform({ kind: 'delete-mapping', name: 'Mine' }, readOnly)).toMatchObject({ code: 'read-only' });
  expect((await resultOf({ kind: 'delete-mapping', name: 'Mine' }, folder)).saved).toEqual([]);
});

test('a long check tells how far it is, and ends at once when it is given up', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `n${index}@lindenhall.example,New,Person`);
  const { folder, file } = await givenFile(`Email,First Name,Last Name\n${rows.join('\n')}\n`);
  const desk = await deskAt(folder);
  const read = await resultOf({ kind: 'read-people', path: file, reading: AS_FOUND }, folder);
  const wish = { file: read.file, edits: NO_EDITS, mapping: read.guess.mapping };
  const shares: number[] = [];
  const giveUp = new AbortController();
  const ended = await runTask(1, { kind: 'check-import', wish }, desk, giveUp.signal, (share) => {
    shares.push(share);
    if (shares.length === 2) giveUp.abort();
  });
  expect(ended.type).toBe('task-failed');
  expect(shares).toEqual([0.2, 0.4]);
});
