/** Without the ASCII spaces at both ends; any other padding is part of the text. */
export function trimSpaces(text: string): string {
  // By hand: a pattern for the end takes quadratic time on a cell of many spaces.
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return text.slice(start, end);
}
