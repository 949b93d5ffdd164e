import { foldLine } from '../../model/fold-line.ts';
import type { Context } from '../../session/context.ts';
import { sayable } from './spoken-text.ts';

type Voice = Pick<Context, 'stdin' | 'stdout' | 'columns' | 'again' | 'ascii' | 'veil'>;

/** Says lines one after the other: nothing is ever moved, coloured or written anew. */
export class Speaker {
  readonly #voice: Voice;
  /** Whether the cursor stands behind a prompt. */
  #isAsking = false;

  constructor(voice: Voice) {
    this.#voice = voice;
  }

  /** These lines; what is empty once it can be said is left out. */
  say(lines: readonly string[]): void {
    const { stdout, columns } = this.#voice;
    const told = lines.map((line) => this.#sayable(line)).filter((line) => line !== '');
    if (told.length === 0) return;
    this.#endLine();
    const folded = stdout.isTTY ? told.flatMap((line) => foldLine(line, columns)) : told;
    stdout.write(folded.map((line) => `${line}\n`).join(''));
  }

  /** What is to be typed next; the cursor stays behind it. */
  ask(prompt: string): void {
    this.#endLine();
    this.#voice.stdout.write(`${this.#sayable(prompt)}: `);
    this.#isAsking = true;
  }

  /** A line was typed: on a terminal that ended the line of the prompt, too. */
  hear(): void {
    if (this.#voice.stdin.isTTY) this.#isAsking = false;
    this.#endLine();
  }

  #sayable(line: string): string {
    return sayable(line, this.#voice, this.#voice.veil.said);
  }

  #endLine(): void {
    if (this.#isAsking) this.#voice.stdout.write('\n');
    this.#isAsking = false;
  }
}
