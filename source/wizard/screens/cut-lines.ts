import { wrapText } from '../../model/visible-text.ts';
import type { Look } from '../look.ts';

/** As many lines as there is room for; where more follow, the last one says with which key all are read. */
export function cutLines(lines: readonly string[], room: number, width: number, look: Look, key: string): string[] {
  if (lines.length <= room) return [...lines];
  const more = ` ${look.symbols.ellipsis} ${key} shows all`;
  const [last = ''] = wrapText(lines[room - 1] ?? '', width - more.length, look);
  return [...lines.slice(0, Math.max(0, room - 1)), last.trimEnd() + more];
}
