import stringWidth from 'string-width';
import { visibleText } from '../model/visible-text.ts';
import type { Context } from '../session/context.ts';

/** A file of fewer bytes is read before anybody could read of it. */
const LARGE = 1_000_000;

/** How far something has come, in one line on standard error that is written over and over. */
export interface ProgressLine {
  show(text: string): void;
  /** Takes the line away, so that the next output begins at the edge. */
  clear(): void;
}

/** The line of this command line; it is silent where nobody could see it move, and with --json. */
export function openProgressLine({ stderr, isRedrawn, json, ascii, veil }: Context): ProgressLine {
  if (!isRedrawn || json) return { show: () => {}, clear: () => {} };
  let shown = '';
  const write = (text: string) => {
    if (text === shown) return;
    stderr.write(`\r\u001B[K${text}`);
    shown = text;
  };
  return {
    show(text) {
      const safe = visibleText(veil.said(text), { ascii });
      // One that reaches the edge would begin another line, which stays.
      if (stringWidth(safe) < (stderr.columns || 80)) write(safe);
    },
    clear: () => write(''),
  };
}

/** What tells on `line` how far the reading of the file `name` is: in whole percents, and only of a large file. */
export function readingProgress(line: ProgressLine, name: string): (bytesRead: number, bytesTotal: number) => void {
  return (bytesRead, bytesTotal) => {
    if (bytesTotal < LARGE) return;
    line.show(`Reading ${name}: ${Math.min(100, Math.floor((100 * bytesRead) / bytesTotal))} %`);
  };
}
