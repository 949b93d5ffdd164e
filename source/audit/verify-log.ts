import { type AuditLine, chainHash, NO_HASH, OPEN_TEXTS, type OpenText } from './audit-line.ts';
import { findMisbeginning } from './begin-log.ts';
import { doesFollow, findBrokenSeals, findMissingTexts } from './check-line.ts';
import { decodeLine } from './decode-line.ts';
import { type Erasures, findErasures, textsErased } from './erase-texts.ts';
import { findMisplaced } from './find-misplaced.ts';

/** One thing that is not as it should be. */
export interface Finding {
  kind:
    | 'altered'
    | 'gone'
    | 'missing'
    | 'doubled'
    | 'reordered'
    | 'begun'
    | 'seal'
    | 'text'
    | 'erased'
    | 'anchor'
    | 'head'
    | 'journal'
    | 'journal-damaged'
    | 'anew'
    | 'torn';
  /** Where in the file, counted from 1; of lines that are missing, the number of the first; 0: in a journal. */
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
 * are missing, stand twice or elsewhere; a beginning that is none; texts that do not fit their seals, are gone without an
 * erasure, or are there in spite of one. Of a log whose end was cut off, or that was written anew with right hashes,
 * only the journal knows.
 * @param erasures of which the journal tells
 */
export function verifyLog(texts: readonly string[], erasures: Erasures): { lines: PlacedLine[]; findings: Finding[] } {
  const lines = markAltered(texts.map(decodeLine));
  const altered = lines.filter(({ line }) => line === null).map(({ place }) => alteredLine(place));
  return {
    lines,
    findings: [...altered, ...findMisplaced(lines), ...findMisbegun(lines), ...findFaultyTexts(lines, erasures)],
  };
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

function findMisbegun(lines: readonly PlacedLine[]): Finding[] {
  return lines.flatMap(({ place, line }) => {
    const misbeginning = line === null ? null : findMisbeginning(line);
    return misbeginning === null ? [] : [{ kind: 'begun', line: place, message: `Line ${place} ${misbeginning}.` }];
  });
}

function findFaultyTexts(lines: readonly PlacedLine[], erasures: Erasures): Finding[] {
  // An erasure that the journal alone knows is yet to be carried out.
  const logged = findErasures(lines.flatMap(({ line }) => line?.facts ?? []));
  const carriedOut = new Map([...logged].filter(([person, sequence]) => erasures.get(person) === sequence));
  return lines.flatMap(({ place, line }) => {
    if (line === null) return [];
    const [mayMiss, mustMiss] = [textsErased(line.facts, erasures), textsErased(line.facts, carriedOut)];
    const tell = (kind: Finding['kind'], name: OpenText, what: string): Finding => ({
      kind,
      line: place,
      message: `Line ${place}: its ${name} ${what}.`,
    });
    const open = OPEN_TEXTS.filter((name) => line.open[name] !== undefined && mustMiss.includes(name));
    const missing = findMissingTexts(line).filter((name) => !mayMiss.includes(name));
    return [
      ...findBrokenSeals(line).map((name) => tell('seal', name, 'does not fit its seal; it was altered')),
      ...open.map((name) => tell('erased', name, 'is there, though somebody whom it names was erased since')),
      ...missing.map((name) => tell('text', name, 'is gone, and nobody whom it names was erased')),
    ];
  });
}
