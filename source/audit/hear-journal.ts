import type { HandoverError } from '../errors.ts';
import type { JournalEntry } from '../model/journal.ts';
import type { StorePort } from '../model/ports.ts';
import { RecordTeller, type Told } from './record-teller.ts';

/** Bytes behind a last line: of a write that was cut short, or of somebody else. */
export interface Cut {
  /** ISO 8601, UTC. */
  at: string;
  /** The last line then. */
  line: number;
  bytes: number;
}

/** How far the log had come. */
export type Anchor = Extract<JournalEntry, { kind: 'audit-head' }> & { sequence: number };

/** What the journal knows of the log. */
export class Witness {
  /** Sequence of a record → what the log is to say of it, in their order. */
  readonly told = new Map<number, Told>();
  readonly anchors: Anchor[] = [];
  readonly cuts: Cut[] = [];
  /** Where the journal is damaged: sentence → what was told of it. */
  readonly faults = new Map<string, HandoverError>();
  /** Records that cannot be read, or of a run whose beginning cannot: of these it knows nothing. */
  readonly #unheard = new Set<number>();
  readonly #begun = new Set<string>();
  readonly #teller = new RecordTeller();
  #last = 0;

  /** Takes in what was journalled since, and goes on behind what is damaged. @throws HandoverError where the disk does not give it */
  async hear(store: StorePort): Promise<void> {
    const damage = (fault: HandoverError) => this.faults.set(fault.message, fault);
    for await (const record of store.records({ after: this.#last, damage })) {
      const { sequence, entry } = record;
      for (let gone = this.#last + 1; gone < sequence; gone += 1) this.#unheard.add(gone);
      this.#last = sequence;
      if (entry.kind === 'audit-head') this.anchors.push({ ...entry, sequence });
      if (entry.kind === 'audit-cut') this.cuts.push({ at: entry.at, line: entry.lines, bytes: entry.bytes });
      if (entry.kind === 'run-started') this.#begun.add(entry.run);
      const told = this.#teller.tell(record);
      if (told === null) continue;
      const { run } = told.facts;
      const isKnown = this.faults.size === 0 || run === null || this.#begun.has(run);
      if (isKnown) this.told.set(sequence, told);
      else this.#unheard.add(sequence);
    }
  }

  /** Whether it can be said what the log is to tell of the record `sequence`. */
  hasHeard(sequence: number): boolean {
    return !this.#unheard.has(sequence) && (this.faults.size === 0 || sequence <= this.#last);
  }
}
