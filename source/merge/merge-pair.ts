import type { Catalogue, DataType, Operation } from '../model/catalogue.ts';
import {
  type FieldChange,
  type Image,
  NO_RECORDS,
  type RecordCounts,
  type RuleOutcome,
  type TypeChange,
} from '../model/change.ts';
import { type MergeChoices, takenFor, USER_INFORMATION } from '../model/merge-choices.ts';
import type { NotMoved } from '../model/plan.ts';
import type { DataRecord } from '../model/record.ts';
import type { Person } from '../model/user.ts';
import { applyRule } from './apply-rule.ts';
import { holdBack, isLeftAlone } from './hold-back.ts';
import { listNotMoved } from './list-not-moved.ts';
import { mergeProfiles } from './merge-profiles.ts';
import type { Basis, RuleInput } from './rule.ts';
import { COURSE_ENROLMENTS, type Standing, standingOfTypes } from './standing-of-types.ts';

/** Two people and what is to be carried between them. */
export interface PairInput {
  source: Person;
  target: Person;
  catalogue: Catalogue;
  operation: Operation;
  /** Ids of the data types that the operator wants; locked ones go by the catalogue. */
  carried: ReadonlySet<string>;
  /** What the operator decided about a merge; null for a transfer. */
  choices?: MergeChoices | null | undefined;
  /** What `standingOfTypes` says of all this, where it was worked out once for many pairs. */
  standing?: ReadonlyMap<string, Standing> | undefined;
}

/** What becomes of a pair's records. */
export interface PairMerge {
  /** Data type id → what happens, in the catalogue's order; types that neither person has are absent. */
  changes: Record<string, TypeChange>;
  /** Of a merge: each profile field that either of them has. */
  fields: FieldChange[];
  /** The records of the types that change, as they are. */
  before: { source: Image; target: Image };
  /** The same types afterwards. */
  after: { source: Image; target: Image };
  notMoved: NotMoved[];
}

const COUNTED = Object.keys(NO_RECORDS) as (keyof RecordCounts)[];

/** Applies the catalogue's rules to one pair. Pure: the people are left as they are. */
export function mergePair(input: PairInput): PairMerge {
  const { source, target, catalogue, operation, carried, choices = null } = input;
  const { standing = standingOfTypes(catalogue, operation, carried) } = input;
  const merge: PairMerge = {
    changes: {},
    fields: [],
    before: { source: { id: source.id, records: {} }, target: { id: target.id, records: {} } },
    after: { source: { id: source.id, records: {} }, target: { id: target.id, records: {} } },
    // Only where it is asked for: a run has no use for it.
    get notMoved() {
      return listNotMoved(source.records, { catalogue, operation, standing });
    },
  };
  // A catalogue names many types and a person has few of them: asking a map for each is what takes the least time.
  const ofSource = new Map(Object.entries(source.records));
  const ofTarget = new Map(Object.entries(target.records));
  const courses = choices === null ? {} : takenFor(choices, source.id, target.id).courses;
  for (const [id, { type, refusal, isSharedOnly }] of standing) {
    if (refusal !== null) continue;
    const before = { source: ofSource.get(id) ?? [], target: ofTarget.get(id) ?? [] };
    if (before.source.length + before.target.length === 0 && type.derive === null) continue;
    const basis = basisOf(type, merge, { source, target });
    const chosen = id === COURSE_ENROLMENTS ? courses : {};
    const outcome = settleType(type, before, { target, basis, chosen, isSharedOnly });
    if (COUNTED.some((name) => outcome.change[name] > 0)) merge.changes[type.id] = outcome.change;
    if (outcome.source === before.source && outcome.target === before.target) continue;
    for (const side of ['source', 'target'] as const) {
      merge.before[side].records[type.id] = before[side];
      merge.after[side].records[type.id] = outcome[side];
    }
  }
  if (choices !== null) {
    const isProfileMerged = carried.has(USER_INFORMATION);
    const profiles = { source, target, rules: catalogue.fields, choices, isProfileMerged };
    const { fields, before, after } = mergeProfiles(profiles);
    merge.fields = fields;
    for (const side of ['source', 'target'] as const) {
      if (before[side] === null || after[side] === null) continue;
      merge.before[side].user = before[side];
      merge.after[side].user = after[side];
    }
  }
  return merge;
}

function settleType(
  type: DataType,
  { source, target }: { source: DataRecord[]; target: DataRecord[] },
  context: { target: Person; basis: Basis | null; chosen: RuleInput['chosen']; isSharedOnly: boolean },
): RuleOutcome {
  const { eligible, held } = holdBack(type, source, context);
  const alone = target.filter((record) => isLeftAlone(type, record));
  const open = alone.length === 0 ? target : target.filter((record) => !isLeftAlone(type, record));
  const outcome = applyRule({
    type,
    source: eligible,
    target: open,
    targetId: context.target.id,
    derivedFrom: context.basis,
    chosen: context.chosen,
  });
  if (held.length + alone.length === 0) return outcome;
  const { skipped, kept } = outcome.change;
  return {
    source: outcome.source === eligible ? source : [...held, ...outcome.source],
    target: outcome.target === open ? target : [...alone, ...outcome.target],
    change: { ...outcome.change, skipped: skipped + held.length, kept: kept + alone.length },
  };
}

/** The records that `type` rests on; its basis stands earlier in the catalogue, so that it is settled by now. */
function basisOf(type: DataType, { after }: PairMerge, people: { source: Person; target: Person }): Basis | null {
  const from = type.derive?.from ?? type.follows?.type;
  if (from === undefined) return null;
  const targetBefore = people.target.records[from] ?? [];
  return {
    targetBefore,
    targetAfter: after.target.records[from] ?? targetBefore,
    sourceAfter: after.source.records[from] ?? people.source.records[from] ?? [],
  };
}
