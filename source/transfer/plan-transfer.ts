import { createHash } from 'node:crypto';
import { mergePair } from '../merge/merge-pair.ts';
import { personFingerprint } from '../merge/person-fingerprint.ts';
import { warnProfile } from '../merge/warn-profile.ts';
import { warnRights } from '../merge/warn-rights.ts';
import type { Catalogue, Operation } from '../model/catalogue.ts';
import { NO_RECORDS, NO_UNDO } from '../model/change.ts';
import { fingerprint } from '../model/fingerprint.ts';
import type { MergeChoices } from '../model/merge-choices.ts';
import type { Direction, Pair, Problem, Warning } from '../model/pair.ts';
import type { NotMoved, Plan, PlannedPair, PlannedPerson, PlanTotals } from '../model/plan.ts';
import { fullName, type Person } from '../model/user.ts';
import { withImage } from '../model/with-image.ts';
import { addTotals } from './add-totals.ts';
import { effectOfMerge } from './carry-pair.ts';
import { warnSettled } from './settled-though-declined.ts';

export interface PlanRequest {
  id: string;
  /** Id of the store. */
  store: string;
  operation: Operation;
  direction: Direction;
  /** Login. */
  operator: string;
  createdAt: Date;
  catalogue: Catalogue;
  carried: ReadonlySet<string>;
  /** What the operator decided about a merge; null for a transfer. */
  choices: MergeChoices | null;
  /** In the order in which they are to run. */
  pairs: readonly Pair[];
  /** Everybody whom the pairs name. */
  people: ReadonlyMap<number, Person>;
  problems: Problem[];
  warnings: Warning[];
  retryOf: string | null;
}

/**
 * What will happen, pair by pair, as a value that the run repeats to the letter. Each pair is worked out on the
 * people as the pairs before it leave them, so that a chain is planned as it will run.
 * Pairs that name somebody who is not in `people` are an error of the caller: checks come first.
 */
export function planTransfer(request: PlanRequest): Plan {
  const people = new Map(request.people);
  const notMoved = new Map<string, NotMoved>();
  const totals: PlanTotals = { pairs: 0, ...NO_RECORDS, ...NO_UNDO, notMoved: 0 };
  const pairs: PlannedPair[] = [];
  const warnings = [...request.warnings];
  for (const pair of request.pairs) {
    const source = personOf(people, pair.source);
    const target = personOf(people, pair.target);
    const { catalogue, operation, carried, choices } = request;
    const merged = mergePair({ source, target, catalogue, operation, carried, choices });
    const effect = operation === 'merge' ? effectOfMerge(merged) : undefined;
    pairs.push({
      line: pair.line,
      source: plannedPerson(source),
      target: plannedPerson(target),
      changes: merged.changes,
      undo: {},
      fields: merged.fields,
      ...(effect ? { effect } : {}),
    });
    people.set(source.id, withImage(source, merged.after.source));
    people.set(target.id, withImage(target, merged.after.target));
    for (const warn of [warnRights, warnProfile]) warnings.push(...warn(pair.line, { source, target }, merged.fields));
    for (const left of merged.notMoved) addNotMoved(notMoved, left);
    addTotals(totals, { changes: merged.changes, undo: {} });
  }
  totals.pairs = pairs.length;
  warnings.push(...warnSettled({ ...request, pairs }, request.catalogue));
  totals.notMoved = [...notMoved.values()].reduce((sum, { count }) => sum + count, 0);
  return sealPlan({
    version: 2,
    id: request.id,
    store: request.store,
    operation: request.operation,
    direction: request.direction,
    operator: request.operator,
    createdAt: request.createdAt.toISOString(),
    confirm: phraseFor(request),
    catalogue: { name: request.catalogue.name, fingerprint: fingerprint(request.catalogue) },
    choices: request.choices,
    carried: [...request.carried],
    pairs,
    notMoved: [...notMoved.values()],
    problems: request.problems,
    warnings,
    totals,
    retryOf: request.retryOf,
    undoOf: null,
  });
}

/** The plan with the SHA-256 of its text, so that an edited file shows. */
export function sealPlan(plan: Omit<Plan, 'seal'>): Plan {
  return { ...plan, seal: createHash('sha256').update(JSON.stringify(plan)).digest('hex') };
}

/** Single: the target's login, or e-mail; bulk: "TRANSFER 143". */
function phraseFor({ operation, pairs, people }: PlanRequest): string {
  const [only] = pairs;
  if (only === undefined || pairs.length > 1 || only.line !== null) return `${operation.toUpperCase()} ${pairs.length}`;
  const target = personOf(people, only.target);
  return target.login || target.email || `${operation.toUpperCase()} 1`;
}

/** A person as a plan names them. */
export function plannedPerson(person: Person): PlannedPerson {
  return { id: person.id, name: fullName(person), fingerprint: personFingerprint(person) };
}

/** Somebody whom a pair names; an error of the caller where nobody looked them up. */
export function personOf(people: ReadonlyMap<number, Person>, id: number): Person {
  const person = people.get(id);
  if (person === undefined) throw new Error(`A pair names user ${id}, whom nobody looked up`);
  return person;
}

function addNotMoved(sum: Map<string, NotMoved>, left: NotMoved): void {
  const known = sum.get(left.type);
  if (known === undefined) sum.set(left.type, { ...left });
  else known.count += left.count;
}
