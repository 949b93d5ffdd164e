import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type AuditFacts, encodeLine, type OpenTexts, sealOf } from '../../source/audit/audit-line.ts';
import { decodeLine } from '../../source/audit/decode-line.ts';
import { readAudit } from '../../source/audit/read-audit.ts';
import { verifyAudit } from '../../source/audit/verify-audit.ts';
import { fullName } from '../../source/model/user.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { ACTOR, failed, openAt, started } from '../store/given-store.ts';
import {
  auditedAt,
  erased,
  forgedLine,
  givenLog,
  linesOf,
  putLines,
  wholeRun,
  writeAndDie,
  writeLogged,
} from './given-audit.ts';

const proofOf = async (folder: string) => verifyAudit(await openAt(folder), nodeDisk);

/** What whoever writes next says of the log; it is not touched then. */
async function refusalOf(folder: string, log: string): Promise<unknown> {
  const bytes = await readFile(log);
  const refusal = await auditedAt(folder).catch((error: unknown) => error);
  expect(await readFile(log)).toEqual(bytes);
  return refusal;
}

test.each<[string, Partial<AuditFacts>, OpenTexts]>([
  ['a beginning with a reason', { event: 'log-begun' }, { reason: 'Approved' }],
  ['a beginning that erases', { event: 'log-begun', person: 7, operator: 'somebody', source: 7, target: 8 }, {}],
  ['a pair told again', { event: 'pair-done', sequence: 2, run: 'one', source: 1, target: 2, result: 'done' }, {}],
  ['an erasure', { event: 'person-erased', sequence: 12, person: 7, ...ACTOR }, {}],
])('a forged line at the end is found, and not added to: %s', async (_name, facts, texts) => {
  const { folder, log } = await givenLog();
  const lines = await linesOf(log);
  await putLines(log, [...lines, forgedLine(lines, facts, texts)]);
  expect((await proofOf(folder)).findings).toContainEqual(expect.objectContaining({ line: lines.length + 1 }));
  const message = expect.stringContaining(`line ${lines.length + 1} `);
  expect(await refusalOf(folder, log)).toMatchObject({ code: 'damaged-audit', message });
});

test('a record is told once: the very line of before, numbered and chained anew, is found', async () => {
  const { folder, log } = await givenLog();
  const lines = await linesOf(log);
  const { facts } = decodeLine(lines[2] ?? '') ?? {};
  await putLines(log, [...lines, forgedLine(lines, facts ?? {}, { sourceName: 'Innocent Bystander' })]);
  expect((await proofOf(folder)).findings).toMatchObject([
    {
      kind: 'journal',
      line: 12,
      message: expect.stringContaining('behind a line that tells of it'),
    },
  ]);
  expect(await refusalOf(folder, log)).toMatchObject({ code: 'damaged-audit' });
});

test('another reason with a seal of its own is found by the journal', async () => {
  const { folder, log } = await givenLog();
  await writeAndDie(folder, [started('two', 5), failed('two', 4)]);
  const lines = await linesOf(log);
  const { facts } = decodeLine(lines.at(-1) ?? '') ?? {};
  const front = lines.slice(0, -1);
  for (const texts of [{ reason: 'the auditor asked for it' }, {}]) {
    await putLines(log, [...front, forgedLine(front, facts ?? {}, texts)]);
    expect((await proofOf(folder)).findings).toMatchObject([{ kind: 'journal', line: 13 }]);
    expect(await refusalOf(folder, log)).toMatchObject({
      code: 'damaged-audit',
      message: expect.stringContaining('line 13 gives another reason than the journal'),
    });
  }
});

test('a name that is sealed where the journal names nobody is found', async () => {
  const { folder, log } = await givenLog();
  await writeAndDie(folder, [started('two', 5)]);
  const lines = await linesOf(log);
  const { facts } = decodeLine(lines.at(-1) ?? '') ?? {};
  const front = lines.slice(0, -1);
  await putLines(log, [...front, forgedLine(front, facts ?? {}, { targetName: 'Somebody Else' })]);
  expect((await proofOf(folder)).findings).toMatchObject([{ kind: 'journal', line: 12 }]);
  expect(await refusalOf(folder, log)).toMatchObject({ code: 'damaged-audit' });
});

test('texts that are put back in spite of an erasure are found, and the next writer takes them out', async () => {
  const { folder, log } = await givenLog(['one', 'two'], 8);
  const before = await linesOf(log);
  await writeLogged(folder, [erased(7)]);
  const after = await linesOf(log);
  await putLines(log, [...before, ...after.slice(before.length)]);
  const { findings } = await proofOf(folder);
  expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['erased']));
  expect(findings.map(({ line }) => line)).toEqual([6, 6, 16, 16]);
  await writeLogged(folder, wholeRun('three', 1));
  expect((await proofOf(folder)).findings).toEqual([]);
  expect(await readFile(log, 'utf8')).not.toContain('Person 7 was changed.');
});

test('who is erased stays so where the log is begun anew, also before that is written', async () => {
  const { folder, log } = await givenLog(['one'], 8);
  const person = (await (await openAt(folder)).people([7])).get(7);
  const name = person === undefined ? '' : fullName(person);
  expect(await readFile(log, 'utf8')).toContain(name);
  await writeLogged(folder, [erased(7)]);
  await writeLogged(folder, [started('two', 5), failed('two', 3)]);
  await rm(log);
  const ofPerson = async () =>
    (await readAudit(await openAt(folder), nodeDisk)).entries.filter(({ source }) => source === 7);
  const expected = [
    { run: 'one', sourceName: null, reason: null, erased: true },
    { run: 'two', sourceName: name, reason: 'for the test', erased: false },
  ];
  expect(await ofPerson()).toMatchObject(expected);
  await writeAndDie(folder, []);
  expect(await ofPerson()).toMatchObject(expected);
  expect((await linesOf(log)).filter((line) => line.includes(name))).toHaveLength(1);
  expect((await proofOf(folder)).findings).toMatchObject([{ kind: 'anew' }]);
});

test('what an erasure that was killed has left is removed by the next writer', async () => {
  const { folder, log } = await givenLog();
  const leftover = `${log}.abcdefghjkmn.tmp`;
  await writeFile(leftover, await readFile(log));
  await writeLogged(folder, [erased(7)]);
  expect((await readdir(folder)).filter((name) => name.includes('.tmp'))).toEqual([]);
  expect(await readFile(log, 'utf8')).not.toContain('Person 7 was changed.');
});

test('bytes behind the last line are told, are no fault while somebody writes, and are cut off with a note', async () => {
  for (const junk of ['{"line":17,"operator":"somebody"}', '\0\n{"line":17}\t{}\tabc\n']) {
    const { folder, log } = await givenLog();
    await appendFile(log, junk);
    expect(await proofOf(folder)).toMatchObject({ findings: [{ kind: 'torn' }], unfinished: 0, cuts: [] });
    const { writer } = await auditedAt(folder);
    expect(await proofOf(folder)).toMatchObject({ findings: [], cuts: [{ line: 11, bytes: junk.length }] });
    await appendFile(log, 'half of a li');
    expect(await proofOf(folder)).toMatchObject({ findings: [], unfinished: 12 });
    await writer.close();
    expect(await proofOf(folder)).toMatchObject({ findings: [{ kind: 'torn', line: 12 }], unfinished: 0 });
  }
});

test('a log whose first line is not how one begins is found, and not added to', async () => {
  const { folder, log } = await givenLog();
  const lines = await linesOf(log);
  const first = decodeLine(lines[0] ?? '');
  if (first === null) throw new Error('The log was not whole');
  const salt = 'aaaaaaaaaaaaaaaaaaaaaaaa';
  first.sealed.reason = sealOf(salt, 'Approved');
  first.open.reason = [salt, 'Approved'];
  await putLines(log, [encodeLine(first).trimEnd(), ...lines.slice(1)]);
  expect((await proofOf(folder)).findings).toContainEqual(expect.objectContaining({ line: 1 }));
  expect(await refusalOf(folder, log)).toMatchObject({ code: 'damaged-audit' });
});
