import { visibleText } from '../model/visible-text.ts';
import type { Context } from '../session/context.ts';
import { foldLine } from './fold-line.ts';

/** How sentences are said on this command line. */
export type Voice = Pick<Context, 'ascii' | 'again'>;

/** Where text goes to. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
}

/** Signs of our own sentences and what stands for them in ASCII. */
const PLAIN_SIGNS: Record<string, string> = { '“': '"', '”': '"', '→': '->', '…': '...' };

/** A command that a sentence names: it needs the flags that this one was given to mean the same store. */
const NAMED_COMMAND = /\bhandover (?=(?:apply|check|export|plan|runs|stop|users|watch)\b)/g;

/** One JSON document on standard output. */
export function printJson({ stdout }: { stdout: Output }, value: unknown): void {
  stdout.write(`${JSON.stringify(value)}\n`);
}

/** Lines for people on standard output; whatever a terminal would obey is made visible. */
export function printLines({ stdout, ...voice }: Voice & { stdout: Output }, lines: readonly string[]): void {
  if (lines.length > 0) stdout.write(`${lines.map((line) => printable(line, voice)).join('\n')}\n`);
}

/** Sentences beside the outcome (progress, what to do next) on standard error, folded where that is a terminal. */
export function printAside(
  { stderr, columns, ...voice }: Voice & { stderr: Output; columns: number },
  lines: readonly string[],
): void {
  const said = lines.map((line) => printable(line, voice));
  const folded = stderr.isTTY ? said.flatMap((line) => foldLine(line, columns)) : said;
  if (folded.length > 0) stderr.write(`${folded.join('\n')}\n`);
}

/** `line` with nothing in it that a terminal would obey, our own signs in ASCII where that is asked for. */
export function printable(line: string, { ascii, again }: Voice): string {
  const whole = again === '' ? line : line.replace(NAMED_COMMAND, `handover ${again.replaceAll('$', '$$$$')} `);
  const shown = visibleText(whole, { ascii });
  return ascii ? shown.replace(/[“”→…]/g, (sign) => PLAIN_SIGNS[sign] ?? sign) : shown;
}
