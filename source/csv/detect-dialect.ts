import { DELIMITERS, type Delimiter, type Newline } from './csv-file.ts';

/** The delimiter and the line ending of the heading line at the start of `sample`, both looked for outside quotes. */
export function detectDialect(sample: string): { delimiter: Delimiter; newline: Newline } {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let newline: Newline = '\n';
  let quoted = false;
  let filled = false;
  for (let index = 0; index < sample.length; index += 1) {
    const character = sample[index] ?? '';
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === '\n' || character === '\r') {
      newline = character === '\n' ? '\n' : sample[index + 1] === '\n' ? '\r\n' : '\r';
      if (filled) break;
    } else {
      filled = true;
      const count = counts.get(character);
      if (count !== undefined) counts.set(character, count + 1);
    }
  }
  let delimiter: Delimiter = ',';
  for (const candidate of DELIMITERS) {
    if ((counts.get(candidate) ?? 0) > (counts.get(delimiter) ?? 0)) delimiter = candidate;
  }
  return { delimiter, newline };
}
