import type { AuditLine } from './audit-line.ts';
import type { Told } from './record-teller.ts';

/**
 * In what `line` says something else than the journal: the end of a sentence; null: in nothing. A name is not compared:
 * it is the one that the person had then; only whether there is anybody to name is asked.
 * @param told what the journal has the log say of the record of which the line tells
 */
export function findDifference({ facts, sealed, open }: AuditLine, told: Told | undefined): string | null {
  const { line: _line, ...said } = facts;
  if (JSON.stringify(said) !== JSON.stringify(told?.facts)) {
    return `does not say what the journal says (record ${facts.sequence})`;
  }
  const reason = told?.reason ?? null;
  const isOpenOther = open.reason !== undefined && open.reason[1] !== reason;
  if ((sealed.reason === undefined) !== (reason === null) || isOpenOther) {
    return `gives another reason than the journal (record ${facts.sequence})`;
  }
  const isNamed = sealed.sourceName !== undefined || sealed.targetName !== undefined;
  if (isNamed && facts.source === null)
    return `names people where the journal knows of none (record ${facts.sequence})`;
  return null;
}
