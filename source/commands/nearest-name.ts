/**
 * The one of `names` that `typed` was probably meant to be, or null where none is near: about a third of its
 * letters left out, added, replaced or swapped with their neighbour, or a beginning of it.
 */
function nearestName(typed: string, names: readonly string[]): string | null {
  const wanted = typed.toLowerCase();
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    // People seldom miss the first letter: it decides between two that are equally near.
    const handicap = name[0] === wanted[0] ? 0 : 0.25;
    const distance = wanted.length > 1 && name.startsWith(wanted) ? 0.5 : editDistance(wanted, name) + handicap;
    if (distance < least && distance < Math.max(1, name.length / 3) + 0.5) {
      nearest = name;
      least = distance;
    }
  }
  return nearest;
}

/** "Did you mean plan?", or null where none of `names` is near. @param dashes what stands before a name */
export function askIfMeant(typed: string, names: readonly string[], dashes: '' | '--'): string | null {
  const name = nearestName(typed, names);
  return name === null ? null : `Did you mean ${dashes}${name}?`;
}

function editDistance(left: string, right: string): number {
  const rows = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= left.length; row += 1) {
    const line = [row];
    rows.push(line);
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      line.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (isSame ? 0 : 1),
          isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(left.length, right.length);
}
