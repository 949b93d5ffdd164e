import { type AuditLine, chainHash, NO_HASH } from './audit-line.ts';
import { doesFollow, findBrokenSeals, findMissingTexts } from './check-line.ts';
import { decodeLine } from './decode-line.ts';
import { textsNaming } from './erase-texts.ts';
import { findMisplaced } from './find-misplaced.ts';

/** One thing that is not as it should be. */
export interface Finding {
  kind: 'altered' | 'missing' | 'doubled' | 'reordered' | 'seal' | 'text' | 'anchor' | 'head' | 'journal' | 'anew';
  /** Where in the file, counted from 1; of lines that are missing, the number of the first. */
  line: number;
  /** A sentence that names the place. */
  message: string;
}

/** A line as it stands in the file; null where it is none, or not the one that was written. */
export interface PlacedLine {
  place: number;
  line: AuditLine | null;
}

/**
 * Everything in which the lines of a log (without their newlines) differ from what was written: lines that were altered,
 * are missing, stand twice or elsewhere; texts that do not fit their seals, or are gone without an erasure. Of a log
 * whose end was cut off, or that was written anew with right hashes, only the journal knows.
 */
export function verifyLog(texts: readonly string[]): { lines: PlacedLine[]; findings: Finding[] } {
  const lines = markAltered(texts.map(decodeLine));
  const altered = lines.filter(({ line }) => line === null).map(({ place }) => alteredLine(place));
  return { lines, findings: [...altered, ...findMisplaced(lines), ...findFaultyTexts(lines)] };
}

function alteredLine(place: number): Finding {
  return { kind: 'altered', line: place, message: `Line ${place} is not what was written there.` };
}

/**
 * A line counts where its hash is right behind the line of the number before its own, wherever that one stands now. One
 * whose former line is not there cannot be proved and is left to count: the gap tells.
 */
function markAltered(decoded: readonly (AuditLine | null)[]): PlacedLine[] {
  const hashes = new Map<number, string[]>([[0, [NO_HASH]]]);
  for (const [index, line] of decoded.entries()) {
    if (line === null) continue;
    // Of a line whose hash was altered, the one that it had: those behind it are innocent.
    const proper = chainHash(index === 0 ? NO_HASH : (decoded[index - 1]?.hash ?? ''), line.chained);
    hashes.set(line.facts.line, [...(hashes.get(line.facts.line) ?? []), line.hash, proper]);
  }
  return decoded.map((line, index) => {
    const before = line === null ? undefined : hashes.get(line.facts.line - 1);
    const isRight = line !== null && (before === undefined || before.some((hash) => doesFollow(line, hash)));
    return { place: index + 1, line: isRight ? line : null };
  });
}

function findFaultyTexts(lines: readonly PlacedLine[]): Finding[] {
  /** Person → the last line that erases them. */
  const erased = new Map<number, number>();
  for (const { line } of lines) if (line?.facts.person) erased.set(line.facts.person, line.facts.line);
  return lines.flatMap(({ place, line }) => {
    if (line === null) return [];
    const { source, target, line: number } = line.facts;
    const mayMiss = [source, target]
      .filter((id) => id !== null)
      .filter((id) => (erased.get(id) ?? 0) > number)
      .flatMap((id) => textsNaming(line, id));
    const broken = findBrokenSeals(line).map(
      (name): Finding => ({
        kind: 'seal',
        line: place,
        message: `Line ${place}: its ${name} does not fit its seal; it was altered.`,
      }),
    );
    const missing = findMissingTexts(line)
      .filter((name) => !mayMiss.includes(name))
      .map(
        (name): Finding => ({
          kind: 'text',
          line: place,
          message: `Line ${place}: its ${name} is gone, and nobody whom it names was erased.`,
        }),
      );
    return [...broken, ...missing];
  });
}
