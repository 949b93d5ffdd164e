import { foldLine } from '../model/fold-line.ts';
import { nameCommands } from '../model/name-commands.ts';
import { visibleText } from '../model/visible-text.ts';
import type { Context } from '../session/context.ts';
import type { FoundError } from './found-error.ts';

/** How sentences are said on this command line. */
export type Voice = Pick<Context, 'ascii' | 'again' | 'veil'>;

/** Where text goes to. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
}

/** Code units that JSON leaves as they are and a terminal obeys: C1 controls, direction marks, line separators. */
const UNSEEN = /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Code units that are not ASCII. */
const FOREIGN = /[\x7f-\uffff]/g;

/**
 * One JSON document on standard output; nothing in it is obeyed by a terminal, and it is plain ASCII where that is asked
 * for. Commands that the hint of its `error` names mean the same store.
 */
export function printJson({ stdout, ascii, again, veil }: Voice & { stdout: Output }, value: object): void {
  const text = JSON.stringify(
    hasError(value) ? { ...value, error: namingStore(value.error, again) } : value,
    veil.isOn ? (_key, each) => (typeof each === 'string' ? veil.said(each) : each) : undefined,
  );
  stdout.write(
    `${text.replace(ascii ? FOREIGN : UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`,
  );
}

function hasError(value: object): value is { error: FoundError } {
  const error = 'error' in value ? value.error : null;
  return typeof error === 'object' && error !== null && 'hint' in error && typeof error.hint === 'string';
}

function namingStore(error: FoundError, again: string): FoundError {
  return { ...error, hint: nameCommands(error.hint, again) };
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

/** `line` with nobody in it who is hidden, nothing that a terminal would obey, all of it in ASCII where that is asked for. */
function printable(line: string, { ascii, again, veil }: Voice): string {
  return visibleText(veil.said(nameCommands(line, again)), { ascii });
}
