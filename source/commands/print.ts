import { visibleText } from '../model/visible-text.ts';
import type { Context } from '../session/context.ts';

type Output = Pick<Context, 'stdout' | 'ascii'>;

/** Signs of our own sentences and what stands for them in ASCII. */
const PLAIN_SIGNS: Record<string, string> = { '“': '"', '”': '"', '→': '->', '…': '...' };

/** One JSON document on standard output. */
export function printJson({ stdout }: Pick<Context, 'stdout'>, value: unknown): void {
  stdout.write(`${JSON.stringify(value)}\n`);
}

/** Lines for people on standard output; whatever a terminal would obey is made visible. */
export function printLines({ stdout, ascii }: Output, lines: readonly string[]): void {
  if (lines.length > 0) stdout.write(`${lines.map((line) => printable(line, ascii)).join('\n')}\n`);
}

/** Lines beside the outcome (progress, what to do next) on standard error. */
export function printAside({ stderr, ascii }: Pick<Context, 'stderr' | 'ascii'>, lines: readonly string[]): void {
  printLines({ stdout: stderr, ascii }, lines);
}

/** `line` with nothing in it that a terminal would obey, and our own signs in ASCII where that is asked for. */
export function printable(line: string, ascii: boolean): string {
  const shown = visibleText(line, { ascii });
  return ascii ? shown.replace(/[“”→…]/g, (sign) => PLAIN_SIGNS[sign] ?? sign) : shown;
}
