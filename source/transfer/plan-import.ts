import { userFingerprint } from '../merge/user-fingerprint.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { type FieldChange, NO_RECORDS, NO_UNDO } from '../model/change.ts';
import { fingerprint } from '../model/fingerprint.ts';
import type { Mapping } from '../model/mapping.ts';
import type { Problem, Warning } from '../model/pair.ts';
import type { Plan, PlannedPair, RowChange, RowCounts } from '../model/plan.ts';
import type { User } from '../model/user.ts';
import { importPhrase } from './import-phrase.ts';
import { orderRows } from './order-rows.ts';
import { sealPlan } from './plan-transfer.ts';

/** What a check has found out about the rows of a file. */
export interface CheckedRows {
  mapping: Mapping;
  /** Those with a change are planned. */
  rows: readonly {
    line: number;
    person: number | null;
    name: string;
    fields: FieldChange[];
    change: RowChange | null;
  }[];
  problems: Problem[];
  warnings: Warning[];
  counts: RowCounts;
}

export interface ImportRequest {
  id: string;
  /** Id of the store. */
  store: string;
  check: CheckedRows;
  /** Everybody, by id, as the check saw them. */
  users: ReadonlyMap<number, User>;
  /** Login. */
  operator: string;
  createdAt: Date;
  catalogue: Catalogue;
  allOrNothing: boolean;
  /** Name of the file, without its folder. */
  file: string;
}

/**
 * What an import will do, row by row, as a value that the run repeats to the letter: each row that changes or creates
 * somebody is a pair with that person on both sides. Rows that change nothing and rows with a problem have no part in it.
 * @throws Error where a row is about somebody who is not among `users`: checks come first
 */
export function planImport({
  check,
  users,
  catalogue,
  createdAt,
  allOrNothing,
  file,
  ...request
}: ImportRequest): Plan {
  const planned = check.rows.flatMap((row) => planRow(row, users) ?? []);
  const pairs = orderRows(planned, check.mapping.rules.emailCase);
  return sealPlan({
    version: 2,
    ...request,
    operation: 'import',
    direction: 'from-to',
    createdAt: createdAt.toISOString(),
    confirm: importPhrase(pairs),
    catalogue: { name: catalogue.name, fingerprint: fingerprint(catalogue) },
    choices: null,
    carried: [],
    pairs,
    notMoved: [],
    problems: check.problems,
    warnings: check.warnings,
    totals: { pairs: pairs.length, ...NO_RECORDS, ...NO_UNDO, notMoved: 0 },
    retryOf: null,
    undoOf: null,
    import: { file, mapping: check.mapping, allOrNothing },
    rows: check.counts,
  });
}

function planRow(
  { line, person: id, name, fields, change }: CheckedRows['rows'][number],
  users: ReadonlyMap<number, User>,
): PlannedPair | null {
  if (change === null || id === null) return null;
  const user = users.get(id) ?? null;
  if ((user === null) !== (change.kind === 'create'))
    throw new Error(`Row ${line} is about user ${id}, who is not there`);
  const person = { id, name, fingerprint: userFingerprint(user) };
  return { line, source: person, target: { ...person }, changes: {}, undo: {}, fields, row: change };
}
