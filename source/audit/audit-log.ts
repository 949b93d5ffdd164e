import type { JournalRecord } from '../model/journal.ts';
import type { Disk, DiskFile, Random } from '../model/ports.ts';
import { fullName, type Person } from '../model/user.ts';
import { writeAll, writeWhole } from '../store/write-whole.ts';
import { type AuditFacts, encodeLine, makeLine, type OpenTexts } from './audit-line.ts';
import { eraseTexts } from './erase-texts.ts';
import { type LogEnd, readTail } from './read-tail.ts';
import type { RecordTeller, Told } from './record-teller.ts';

export interface LogPorts {
  disk: Disk;
  random: Random;
  /** Names come from those who are in the store at that moment. */
  person(id: number): Person | undefined;
}

/** The audit log as its one writer has it, behind its last whole line. */
export class AuditLog {
  readonly #path: string;
  readonly #ports: LogPorts;
  readonly #teller: RecordTeller;
  #file: DiskFile;
  #end: LogEnd;

  /** @param file opened behind the last whole line */
  constructor(path: string, ports: LogPorts, teller: RecordTeller, file: DiskFile, end: LogEnd) {
    this.#path = path;
    this.#ports = ports;
    this.#teller = teller;
    this.#file = file;
    this.#end = end;
  }

  get end(): LogEnd {
    return this.#end;
  }

  /**
   * Adds the lines of `records` in one write, which is not synced; where one erases a person, the log is rewritten
   * without what names them, and that is. Rejects with system errors.
   */
  async add(records: readonly JournalRecord[]): Promise<void> {
    await this.addTold(records.map((record) => this.#teller.tell(record)).filter((told) => told !== null));
  }

  /** The same of what was told already. */
  async addTold(all: readonly Told[]): Promise<void> {
    if (all.length === 0) return;
    let { lines, hash } = this.#end;
    let text = '';
    for (const { facts, reason } of all) {
      lines += 1;
      const line = makeLine({ line: lines, ...facts }, this.#textsOf(facts, reason), hash, this.#ports.random);
      text += encodeLine(line);
      hash = line.hash;
    }
    const bytes = Buffer.from(text);
    await writeAll(this.#file, bytes);
    this.#end = { lines, hash, bytes: this.#end.bytes + bytes.length };
    if (all.some(({ facts }) => facts.event === 'person-erased')) await this.erase();
  }

  /** Rewrites the log without what names those who were erased; nothing happens where none of it is left. */
  async erase(): Promise<void> {
    const { disk, random } = this.#ports;
    const tail = await readTail(disk, this.#path, null);
    if (tail === null || !eraseTexts(tail.lines)) return;
    const bytes = Buffer.from(tail.lines.map(encodeLine).join(''));
    await writeWhole(disk, random, this.#path, bytes);
    const former = this.#file;
    this.#file = await disk.append(this.#path);
    this.#end = { ...this.#end, bytes: bytes.length };
    await former.close();
  }

  /** Resolves once all that was added is on the medium. */
  sync(): Promise<void> {
    return this.#file.sync();
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  #textsOf({ source, target }: Pick<AuditFacts, 'source' | 'target'>, reason: string | null): OpenTexts {
    const texts: OpenTexts = {};
    const [from, into] = [source, target].map((id) => (id === null ? undefined : this.#ports.person(id)));
    if (from !== undefined) texts.sourceName = fullName(from);
    if (into !== undefined) texts.targetName = fullName(into);
    if (reason !== null) texts.reason = reason;
    return texts;
  }
}
