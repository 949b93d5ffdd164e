import { decisionOn, isEndOfEmployment, policyOf } from '../../merge/choose-for-file.ts';
import { pairKey } from '../../pairs/check-pair.ts';
import type { State } from '../state.ts';
import { type FieldRow, peopleNow } from './merge-choices.ts';
import { isProfileMerged } from './merge-switches.ts';

/** Why a field takes the value that it takes, a sentence; of a pair of a file, what of all that was decided holds for it. */
export function fieldReason(state: State, row: FieldRow): string {
  const people = peopleNow(state);
  const { field, rule } = row.rule;
  if (state.mode !== 'bulk-merge' || people === null || rule !== 'pick' || !row.differs) return row.why;
  const { file } = state.merge;
  const isByHand = file.byHand[pairKey(people.source.id, people.target.id)]?.fields[field] !== undefined;
  if (isByHand || !isProfileMerged(state)) return row.why;
  const policy = policyOf(file, field);
  if (policy !== 'ask') return policy === file.policy ? row.why : `The policy of this field is “${policy}”.`;
  const isAsked = isEndOfEmployment(field, people.source, people.target);
  if ((row.source === null || row.target === null) && !isAsked) return row.why;
  const decision = decisionOn(file, { ...people, rule: row.rule, values: { source: '', target: '' } });
  return decision === null ? 'A conflict that is still open.' : 'You decided it among the conflicts.';
}
