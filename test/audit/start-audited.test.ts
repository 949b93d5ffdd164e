import { appendFile, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { auditPath } from '../../source/audit/audit-path.ts';
import { readAudit } from '../../source/audit/read-audit.ts';
import { verifyAudit } from '../../source/audit/verify-audit.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { FaultyDisk, systemError } from '../store/faulty-disk.ts';
import { done, finished, givenStore, openAt, started, writeAt } from '../store/given-store.ts';
import { auditedAt, erased, givenLog, linesOf, putLines, wholeRun, writeAndDie, writeLogged } from './given-audit.ts';

const proofOf = async (folder: string, head?: string) => verifyAudit(await openAt(folder), nodeDisk, head);
const factsOf = (line: string | undefined) => JSON.parse(line?.split('\t')[0] ?? '');

test('each record that tells something is a line, in the order of the journal, that tells who, what and whom', async () => {
  const { folder, log } = await givenLog();
  const lines = await linesOf(log);
  expect(lines.map((line) => factsOf(line).event)).toEqual([
    'log-begun',
    'run-started',
    ...Array.from({ length: 8 }, (_, index) => (index % 4 === 3 ? 'pair-failed' : 'pair-done')),
    'run-finished',
  ]);
  expect(factsOf(lines[2])).toMatchObject({
    line: 3,
    sequence: 2,
    run: 'one',
    operation: 'transfer',
    operator: 'admin',
    account: 'admin',
    host: 'desk',
    source: 1,
    target: 2,
    counts: { marks: { combined: 1 } },
  });
  expect((await stat(log)).mode & 0o777).toBe(0o600);
  expect(await proofOf(folder)).toMatchObject({ lines: 11, findings: [], behind: 0 });
});

test('names and reasons stand beside the chain, sealed, and no fact holds them', async () => {
  const { folder, log } = await givenLog();
  const people = await (await openAt(folder)).people([7, 8]);
  const [chained = '', open = ''] = (await linesOf(log))[5]?.split('\t') ?? [];
  for (const text of [people.get(7)?.lastName, people.get(8)?.lastName, 'Person 7 was changed.']) {
    expect(open).toContain(text);
    expect(chained).not.toContain(text);
  }
});

test('what a killed writer had journalled and not logged is shown at once and added by the next writer', async () => {
  const { folder, log } = await givenLog();
  const { writer } = await writeAt(folder);
  await writer.append([started('two', 5), done('two', 4)]);
  await writer.close();
  expect((await readAudit(await openAt(folder), nodeDisk)).entries.slice(-2)).toMatchObject([
    { line: 12, event: 'run-started', run: 'two', hash: null },
    { line: 13, event: 'pair-done', run: 'two', operator: 'admin', source: 9, target: 10, hash: null },
  ]);
  expect(await proofOf(folder)).toMatchObject({ lines: 11, findings: [], behind: 2 });
  await writeAndDie(folder, []);
  expect(await linesOf(log)).toHaveLength(13);
  expect(await proofOf(folder)).toMatchObject({ lines: 13, findings: [], behind: 0 });
});

test('a line that was cut short is written anew, whatever of it is there', async () => {
  const { folder, log } = await givenLog();
  await writeAndDie(folder, [started('two', 5), done('two', 4)]);
  for (const cut of [1, 200, 700]) {
    const { size } = await stat(log);
    await truncate(log, size - cut);
    expect((await readAudit(await openAt(folder), nodeDisk)).entries.slice(-1)).toMatchObject([{ event: 'pair-done' }]);
    await writeAndDie(folder, []);
    expect(await proofOf(folder)).toMatchObject({ lines: 13, findings: [], behind: 0 });
  }
  const { size } = await stat(log);
  await truncate(log, size - 900);
  await appendFile(log, Buffer.alloc(900));
  await writeLogged(folder, [finished('two')]);
  expect(await proofOf(folder)).toMatchObject({ lines: 14, findings: [], behind: 0 });
});

test('a log that was altered behind its anchor, or does not reach it, is not added to, and the line is named', async () => {
  const { folder, log } = await givenLog();
  await writeAndDie(folder, [started('two', 5), done('two', 4)]);
  const lines = await linesOf(log);
  const refusalOf = async (put: string[]) => {
    await putLines(log, put);
    const bytes = await readFile(log);
    const refusal = await auditedAt(folder).catch((error: unknown) => error);
    expect(await readFile(log)).toEqual(bytes);
    return refusal;
  };
  const altered = lines.with(12, (lines[12] ?? '').replace('"source":9', '"source":7'));
  expect(await refusalOf(altered)).toMatchObject({
    code: 'damaged-audit',
    message: expect.stringContaining('line 13 was altered'),
  });
  expect(await refusalOf(lines.slice(0, 8))).toMatchObject({
    code: 'damaged-audit',
    message: expect.stringContaining('it ends with line 8, and 11 lines were written'),
  });
  await putLines(log, lines);
  await writeLogged(folder, [finished('two')]);
  expect(await proofOf(folder)).toMatchObject({ lines: 14, findings: [] });
});

test('a log that is gone is begun from the journal, and says so; what follows is anchored again', async () => {
  const { folder, log } = await givenLog();
  await rm(log);
  expect((await proofOf(folder)).findings).toMatchObject([{ kind: 'gone', line: 1 }]);
  await writeAndDie(folder, []);
  expect((await proofOf(folder)).findings).toMatchObject([{ kind: 'anew', line: 1 }]);
  await writeLogged(folder, wholeRun('two', 4).slice(0, 3));
  expect(await proofOf(folder)).toMatchObject({ lines: 14, findings: [{ kind: 'anew' }] });
  await truncate(log, (await stat(log)).size - 10);
  expect((await proofOf(folder)).findings).toMatchObject([
    { kind: 'anew' },
    { kind: 'missing', line: 14 },
    { kind: 'torn', line: 14 },
  ]);
});

test('a disk that takes the journal and not the log: what was done is kept, the run tells its end, the next writer adds it', async () => {
  const { folder } = await givenStore(30);
  const disk = new FaultyDisk();
  const { writer } = await auditedAt(folder, disk);
  await writer.append([started('one', 4), done('one', 0)]);
  disk.fault = (call, path) => {
    if (call === 'write' && path === auditPath(folder)) throw systemError('EIO');
    return undefined;
  };
  const many = Array.from({ length: 1000 }, () => done('one', 1));
  await expect(writer.append(many)).rejects.toMatchObject({ code: 'audit-fault' });
  await writer.append([finished('one')]);
  await writer.close();
  expect(await (await openAt(folder)).run('one')).toMatchObject({ state: 'succeeded', counts: { done: 2 } });
  expect(await proofOf(folder)).toMatchObject({ lines: 3, findings: [], behind: 1001 });
  await writeAndDie(folder, []);
  expect(await proofOf(folder)).toMatchObject({ lines: 1004, findings: [], behind: 0 });
});

test('who is erased is named nowhere in the log, the facts stay, and the chain is the one that it was', async () => {
  const { folder, log } = await givenLog(['one', 'two'], 8);
  const before = await linesOf(log);
  const { head } = await proofOf(folder);
  const [person] = (await (await openAt(folder)).people([7])).values();
  await writeLogged(folder, [erased(7)]);
  const after = await linesOf(log);
  expect(after.map((line) => line.split('\t')[0]).slice(0, -1)).toEqual(before.map((line) => line.split('\t')[0]));
  const text = await readFile(log, 'utf8');
  expect(text).not.toContain(`${person?.firstName} ${person?.lastName}`);
  expect(text).not.toContain('Person 7 was changed.');
  expect(await proofOf(folder, head ?? '')).toMatchObject({ findings: [] });
  const entries = (await readAudit(await openAt(folder), nodeDisk)).entries.filter(({ source }) => source === 7);
  expect(entries).toMatchObject([1, 2].map(() => ({ sourceName: null, reason: null, code: 'refused', erased: true })));
  expect(entries.every(({ targetName }) => targetName !== null)).toBe(true);
  await writeLogged(folder, wholeRun('three', 2));
  expect((await proofOf(folder)).findings).toEqual([]);
});

test('a store whose runs are older than its log gets a log of them all', async () => {
  const { folder } = await givenStore(30);
  const { writer } = await writeAt(folder);
  await writer.append(wholeRun('one', 3));
  await writer.checkpoint();
  await writer.close();
  expect(await proofOf(folder)).toMatchObject({ lines: 0, head: null, findings: [], behind: 5 });
  await writeFile(auditPath(folder), '');
  await writeLogged(folder, wholeRun('two', 3));
  expect(await proofOf(folder)).toMatchObject({ lines: 11, findings: [], behind: 0 });
});
