/** A line folded at spaces into lines of at most `columns` columns; what is folded lines up under the second column. */
export function foldLine(line: string, columns: number): string[] {
  if (line.length <= columns) return [line];
  const indent = /^ {2}\S.*? {2,}(?=\S)/.exec(line)?.[0].length ?? 0;
  const room = Math.max(columns, indent + 20);
  const cut = line.lastIndexOf(' ', room);
  if (cut <= indent) return [line];
  return [line.slice(0, cut), ...foldLine(' '.repeat(indent) + line.slice(cut + 1), columns)];
}
