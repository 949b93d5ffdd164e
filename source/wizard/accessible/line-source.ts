import { createInterface, type Interface } from 'node:readline';

/** The lines that somebody types, kept until they are wanted. */
export class LineSource {
  readonly #lines: string[] = [];
  readonly #reader: Interface;
  #isOver = false;
  #hasSpoken = false;

  /** @param onNews called on each line and on the end */
  constructor(input: NodeJS.ReadableStream, onNews: () => void) {
    // Not as a terminal: then nothing but what is said is written, and the terminal itself lets a line be corrected.
    this.#reader = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
    this.#reader.on('line', (line) => {
      this.#lines.push(line);
      this.#hasSpoken = true;
      onNews();
    });
    this.#reader.once('close', () => {
      this.#isOver = true;
      onNews();
    });
  }

  /** The next line, which stays; undefined: none has come yet. */
  get next(): string | undefined {
    return this.#lines[0];
  }

  /** The next line; undefined: none has come yet. */
  take(): string | undefined {
    return this.#lines.shift();
  }

  /** Forgets what was typed ahead. */
  forget(): void {
    this.#lines.length = 0;
  }

  /** Whether the input has ended, though lines may be left to be taken. */
  get hasClosed(): boolean {
    return this.#isOver;
  }

  /** Whether no line will come any more. */
  get isOver(): boolean {
    return this.#isOver && this.#lines.length === 0;
  }

  /** Whether any line has come. */
  get hasSpoken(): boolean {
    return this.#hasSpoken;
  }

  close(): void {
    this.#reader.close();
  }
}
