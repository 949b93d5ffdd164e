import { settleFields, unionOf } from '../../merge/settle-fields.ts';
import { warnRights } from '../../merge/warn-rights.ts';
import { countOf } from '../../model/finding.ts';
import { USER_INFORMATION } from '../../model/merge-choices.ts';
import { RIGHTS_FIELDS } from '../../model/profile-field.ts';
import type { ProfileValue } from '../../model/user.ts';
import { goTo, say } from '../navigate.ts';
import { isFromFile, type State } from '../state.ts';
import { actOnTable } from './choice-table.ts';
import type { Logic } from './logic.ts';
import { type FieldRow, fieldRows, peopleNow, withTaken } from './merge-choices.ts';
import { isProfileMerged } from './merge-switches.ts';
import { readPair } from './pair-choices.ts';

type Side = FieldRow['taken'];

const onTable = actOnTable({
  choices: 'fields',
  switches: USER_INFORMATION,
  cursor: 'fieldCursor',
  count: (state) => fieldRows(state).length,
  take,
  proposedText: (state) =>
    isFromFile(state)
      ? 'Every field goes by the policy again. z takes this back.'
      : 'Every field is as it was proposed at first. z takes this back.',
  leave: (state) => goTo(state, 'courses'),
});

/** The profile, field by field (C18 to C20): place 0 is the switch of it all, a field stands on each further one. */
export const fieldsLogic: Logic = {
  enter: readPair,
  act(state, action) {
    switch (action) {
      case 'take-both':
        return take(state, 'both');
      case 'all-source':
        return takeAll(state, 'source');
      case 'all-target':
        return takeAll(state, 'target');
      case 'only-differing':
        return toggleDiffering(state);
      default:
        return onTable(state, action);
    }
  },
};

/** The field under the cursor; undefined on the switch. */
export function fieldNow(state: State): FieldRow | undefined {
  return fieldRows(state)[state.merge.fieldCursor - 1];
}

/** What the target gains by a union: "+ Billing, Returns"; empty where it gains nothing. */
export function gainOf({ source, target }: FieldRow): string {
  const held = [target ?? []].flat();
  const gained = unionOf(source as ProfileValue, target as ProfileValue).filter((value) => !held.includes(value));
  return gained.length === 0 ? '' : `+ ${gained.join(', ')}`;
}

/** Whether both values of a field can be taken: of a list by its rule, of rights where somebody wants it. */
export function mayUnite({ rule, differs }: FieldRow): boolean {
  return differs && (rule.rule === 'combine' || RIGHTS_FIELDS.has(rule.field));
}

/** Whether nothing can be chosen of a field: the target's value is always kept, and there is nothing to unite. */
export function isLocked(row: FieldRow): boolean {
  return row.rule.rule === 'keep-target' && row.taken === 'target' && (!mayUnite(row) || gainOf(row) === '');
}

/** Why this side of a field cannot be taken, or null. */
function whyNotTaken(row: FieldRow, side: Side): string | null {
  const { rule, differs } = row;
  if (!differs) return 'both have the same.';
  if (side === 'both') {
    if (!mayUnite(row)) return rule.rule === 'keep-target' ? rule.why : `${rule.why} Take one with ← or →.`;
    return gainOf(row) === '' ? 'the target has all of it already.' : null;
  }
  if (rule.rule !== 'keep-target' || side === 'target') return null;
  return mayUnite(row) ? `${rule.why} b takes both, with a warning.` : rule.why;
}

function take(state: State, side: Side): State {
  const row = fieldNow(state);
  if (row === undefined) return say(state, 'info', 'Go down to a field first (↓).');
  const { label, field } = row.rule;
  if (!isProfileMerged(state)) {
    return say(state, 'info', 'User information is not merged: all of the target’s is kept. x switches it on.');
  }
  const refusal = whyNotTaken(row, side);
  if (refusal !== null) return say(state, 'info', `${label}: ${refusal}`);
  const next = withTaken(state, (taken) => ({ ...taken, fields: { ...taken.fields, [field]: side } }));
  return side === 'both' ? warnOfRights(next, field) : next;
}

/** What somebody may do more by this, at once and not only in the review. */
function warnOfRights(state: State, field: string): State {
  const people = peopleNow(state);
  if (people === null) return state;
  const [warning] = warnRights(
    null,
    people,
    fieldRows(state).filter((row) => row.field === field),
  );
  return warning === undefined ? state : say(state, 'bad', warning.message);
}

/** Every field as the policy of that side has it, as `--fields` does: what was chosen by hand before gives way. */
function takeAll(state: State, side: 'source' | 'target'): State {
  if (!isProfileMerged(state)) return take({ ...state, merge: { ...state.merge, fieldCursor: 1 } }, side);
  const people = peopleNow(state);
  if (people === null) return state;
  const rules = state.world.catalogue.fields.filter(({ rule }) => rule === 'pick');
  const settled = settleFields({ ...people, rules, isProfileMerged: true, policy: side, taken: {} }).fields;
  const differing = settled.filter((each) => JSON.stringify(each.source) !== JSON.stringify(each.target));
  const fields = Object.fromEntries(differing.map(({ field, taken }) => [field, taken]));
  const next = withTaken(state, (taken) => ({ ...taken, fields }));
  const taking = differing.filter(({ taken }) => taken === side).length;
  const rest = side === 'target' ? 'an empty one, too' : 'but where that is empty, or ends their employment';
  const united = fieldRows(next).filter(({ differs, taken }) => differs && taken === 'both').length;
  const lists = united === 0 ? '' : ` ${countOf(united, 'list is', 'lists are')} united.`;
  const takes = `${countOf(taking, 'field takes', 'fields take')} the ${side}’s value, ${rest}.`;
  return say(next, 'info', `${takes}${lists} What is locked stays. z takes this back.`);
}

/** The cursor stays on its field, or goes to the last one. */
function toggleDiffering(state: State): State {
  const { merge } = state;
  const here = fieldNow(state)?.field;
  const next = { ...state, notice: null, merge: { ...merge, onlyDiffering: !merge.onlyDiffering } };
  const rows = fieldRows(next);
  const place = rows.findIndex(({ field }) => field === here) + 1;
  const fieldCursor = merge.fieldCursor === 0 ? 0 : place > 0 ? place : rows.length;
  const same = fieldRows({ ...next, merge: { ...merge, onlyDiffering: false } }).length - rows.length;
  const shown = { ...next, merge: { ...next.merge, fieldCursor } };
  if (!next.merge.onlyDiffering) return shown;
  return say(shown, 'info', `${countOf(same, 'field is', 'fields are')} the same and not shown.`);
}
