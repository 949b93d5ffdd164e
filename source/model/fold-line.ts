import { columnsOf } from './visible-text.ts';

/**
 * A visible line folded at spaces into lines of at most `columns` columns; what is folded lines up under the second
 * column. A word that is wider than that, such as a path, has a line of its own.
 */
export function foldLine(line: string, columns: number): string[] {
  const indent = /^(?: {2}\S.*? {2,}| *)(?=\S)/.exec(line)?.[0].length ?? 0;
  const room = Math.max(columns, indent + 20);
  const lines: string[] = [];
  let rest = line;
  while (columnsOf(rest) > room) {
    const cut = placeToCut(rest, indent, room);
    if (cut === -1) break;
    lines.push(rest.slice(0, cut));
    rest = ' '.repeat(indent) + rest.slice(cut + 1);
  }
  return [...lines, rest];
}

/** The last space behind the indent up to which `text` fits into `room` columns, else the first one; -1: there is none. */
function placeToCut(text: string, indent: number, room: number): number {
  let cut = text.indexOf(' ', indent + 1);
  let columns = cut === -1 ? 0 : columnsOf(text.slice(0, cut));
  for (let next = text.indexOf(' ', cut + 1); cut !== -1 && next !== -1; next = text.indexOf(' ', next + 1)) {
    columns += columnsOf(text.slice(cut, next));
    if (columns > room) break;
    cut = next;
  }
  return cut;
}
