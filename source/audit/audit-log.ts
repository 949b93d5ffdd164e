import type { JournalRecord } from '../model/journal.ts';
import type { Disk, DiskFile, Random } from '../model/ports.ts';
import { fullName, type Person } from '../model/user.ts';
import { writeAll, writeWhole } from '../store/write-whole.ts';
import { type AuditFacts, encodeLine, makeLine, type OpenTexts } from './audit-line.ts';
import { type Erasures, eraseTexts, findErasures } from './erase-texts.ts';
import { type LogEnd, proveLines } from './read-tail.ts';
import type { RecordTeller, Told } from './record-teller.ts';

export interface LogPorts {
  disk: Disk;
  random: Random;
  /** Names come from those who are in the store at that moment. */
  person(id: number): Person | undefined;
}

/** Lines of pairs wait until there are so many characters of them: what waits stands in the journal. */
const WAITING_LIMIT = 2 ** 18;

/** The audit log as its one writer has it, behind its last whole line. */
export class AuditLog {
  readonly #path: string;
  readonly #ports: LogPorts;
  readonly #teller: RecordTeller;
  #file: DiskFile;
  #end: LogEnd;
  #waiting = '';
  readonly #salts: Random;

  /** @param file opened behind the last whole line */
  constructor(path: string, ports: LogPorts, teller: RecordTeller, file: DiskFile, end: LogEnd) {
    this.#path = path;
    this.#ports = ports;
    this.#teller = teller;
    this.#file = file;
    this.#end = end;
    this.#salts = pooled(ports.random);
  }

  /** With what waits. */
  get end(): LogEnd {
    return this.#end;
  }

  /**
   * Adds the lines of `records`. Those of pairs may wait for others, of anything else nothing does; none is synced. The
   * line of a record that erases a person is written together with the whole log without what names them, and that is
   * synced. Rejects with system errors.
   */
  async add(records: readonly JournalRecord[]): Promise<void> {
    await this.addTold(records.map((record) => this.#teller.tell(record)).filter((told) => told !== null));
  }

  /** The same of what was told already. @param erasures of which later records tell: who is erased there is not named */
  async addTold(all: readonly Told[], erasures: Erasures = new Map()): Promise<void> {
    let text = '';
    let { lines, hash } = this.#end;
    for (const { facts, reason, gone } of all) {
      lines += 1;
      const line = makeLine({ line: lines, ...facts }, this.#textsOf(facts, reason, gone), hash, this.#salts);
      eraseTexts([line], erasures);
      text += encodeLine(line);
      hash = line.hash;
    }
    this.#end = { lines, hash, bytes: this.#end.bytes + Buffer.byteLength(text) };
    this.#waiting += text;
    if (all.some(({ facts }) => facts.event === 'person-erased')) return this.erase();
    const mayWait = all.every(({ facts }) => facts.source !== null);
    if (!mayWait || this.#waiting.length > WAITING_LIMIT) await this.flush();
  }

  /** Rewrites the log, what waits included, without what names those who were erased; where none of it is left, only that is written. */
  async erase(): Promise<void> {
    const { disk, random } = this.#ports;
    const written = Buffer.concat([await disk.read(this.#path), Buffer.from(this.#waiting)]);
    const { lines } = proveLines(this.#path, written);
    if (!eraseTexts(lines, findErasures(lines.map(({ facts }) => facts)))) return this.flush();
    const bytes = Buffer.from(lines.map(encodeLine).join(''));
    await writeWhole(disk, random, this.#path, bytes);
    this.#waiting = '';
    const former = this.#file;
    this.#file = await disk.append(this.#path);
    this.#end = { ...this.#end, bytes: bytes.length };
    await former.close();
  }

  /** Resolves once all that was added is on the medium. */
  async sync(): Promise<void> {
    await this.flush();
    await this.#file.sync();
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** Writes what waits. */
  async flush(): Promise<void> {
    const bytes = Buffer.from(this.#waiting);
    this.#waiting = '';
    await writeAll(this.#file, bytes);
  }

  #textsOf(
    { source, target }: Pick<AuditFacts, 'source' | 'target'>,
    reason: string | null,
    gone: string | undefined,
  ): OpenTexts {
    const texts: OpenTexts = {};
    const [from, into] = [source, target].map((id) => (id === null ? undefined : this.#ports.person(id)));
    const sourceName = from === undefined ? gone : fullName(from);
    if (sourceName !== undefined) texts.sourceName = sourceName;
    if (into !== undefined) texts.targetName = fullName(into);
    if (reason !== null) texts.reason = reason;
    return texts;
  }
}

/** The same chance, asked for many salts at once: that is what takes time. */
function pooled(random: Random): Random {
  let pool = '';
  return {
    token(length) {
      if (pool.length < length) pool = random.token(Math.max(length, 1024));
      const token = pool.slice(0, length);
      pool = pool.slice(length);
      return token;
    },
  };
}
