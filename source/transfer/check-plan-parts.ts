import { isDeepStrictEqual } from 'node:util';
import { ACTIVE } from '../merge/change-profile.ts';
import { IMPORT_FIELDS } from '../model/import-field.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import { NOBODY, type Plan, type PlannedPair } from '../model/plan.ts';
import { countRows, type RunnableRows } from './count-rows.ts';
import { importPhrase } from './import-phrase.ts';
import { rootOperation } from './root-operation.ts';

/** What in a plan, each part of it being of the right shape, does not go with what it does: "at its place: what", or null. */
export function checkPlanKind({ operation, undoOf, pairs, ...plan }: Omit<Plan, 'seal'>): string | null {
  const isImport = operation === 'import';
  if ((operation === 'undo') !== (undoOf !== null)) {
    return 'at undoOf: an undo names the run that it puts back, and nothing else does';
  }
  if (isImport !== (plan.import !== undefined)) return 'at import: an import names its file, and nothing else does';
  if (isImport !== (plan.rows !== undefined)) return 'at rows: an import counts its rows, and nothing else does';
  const wrong = pairs.findIndex(({ row }) => isImport !== (row !== undefined));
  return wrong === -1 ? null : `at pairs.${wrong}.row: an import tells what becomes of each row, and nothing else does`;
}

/**
 * What the rows of an import, or of its undo, say against each other or against themselves, in the same words; null:
 * nothing. Whether they may run is asked elsewhere.
 */
export function checkPlanRows(plan: Omit<Plan, 'seal'>): string | null {
  if (rootOperation(plan) !== 'import') return null;
  const { operation, rows, pairs, problems, confirm } = plan;
  const isImport = operation === 'import';
  const seen = new Set<number>();
  const lines = new Set(problems.map(({ line }) => line));
  for (const [place, pair] of pairs.entries()) {
    const problem = seen.has(pair.source.id)
      ? 'its person has a row already'
      : isImport && lines.has(pair.line)
        ? `line ${pair.line} has a problem, or a row already`
        : checkRow(pair, isImport);
    if (problem !== null) return `at pairs.${place}: ${problem}`;
    seen.add(pair.source.id);
    lines.add(pair.line);
  }
  if (!isImport) return null;
  const counted = Object.entries(countRows(pairs)) as [keyof RunnableRows, number][];
  const miscounted = counted.find(([name, count]) => rows?.[name] !== count);
  if (miscounted !== undefined) return `at rows.${miscounted[0]}: its rows come to ${miscounted[1]}`;
  const phrase = importPhrase(pairs);
  return confirm === phrase ? null : `at confirm: its rows take the phrase "${phrase}"`;
}

function checkRow(pair: PlannedPair, isImport: boolean): string | null {
  const { source, target, changes, undo } = pair;
  if (!isDeepStrictEqual(source, target)) return 'a row has one person, on both sides';
  if (Object.keys(changes).length > 0) return 'a row changes no records';
  if (!isImport)
    return Object.keys(undo).every((type) => type === USER_INFORMATION) ? null : 'a row changes no records';
  return Object.keys(undo).length > 0 ? 'an import puts nothing back' : checkFields(pair);
}

function checkFields({ source: { fingerprint }, fields, row, line }: PlannedPair): string | null {
  const isNew = row?.kind === 'create';
  if (line === null) return 'a row stands in a line of the file';
  if (isNew !== (fingerprint === NOBODY)) return 'a row creates somebody who is not there, and changes nobody else';
  if (!isNew && fields.length === 0) return 'it changes nothing';
  const names = new Set<string>();
  for (const { field, source, target, taken } of fields) {
    if (!KNOWN.has(field) || names.has(field)) return `"${field}" is no field of a person, or is there twice`;
    names.add(field);
    if (!isValue(field, source) || !isValue(field, target)) return `the value of "${field}" is none that a person has`;
    if (taken !== 'source' || isDeepStrictEqual(source, target)) return `"${field}" does not get the value of the file`;
    if (isNew && target !== null) return `"${field}" has a value before its person is there`;
  }
  const gone = fields.filter(({ source }) => source === null);
  // The date of whoever becomes active again goes with that, and is not erased (X15).
  const erased = gone.filter(({ field }) => field !== 'Deactivated').length;
  if (row === undefined || row.erased < erased || row.erased > gone.length) return `it erases ${erased} values`;
  const active = fields.find(({ field }) => field === ACTIVE);
  const becomes = isNew || active === undefined ? undefined : active.source === true ? 'active' : 'inactive';
  return row.becomes === becomes ? null : 'what it says of the account is not what its fields say';
}

/** What a row can set: whom it is about is no value of theirs. */
const KNOWN: ReadonlySet<string> = new Set(IMPORT_FIELDS.filter((field) => field !== 'User ID'));

/** Whether a profile can hold the value, or none, of such a field. */
function isValue(field: string, value: unknown): boolean {
  if (field === ACTIVE) return typeof value === 'boolean' || value === null;
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'string') return value !== '';
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
