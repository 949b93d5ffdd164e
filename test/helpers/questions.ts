import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { PROGRAM, plainEnvironment } from './program.ts';

interface Options {
  /** Where the store is, in the folder `store`. */
  folder: string;
  args?: readonly string[];
  env?: Record<string, string | undefined>;
}

/** The wizard as questions, on pipes. */
export interface Questions {
  /** Types a line; resolves once what follows holds `expected` and asks again, and gives it. */
  answer(line: string, expected: string | RegExp): Promise<string>;
  /** Types lines, each once what was expected of the one before has been said. */
  answers(...pairs: readonly (readonly [line: string, expected: string | RegExp])[]): Promise<string>;
  /** Resolves once what was said since the last answer holds `expected` and asks again. */
  waitFor(expected: string | RegExp): Promise<string>;
  /** What was said since the last answer. */
  since(): string;
  /** Everything that was said. */
  all(): string;
  /** Ends the input without another word. */
  end(line?: string): void;
  interrupt(): void;
  readonly ended: Promise<{ status: number | null; stderr: string }>;
}

/** Opens the wizard with --accessible on the store of `folder`, there; it is gone when the test has ended. */
export function openQuestions({ folder, args = ['--accessible'], env = {} }: Options): Questions {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    env: plainEnvironment(folder, { HANDOVER_STORE: 'store', ...env }),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return new Piped(child);
}

class Piped implements Questions {
  readonly ended: Questions['ended'];
  readonly #child: ChildProcess;
  #text = '';
  #errors = '';
  #start = 0;
  #isOver = false;
  #wake: () => void = () => undefined;

  constructor(child: ChildProcess) {
    this.#child = child;
    child.stdout?.setEncoding('utf8').on('data', (text: string) => this.#hear(text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errors += text;
    });
    // A program that has left closes the pipe: that is its right.
    child.stdin?.on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      child.once('close', (status) => {
        this.#isOver = true;
        this.#wake();
        resolve({ status, stderr: this.#errors });
      });
    });
  }

  async answer(line: string, expected: string | RegExp): Promise<string> {
    this.#start = this.#text.length;
    this.#child.stdin?.write(`${line}\n`);
    return this.waitFor(expected);
  }

  async answers(...pairs: readonly (readonly [string, string | RegExp])[]): Promise<string> {
    let last = '';
    for (const [line, expected] of pairs) last = await this.answer(line, expected);
    return last;
  }

  async waitFor(expected: string | RegExp): Promise<string> {
    const fits = (text: string) => (typeof expected === 'string' ? text.includes(expected) : expected.test(text));
    while (!(fits(this.since()) && this.since().endsWith(': '))) {
      if (this.#isOver)
        throw new Error(`It ended before ${String(expected)}:\n${this.#text.slice(-4000)}${this.#errors}`);
      const isQuiet = await this.#news();
      if (isQuiet) throw new Error(`There is no ${String(expected)} in:\n${this.since()}`);
    }
    return this.since();
  }

  since(): string {
    return this.#text.slice(this.#start);
  }

  all(): string {
    return this.#text;
  }

  end(line?: string): void {
    this.#start = this.#text.length;
    this.#child.stdin?.end(line === undefined ? '' : `${line}\n`);
  }

  interrupt(): void {
    this.#start = this.#text.length;
    this.#child.kill('SIGINT');
  }

  #hear(text: string): void {
    this.#text += text;
    this.#wake();
  }

  /** Resolves at the next news; true: none has come for so long that the wait is over. */
  #news(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(true), LONG);
      this.#wake = () => {
        clearTimeout(timer);
        resolve(false);
      };
    });
  }
}

/** Milliseconds after which a test fails with what was said instead of with a mere timeout. */
const LONG = 30_000;
