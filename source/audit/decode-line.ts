import { AUDIT_EVENTS, type AuditFacts, type AuditLine, encodeLine, OPEN_TEXTS } from './audit-line.ts';

type Fields = Record<string, unknown>;

/**
 * The line that `text` (without its newline) is, or null where it is none that `encodeLine` would have written. Whether
 * its hash and its seals are right is another question.
 */
export function decodeLine(text: string): AuditLine | null {
  const [chained = '', opened = '', hash = '', ...more] = text.split('\t');
  if (more.length > 0 || !/^[0-9a-f]{64}$/.test(hash)) return null;
  const [told, open] = [parseFields(chained), parseFields(opened)];
  if (told === null || open === null) return null;
  const { sealed, ...facts } = told;
  if (!areFacts(facts) || !areSeals(sealed) || !areOpen(open)) return null;
  const line = { facts, sealed, open, chained, hash };
  // A space more or a letter written in another way would change nothing of what it says.
  return JSON.stringify(told) === chained && encodeLine(line) === `${text}\n` ? line : null;
}

function parseFields(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function areFacts(facts: object): facts is AuditFacts {
  const { line, sequence, at, event } = facts as Fields;
  const isKnown = (AUDIT_EVENTS as readonly unknown[]).includes(event);
  return Number.isSafeInteger(line) && Number.isSafeInteger(sequence) && typeof at === 'string' && isKnown;
}

function areSeals(value: unknown): value is AuditLine['sealed'] {
  return isFields(value) && Object.entries(value).every(([name, seal]) => isOpenText(name) && typeof seal === 'string');
}

function areOpen(value: Fields): value is AuditLine['open'] {
  return Object.entries(value).every(
    ([name, pair]) =>
      isOpenText(name) && Array.isArray(pair) && pair.length === 2 && pair.every((each) => typeof each === 'string'),
  );
}

function isOpenText(name: string): boolean {
  return (OPEN_TEXTS as readonly string[]).includes(name);
}
