/** Whether a cell that is to hold a number may tell who somebody is; a number in scientific notation does not. */
export function mayName(cell: string): boolean {
  return /\p{L}/u.test(cell) && !/^\s*[+-]?\d+([.,]\d+)?e[+-]?\d+\s*$/i.test(cell);
}
