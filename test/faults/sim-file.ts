import type { Dice } from '../../source/people/demo/dice.ts';

/** What a medium writes whole or not at all, in bytes. */
const SECTOR = 512;

/** What the medium may hold of content that was never synced. */
export const CONTENT_FATES = ['dropped', 'kept', 'torn', 'zeroed'] as const;
export type ContentFate = (typeof CONTENT_FATES)[number];

/** Bytes written at `at`, or, where there are none, the file cut to the size `at`. */
interface Change {
  at: number;
  bytes: Buffer | null;
}

/** The content of a file of a simulated disk: what is on the medium, and what was done since and is not. */
export class SimFile {
  #lasting: Buffer;
  #content: Buffer;
  #unsynced: Change[] = [];

  constructor(content: Buffer = Buffer.alloc(0)) {
    this.#lasting = content;
    this.#content = content;
  }

  /** As every process sees it, synced or not. */
  get content(): Buffer {
    return this.#content;
  }

  /** Writes at the end. */
  write(bytes: Uint8Array): void {
    this.#do({ at: this.#content.length, bytes: Buffer.from(bytes) });
  }

  truncate(size: number): void {
    this.#do({ at: size, bytes: null });
  }

  /** All that was done is on the medium. */
  sync(): void {
    this.#lasting = this.#content;
    this.#unsynced = [];
  }

  /** The same file, with what is not synced still not synced. */
  copy(): SimFile {
    const copy = new SimFile(this.#lasting);
    for (const change of this.#unsynced) copy.#do(change);
    return copy;
  }

  /** What the medium holds after a power cut. */
  survivors(fate: ContentFate, dice: Dice): Buffer {
    if (fate === 'dropped' || this.#unsynced.length === 0) return this.#lasting;
    if (fate === 'kept') return this.#content;
    return fate === 'torn' ? this.#torn(dice) : this.#zeroed(dice);
  }

  #do(change: Change): void {
    this.#content = changed(this.#content, change);
    this.#unsynced.push(change);
  }

  /** Everything up to a random byte of what was not synced. */
  #torn(dice: Dice): Buffer {
    const sizeOf = ({ bytes }: Change) => bytes?.length ?? 1;
    let left = dice.whole(
      0,
      this.#unsynced.reduce((sum, change) => sum + sizeOf(change), 0),
    );
    let content = this.#lasting;
    for (const change of this.#unsynced) {
      if (left <= 0) break;
      content = changed(content, { at: change.at, bytes: change.bytes?.subarray(0, left) ?? null });
      left -= sizeOf(change);
    }
    return content;
  }

  /** Of its full length, but that sectors of what was not synced are zeros. What was synced in them stays. */
  #zeroed(dice: Dice): Buffer {
    const content = Buffer.from(this.#content);
    const start = Math.min(this.#lasting.length, ...this.#unsynced.map(({ at }) => at));
    for (let at = start; at < content.length; at += SECTOR - (at % SECTOR)) {
      if (dice.chance(0.5)) content.fill(0, at, Math.min(content.length, at + SECTOR - (at % SECTOR)));
    }
    return content;
  }
}

function changed(content: Buffer, { at, bytes }: Change): Buffer {
  return bytes === null ? content.subarray(0, at) : Buffer.concat([content.subarray(0, at), bytes]);
}
