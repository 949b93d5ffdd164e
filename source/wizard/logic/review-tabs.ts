import { COURSE_ENROLMENTS } from '../../merge/standing-of-types.ts';
import type { Plan, PlannedPair } from '../../model/plan.ts';
import { isMergeOf } from '../merge-state.ts';
import type { State } from '../state.ts';
import type { StepId } from '../steps.ts';
import { courseRows, type FieldRow, orderFields } from './merge-choices.ts';
import { type TouchedType, touchedTypes } from './touched-types.ts';

/** What a tab of the review shows. */
export type TabContent = 'problems' | 'types' | 'fields' | 'courses' | 'pairs' | 'not-moved' | 'warnings';

export interface ReviewTab {
  label: string;
  content: TabContent;
  /** The data types whose rows it has. */
  types: readonly TouchedType[];
  /** How many rows or records it tells of. */
  count: number;
  /** The step that decides what it shows; null: none does. */
  decidedAt: StepId | null;
}

/** The tabs of the document (C22) and the data types under each; what no tab names stands under Everything else. */
const MERGE_TABS: readonly [label: string, ids: readonly string[]][] = [
  ['Transactions', ['transactions']],
  ['Badges', ['badges', 'points', 'coins', 'reward-requests']],
  ['Subscriptions', ['licences']],
];

/**
 * The tabs of the review: of two profiles those of the document, of anything else by type and by pair. What keeps the
 * plan from running comes before all of them.
 */
export function reviewTabs(state: State): ReviewTab[] {
  const { plan } = state;
  if (plan === null) return [];
  const problems = plan.problems.length === 0 ? [] : [tabOf('PROBLEMS', 'problems', plan.problems.length)];
  return [...problems, ...tabsOf(plan, state)];
}

function tabsOf(plan: Plan, state: State): ReviewTab[] {
  const { merge } = state;
  const [first] = plan.pairs;
  const touched = touchedTypes(state);
  const after: ReviewTab[] = [
    tabOf(plan.operation === 'merge' ? 'Not merged' : 'Not moved', 'not-moved', plan.notMoved.length, 'types'),
    tabOf('Warnings', 'warnings', plan.warnings.length),
  ];
  if (state.mode !== 'merge' || plan.pairs.length !== 1 || !isMergeOf(merge, first?.source.id, first?.target.id)) {
    const byType = { ...tabOf('By type', 'types', touched.length, 'types'), types: touched };
    const isMerge = plan.operation === 'merge';
    const fields = isMerge
      ? [
          tabOf(
            'User Information',
            'fields',
            plannedFields(state).length,
            state.mode === 'bulk-merge' ? 'policy' : null,
          ),
        ]
      : [];
    return [byType, tabOf('Pairs', 'pairs', plan.pairs.length), ...fields, ...after];
  }
  const named = new Set([COURSE_ENROLMENTS, ...MERGE_TABS.flatMap(([, ids]) => ids)]);
  const gained = (types: readonly TouchedType[]) =>
    types.reduce((sum, { id }) => sum + (first?.changes[id]?.combined ?? 0) + (first?.changes[id]?.summed ?? 0), 0);
  const ofTypes = (label: string, types: readonly TouchedType[]) => ({
    ...tabOf(label, 'types', gained(types), 'types'),
    types,
  });
  const courses = touched.filter(({ id }) => id === COURSE_ENROLMENTS);
  return [
    tabOf('User Information', 'fields', plannedFields(state).length, 'fields'),
    { ...tabOf('Enrolments', 'courses', courseRows(state).length, 'courses'), types: courses },
    ...MERGE_TABS.map(([label, ids]) =>
      ofTypes(
        label,
        touched.filter(({ id }) => ids.includes(id)),
      ),
    ),
    ofTypes(
      'Everything else',
      touched.filter(({ id }) => !named.has(id)),
    ),
    ...after,
  ];
}

/** A profile field of one pair of the plan. */
export interface PlannedField extends FieldRow {
  pair: PlannedPair;
}

const listed = new WeakMap<Plan, PlannedField[]>();

/** The profile fields of the plan: of one pair all, of several those that differ. Listed once a plan, as there may be thousands. */
export function plannedFields({ plan, world }: State): PlannedField[] {
  if (plan === null) return [];
  const known = listed.get(plan);
  if (known !== undefined) return known;
  const fields = plan.pairs.flatMap((pair) =>
    orderFields(pair.fields, world.catalogue.fields)
      .filter(({ differs }) => differs || plan.pairs.length === 1)
      .map((row) => ({ ...row, pair })),
  );
  listed.set(plan, fields);
  return fields;
}

/** The tab on screen. */
export function tabNow(state: State): ReviewTab | undefined {
  return reviewTabs(state)[state.reviewTab];
}

function tabOf(label: string, content: TabContent, count: number, decidedAt: StepId | null = null): ReviewTab {
  return { label, content, types: [], count, decidedAt };
}
