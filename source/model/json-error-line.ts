/** Line (the first is 1) of the place where `text` stops being JSON, or null where it is JSON. */
export function jsonErrorLine(text: string): number | null {
  if (jsonError(text) === null) return null;
  const ends = [...text.matchAll(/\n/g)].map((match) => match.index + 1);
  ends.push(text.length);
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBroken(text.slice(0, ends[middle]))) high = middle;
    else low = middle + 1;
  }
  return low + 1;
}

/** Whether no ending could make JSON of `start`. The engine names no place for every error, so this asks which it is. */
function isBroken(start: string): boolean {
  const error = jsonError(start);
  if (error === null || /end of JSON input|Unterminated string/.test(error.message)) return false;
  const place = /at position (\d+)/.exec(error.message)?.[1];
  return place === undefined || Number(place) < start.length;
}

function jsonError(text: string): Error | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
