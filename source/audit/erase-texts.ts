import type { AuditLine, OpenText } from './audit-line.ts';

/** What of `line` names `person`: their name, and the reason, which may. */
export function textsNaming({ facts: { source, target } }: AuditLine, person: number): OpenText[] {
  const names: OpenText[] = [];
  if (source === person) names.push('sourceName');
  if (target === person) names.push('targetName');
  return names.length === 0 ? [] : [...names, 'reason'];
}

/**
 * Takes out of `lines`, which it changes, what names people who were erased in a later line.
 * @returns whether anything was there to take out
 */
export function eraseTexts(lines: readonly AuditLine[]): boolean {
  const erased = new Set<number>();
  let isChanged = false;
  for (const line of [...lines].reverse()) {
    const { person, source, target } = line.facts;
    if (person !== null) erased.add(person);
    for (const id of [source, target]) {
      if (id === null || !erased.has(id)) continue;
      for (const name of textsNaming(line, id)) {
        if (line.open[name] === undefined) continue;
        delete line.open[name];
        isChanged = true;
      }
    }
  }
  return isChanged;
}
