/**
 * A line folded at spaces into lines of at most `columns` columns; what is folded lines up under the second column. A
 * word that is longer than that, such as a path, has a line of its own.
 */
export function foldLine(line: string, columns: number): string[] {
  const indent = /^(?: {2}\S.*? {2,}| *)(?=\S)/.exec(line)?.[0].length ?? 0;
  const room = Math.max(columns, indent + 20);
  const lines: string[] = [];
  let rest = line;
  while (rest.length > room) {
    const before = rest.lastIndexOf(' ', room);
    const cut = before > indent ? before : rest.indexOf(' ', room);
    if (cut === -1) break;
    lines.push(rest.slice(0, cut));
    rest = ' '.repeat(indent) + rest.slice(cut + 1);
  }
  return [...lines, rest];
}
