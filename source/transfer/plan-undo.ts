import { undoPair } from '../merge/undo-pair.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { NO_RECORDS, NO_UNDO } from '../model/change.ts';
import { fingerprint } from '../model/fingerprint.ts';
import type { Problem, Warning } from '../model/pair.ts';
import type { Plan, PlannedPair, UndoOf } from '../model/plan.ts';
import type { Person } from '../model/user.ts';
import { withImage } from '../model/with-image.ts';
import { addTotals } from './add-totals.ts';
import { effectOf } from './carry-pair.ts';
import type { Earlier } from './earlier.ts';
import { followOwners } from './index-owners.ts';
import { personOf, plannedPerson, sealPlan } from './plan-transfer.ts';
import { undoRows } from './undo-rows.ts';
import { whyNotAgain } from './why-not-again.ts';

/** Which pair is put back. */
export interface UndoPair {
  line: number | null;
  source: number;
  target: number;
  /** Of a row of an import: the name of its person, who may be gone. */
  name?: string;
}

export interface UndoRequest {
  id: string;
  /** Id of the store. */
  store: string;
  undoOf: UndoOf;
  /** Login. */
  operator: string;
  createdAt: Date;
  catalogue: Catalogue;
  /** Ids of the data types to put back. */
  types: ReadonlySet<string>;
  /** Those to put back, in the order in which the run did them, on the line that they had in its plan. */
  pairs: readonly UndoPair[];
  /** What is known of the run, each of `pairs` among it. */
  earlier: Earlier;
  /** Of what is to be merged again: the plan of the merge, and the pairs of which something of it still stands. */
  merge?: Pick<Plan, 'carried' | 'choices'> & { standing: ReadonlySet<string> };
  /** Everybody whom the pairs name. */
  people: ReadonlyMap<number, Person>;
  problems: Problem[];
  warnings: Warning[];
}

/**
 * What an undo will do, pair by pair, the last one that ran first, each on the people as those before it leave them.
 * It is a plan like any other: reviewed, confirmed, journalled, and can itself be undone. Pairs in which nothing of the
 * chosen types is left are no part of it, unless nothing at all is left of them: to run them takes note of that; nor are
 * merges that cannot be carried again, each with a warning. The phrase tells whether changes are overwritten.
 */
export function planUndo(request: UndoRequest): Plan {
  const { catalogue, types, undoOf } = request;
  const isImport = undoOf.operation === 'import';
  const { pairs, totals, warnings } = isImport ? { ...undoRows(request), warnings: [] } : undoPairs(request);
  return sealPlan({
    version: 2,
    id: request.id,
    store: request.store,
    operation: 'undo',
    direction: 'from-to',
    operator: request.operator,
    createdAt: request.createdAt.toISOString(),
    confirm: `UNDO ${pairs.length}${totals.overwritten > 0 ? ' OVERWRITE' : ''}`,
    catalogue: { name: catalogue.name, fingerprint: fingerprint(catalogue) },
    choices: null,
    carried: [...types],
    pairs,
    notMoved: [],
    problems: request.problems,
    warnings: [...request.warnings, ...warnings],
    totals,
    retryOf: null,
    undoOf,
  });
}

function undoPairs(request: UndoRequest): Pick<Plan, 'pairs' | 'totals'> & { warnings: Warning[] } {
  const { catalogue, types, earlier, undoOf } = request;
  const people = new Map(request.people);
  const owners = followOwners(earlier.ownerOf);
  const totals = { pairs: 0, ...NO_RECORDS, ...NO_UNDO, notMoved: 0 };
  const pairs: PlannedPair[] = [];
  const warnings: Warning[] = [];
  for (const pair of request.pairs.toReversed()) {
    const source = personOf(people, pair.source);
    const target = personOf(people, pair.target);
    const done = earlier.pairs.get(`${pair.source}:${pair.target}`);
    if (done === undefined) throw new Error(`Nobody looked up what became of pair ${pair.source}:${pair.target}`);
    const { overwriteChanged } = undoOf;
    const { ownerOf } = owners;
    const undone = undoPair({ done, source, target, catalogue, types, overwriteChanged, ownerOf });
    const { undo, after, partly } = undone;
    const against = refuseAgain(request, { done, source, target, undone });
    if (against !== null) {
      warnings.push({ ...against, line: pair.line });
      continue;
    }
    // Nothing of the chosen types is left to put back, while other types of it still stand.
    if (partly && Object.keys(undo).length === 0) continue;
    const planned = { source: plannedPerson(source), target: plannedPerson(target) };
    const effect = effectOf(undone);
    pairs.push({ line: pair.line, ...planned, changes: {}, undo, ...(effect ? { effect } : {}), fields: [] });
    owners.note(undone);
    people.set(source.id, withImage(source, after.source));
    people.set(target.id, withImage(target, after.target));
    addTotals(totals, { changes: {}, undo });
  }
  totals.pairs = pairs.length;
  return { pairs, totals, warnings };
}

/** Why the pair of a merge is not carried again; null: it is, or goes back, or is none of a merge. */
function refuseAgain(
  { earlier, undoOf, merge, catalogue, types }: UndoRequest,
  pair: Pick<Parameters<typeof whyNotAgain>[0], 'done' | 'source' | 'target' | 'undone'>,
): Warning | null {
  if (!earlier.isAgain || undoOf.operation !== 'merge' || merge === undefined) return null;
  const key = `${pair.source.id}:${pair.target.id}`;
  const wayBack = merge.standing.has(key) ? `handover undo ${earlier.root} --pair ${key}` : null;
  return whyNotAgain({ ...pair, catalogue, types, merge, wayBack });
}
