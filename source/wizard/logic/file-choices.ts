import {
  chooseForFile,
  decisionOn,
  type FieldConflict,
  type FileChoices,
  type FileInput,
  type FilePolicy,
  findConflicts,
  policyOf,
} from '../../merge/choose-for-file.ts';
import type { FieldRule } from '../../model/catalogue.ts';
import { FIELD_POLICIES, type MergeChoices, STANDARD_CHOICES } from '../../model/merge-choices.ts';
import type { MergedPeople } from '../merge-state.ts';
import type { State } from '../state.ts';
import { isProfileMerged } from './merge-switches.ts';

/** In the order in which the keys go through them. */
export const FILE_POLICIES: readonly FilePolicy[] = [...FIELD_POLICIES, 'ask'];

/** A field that a policy settles, and how many conflicts the file has in it. */
export interface PolicyRow {
  rule: FieldRule;
  conflicts: number;
  /** Its own; null: that of the file. */
  own: FilePolicy | null;
}

function fileInput({ merge, preview, world }: State): FileInput {
  return { pairs: preview.match?.pairs ?? [], people: merge.crowd ?? new Map(), rules: world.catalogue.fields };
}

/** The fields that a policy settles, those with the most conflicts first. */
export function policyRows(state: State): PolicyRow[] {
  const { byField } = state.merge.file;
  const counts = Map.groupBy(allConflicts(state), ({ rule }) => rule.field);
  return state.world.catalogue.fields
    .filter(({ rule }) => rule === 'pick')
    .map((rule) => ({ rule, conflicts: counts.get(rule.field)?.length ?? 0, own: byField[rule.field] ?? null }))
    .toSorted((left, right) => right.conflicts - left.conflicts);
}

const known = new WeakMap<object, { pairs: FileInput['pairs']; conflicts: FieldConflict[] }>();

/** Every conflict of the file. Found once for the people that were read. */
function allConflicts(state: State): FieldConflict[] {
  const input = fileInput(state);
  const before = known.get(input.people);
  if (before?.pairs === input.pairs) return before.conflicts;
  const conflicts = findConflicts(input);
  known.set(input.people, { pairs: input.pairs, conflicts });
  return conflicts;
}

/** What is asked about and what of it is open, of these conflicts and these choices. */
interface Queue {
  conflicts: FieldConflict[];
  asked: FieldConflict[];
  open: FieldConflict[];
}

const queues = new WeakMap<FileChoices, Queue>();

/** Worked out once for each decision: every frame asks for it, and there may be many thousands. */
function queueOf(state: State): Queue {
  const conflicts = allConflicts(state);
  const { file } = state.merge;
  const before = queues.get(file);
  if (before?.conflicts === conflicts) return before;
  const asked = conflicts.filter(({ rule }) => policyOf(file, rule.field) === 'ask');
  const queue = { conflicts, asked, open: asked.filter((conflict) => decisionOn(file, conflict) === null) };
  queues.set(file, queue);
  return queue;
}

/** The conflicts that the operator is asked about, field by field. */
export function askedConflicts(state: State): FieldConflict[] {
  return isProfileMerged(state) ? queueOf(state).asked : [];
}

/** Those of them that nothing was decided about yet. */
export function openConflicts(state: State): FieldConflict[] {
  return isProfileMerged(state) ? queueOf(state).open : [];
}

/** Whether there is a queue of conflicts at all. */
export function hasConflictsToDecide(state: State): boolean {
  return askedConflicts(state).length > 0;
}

/** What the plan of the file is made with. */
export function fileChoices(state: State): MergeChoices {
  return state.merge.crowd === null ? STANDARD_CHOICES : chooseForFile(fileInput(state), state.merge.file);
}

/** The same for two people who are one pair of it, as they were read last. */
export function choicesForPair({ merge, world }: State, { source, target }: MergedPeople): MergeChoices {
  const pairs = [{ source: source.id, target: target.id }];
  const people = new Map([source, target].map((person) => [person.id, person]));
  return chooseForFile({ pairs, people, rules: world.catalogue.fields }, merge.file);
}
