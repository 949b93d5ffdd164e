import type { Catalogue, Criterion, DataType } from '../model/catalogue.ts';
import type { MergeChoices } from '../model/merge-choices.ts';
import { takenFor } from '../model/merge-choices.ts';
import type { DataRecord } from '../model/record.ts';
import type { Person } from '../model/user.ts';
import { compareRecords } from './compare-records.ts';
import { isLeftAlone } from './hold-back.ts';
import { mergePair } from './merge-pair.ts';
import { originOf, recordKey } from './record-key.ts';
import { COURSE_ENROLMENTS } from './standing-of-types.ts';

/** One course that either person is enrolled in, both enrolments, and which of them the target ends up with (C21). */
export interface EnrolmentRow {
  course: string;
  /** The better one of each person's, where they have several; an archived one where they have no other. */
  source: DataRecord | null;
  target: DataRecord | null;
  /** Whose enrolment the target has afterwards; null: none, and the source's stays where it is. */
  taken: 'source' | 'target' | null;
  /** The rule in words. */
  why: string;
  /** Whether the operator may decide otherwise. */
  isOpen: boolean;
}

export interface EnrolmentsInput {
  source: Person;
  target: Person;
  catalogue: Catalogue;
  /** Ids of the data types that are merged. */
  carried: ReadonlySet<string>;
  choices: MergeChoices;
}

/**
 * A row for each course, those that both are enrolled in first. Who wins is read off what the merge of this pair does,
 * so that it is what the plan says; the words are those of the criterion that tells the two apart (C6). Pure.
 */
export function compareEnrolments(input: EnrolmentsInput): EnrolmentRow[] {
  const { source, target, catalogue, carried, choices } = input;
  const type = catalogue.types.find(({ id }) => id === COURSE_ENROLMENTS);
  if (type === undefined) return [];
  const { after } = mergePair({ source, target, catalogue, operation: 'merge', carried, choices });
  const taken = takenFor(choices, source.id, target.id).courses;
  const own = { source: source.records[type.id] ?? [], target: target.records[type.id] ?? [] };
  const settled = after.target.records[type.id] ?? own.target;
  const keyOf = (record: DataRecord) => recordKey(record, type.key);
  const keys = [...new Set([...own.source, ...own.target].map(keyOf))];
  const rows = keys.map((key): EnrolmentRow => {
    const of = (records: readonly DataRecord[]) => {
      const its = records.filter((each) => keyOf(each) === key);
      const open = its.filter((each) => !isLeftAlone(type, each));
      return bestOf(open.length > 0 ? open : its, type);
    };
    const sides = { source: of(own.source), target: of(own.target) };
    const winner = of(settled);
    const winning = winner === null ? null : sideOf(winner, own.target);
    const course = String((sides.source ?? sides.target)?.[type.key[0] ?? ''] ?? '');
    const isLeft = sides.source !== null && isLeftAlone(type, sides.source);
    const isRivalled = sides.target !== null && !isLeftAlone(type, sides.target);
    const isMerged = carried.has(type.id);
    const isOpen = sides.source !== null && !isLeft && course !== '' && (isRivalled || isMerged);
    const isChosen = isOpen && Object.hasOwn(taken, course);
    const context = { type, isMerged, isLeft, isRivalled, isChosen };
    return { course, ...sides, taken: winning, why: whyTaken(sides, context), isOpen };
  });
  const rank = (row: EnrolmentRow) => (row.source !== null && row.target !== null ? 0 : row.source !== null ? 1 : 2);
  return rows.toSorted((left, right) => rank(left) - rank(right));
}

/** A record that the target had before is its own; any other has come over. */
function sideOf(record: DataRecord, target: readonly DataRecord[]): 'source' | 'target' {
  return target.some(({ id }) => id === record.id) ? 'target' : 'source';
}

function bestOf(records: readonly DataRecord[], { best }: DataType): DataRecord | null {
  return records.toSorted((left, right) => compareRecords(left, right, best, 'worst') || left.id - right.id)[0] ?? null;
}

function whyTaken(
  { source, target }: Pick<EnrolmentRow, 'source' | 'target'>,
  context: { type: DataType; isMerged: boolean; isLeft: boolean; isRivalled: boolean; isChosen: boolean },
): string {
  const { type, isMerged, isLeft, isRivalled, isChosen } = context;
  if (source === null) return 'Only the target is enrolled; it stays so.';
  if (isLeft) return "The source's enrolment is archived: archived ones stay where they are.";
  if (isChosen) return 'You chose it.';
  if (target === null) {
    return isMerged
      ? 'Only the source is enrolled; the target gets it, too.'
      : 'Enrolments are not merged, and the target has none of this course: it stays with the source.';
  }
  if (!isRivalled) {
    return isMerged
      ? "The target's enrolment is archived and stays; the target gets the source's, too."
      : "Enrolments are not merged, and the target's is archived: both stay where they are.";
  }
  const decides = type.best.find((criterion) => compareRecords(source, target, [criterion], 'worst') !== 0);
  if (decides !== undefined) return whyBetter(source, target, decides);
  return originOf(source) === originOf(target)
    ? 'It is the same enrolment.'
    : "Both are equally good: the target's stays.";
}

/** "completed comes before in progress", "the score 90 is better than 80". */
function whyBetter(source: DataRecord, target: DataRecord, criterion: Criterion): string {
  const isSource = compareRecords(source, target, [criterion], 'worst') < 0;
  const [winner, loser] = isSource ? [source, target] : [target, source];
  const [better, worse] = [winner, loser].map((record) => String(record[criterion.field] ?? 'none'));
  const whose = isSource ? "the source's" : "the target's";
  return Array.isArray(criterion.order)
    ? `The most completed counts: "${better}" comes before "${worse}", so ${whose} is taken.`
    : `The better ${criterion.field} counts: ${better} against ${worse}, so ${whose} is taken.`;
}
