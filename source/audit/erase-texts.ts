import type { AuditFacts, AuditLine, OpenText } from './audit-line.ts';

/** Person → the last journal record that erases them from the log. */
export type Erasures = ReadonlyMap<number, number>;

/** Who is erased by any of these. */
export function findErasures(all: Iterable<Pick<AuditFacts, 'event' | 'person' | 'sequence'>>): Erasures {
  const erasures = new Map<number, number>();
  for (const { event, person, sequence } of all) {
    if (event !== 'person-erased' || person === null) continue;
    erasures.set(person, Math.max(sequence, erasures.get(person) ?? 0));
  }
  return erasures;
}

/** What of a line names `person`: their name, and the reason, which may. */
export function textsNaming({ source, target }: Pick<AuditFacts, 'source' | 'target'>, person: number): OpenText[] {
  const names: OpenText[] = [];
  if (source === person) names.push('sourceName');
  if (target === person) names.push('targetName');
  return names.length === 0 ? [] : [...names, 'reason'];
}

/** What of a line names people who were erased later than it was written. */
export function textsErased(
  { sequence, source, target }: Pick<AuditFacts, 'sequence' | 'source' | 'target'>,
  erasures: Erasures,
): OpenText[] {
  return [source, target]
    .filter((id) => id !== null)
    .filter((id) => (erasures.get(id) ?? 0) > sequence)
    .flatMap((id) => textsNaming({ source, target }, id));
}

/**
 * Takes out of `lines`, which it changes, what names people who were erased later.
 * @returns whether anything was there to take out
 */
export function eraseTexts(lines: readonly AuditLine[], erasures: Erasures): boolean {
  let isChanged = false;
  for (const { facts, open } of lines) {
    for (const name of textsErased(facts, erasures)) {
      if (open[name] === undefined) continue;
      delete open[name];
      isChanged = true;
    }
  }
  return isChanged;
}
