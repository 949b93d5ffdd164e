import { readFile, writeFile } from 'node:fs/promises';
import { type AuditFacts, encodeLine, makeLine, type OpenTexts } from '../../source/audit/audit-line.ts';
import { auditPath } from '../../source/audit/audit-path.ts';
import { decodeLine } from '../../source/audit/decode-line.ts';
import { startAudited } from '../../source/audit/start-audited.ts';
import type { JournalEntry } from '../../source/model/journal.ts';
import type { Disk, StorePort, StoreWriter } from '../../source/model/ports.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemClock, systemRandom } from '../../source/system-ports.ts';
import { ACTOR, done, failed, finished, givenStore, HOLDER, openAt, started } from '../store/given-store.ts';

const PORTS = { disk: nodeDisk, random: systemRandom, clock: systemClock };

/** Opens the store in `folder` and becomes its writer, one whose entries are logged. */
export async function auditedAt(
  folder: string,
  disk: Disk = nodeDisk,
): Promise<{ store: StorePort; writer: StoreWriter }> {
  const store = await openAt(folder, disk);
  return { store, writer: await startAudited(store, HOLDER, { ...PORTS, disk }) };
}

/** A whole run of `pairs` pairs of which every fourth fails. */
export function wholeRun(run: string, pairs: number): JournalEntry[] {
  const settled = Array.from({ length: pairs }, (_, index) =>
    index % 4 === 3 ? failed(run, index, `Person ${2 * index + 1} was changed.`) : done(run, index),
  );
  return [started(run, pairs), ...settled, finished(run)];
}

/** That person `id` is erased from the log. */
export function erased(id: number): JournalEntry {
  return { kind: 'person-erased', ...ACTOR, person: id, at: '2026-03-02T09:16:00.000Z' };
}

/** A store in which each of these runs of `pairs` pairs was written and anchored, by a writer of its own. */
export async function givenLog(runs: readonly string[] = ['one'], pairs = 8): Promise<{ folder: string; log: string }> {
  const { folder } = await givenStore(Math.max(30, 2 * pairs));
  for (const run of runs) await writeLogged(folder, wholeRun(run, pairs));
  return { folder, log: auditPath(folder) };
}

/** Becomes the writer, writes `entries` as one group and lets go. */
export async function writeLogged(folder: string, entries: readonly JournalEntry[]): Promise<void> {
  const { writer } = await auditedAt(folder);
  await writer.append(entries);
  await writer.close();
}

/** Writes `entries` as a process that is killed right after: the lock is free, and nothing was anchored. */
export async function writeAndDie(folder: string, entries: readonly JournalEntry[]): Promise<void> {
  const store = await openAt(folder);
  const startWriting = store.startWriting.bind(store);
  const closing: (() => Promise<void>)[] = [];
  store.startWriting = async (holder) => {
    const bare = await startWriting(holder);
    closing.push(bare.close);
    return bare;
  };
  const append = async (path: string) => {
    const file = await nodeDisk.append(path);
    closing.push(file.close);
    return file;
  };
  const writer = await startAudited(store, HOLDER, { ...PORTS, disk: { ...nodeDisk, append } });
  if (entries.length > 0) await writer.append(entries);
  await Promise.all(closing.map((close) => close()));
}

/** The lines of a log, without their newlines. */
export async function linesOf(log: string): Promise<string[]> {
  return (await readFile(log, 'utf8')).split('\n').slice(0, -1);
}

/** Puts a log of these lines in the place of the one at `log`. */
export function putLines(log: string, lines: readonly string[]): Promise<void> {
  return writeFile(log, lines.map((line) => `${line}\n`).join(''));
}

/** The line behind `lines` that somebody makes who knows how: the shape, the number, seals and hash are right. */
export function forgedLine(lines: readonly string[], facts: Partial<AuditFacts>, texts: OpenTexts): string {
  const known = lines.map(decodeLine).filter((line) => line !== null);
  const last = known.at(-1);
  const like = known.find((line) => line.facts.event === facts.event) ?? last;
  if (last === undefined || like === undefined) throw new Error('The log was not whole');
  const all = { ...like.facts, ...facts, line: lines.length + 1 };
  return encodeLine(makeLine(all, texts, last.hash, systemRandom)).trimEnd();
}
