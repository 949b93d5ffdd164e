import { visibleText } from '../model/visible-text.ts';
import type { Context } from './command.ts';

/** One JSON document on standard output. */
export function printJson({ stdout }: Pick<Context, 'stdout'>, value: unknown): void {
  stdout.write(`${JSON.stringify(value)}\n`);
}

/** Lines for people on standard output; whatever a terminal would obey is made visible. */
export function printLines({ stdout, ascii }: Pick<Context, 'stdout' | 'ascii'>, lines: readonly string[]): void {
  if (lines.length > 0) stdout.write(`${lines.map((line) => visibleText(line, { ascii })).join('\n')}\n`);
}

/** Lines beside the outcome (progress, what to do next) on standard error. */
export function printAside({ stderr, ascii }: Pick<Context, 'stderr' | 'ascii'>, lines: readonly string[]): void {
  printLines({ stdout: stderr, ascii }, lines);
}
