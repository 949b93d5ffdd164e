import { policyOf } from '../../merge/choose-for-file.ts';
import { numberText } from '../../model/number-text.ts';
import { nameAndId } from '../../model/user.ts';
import { conflictNow } from '../logic/conflicts.ts';
import { courseNow } from '../logic/courses.ts';
import { fieldReason } from '../logic/field-reason.ts';
import { fieldNow } from '../logic/fields.ts';
import { policyRows } from '../logic/file-choices.ts';
import { courseRows } from '../logic/merge-choices.ts';
import { plannedFields, tabNow } from '../logic/review-tabs.ts';
import { typeSwitches } from '../logic/types.ts';
import { type State, stepNow } from '../state.ts';
import { aboutCourse, aboutField } from './about-choice.ts';
import { POLICY_MEANINGS } from './policy-words.ts';
import { sidesText } from './profile-text.ts';
import { aboutTouched, ruleWords } from './rule-words.ts';

/** What the cursor is on, whole, with the reason why it is as it is. */
export function linesHere(state: State): string[] {
  const { merge, typesCursor } = state;
  switch (stepNow(state)) {
    case 'fields': {
      const row = fieldNow(state);
      return row === undefined ? [SWITCH] : aboutField(row, fieldReason(state, row), state.world);
    }
    case 'courses': {
      const row = courseNow(state);
      return row === undefined ? [SWITCH] : aboutCourse(row);
    }
    case 'policy': {
      const row = policyRows(state)[merge.policyCursor - 1];
      const policy = row === undefined ? merge.file.policy : policyOf(merge.file, row.rule.field);
      const what =
        row === undefined ? 'Every field' : `${row.rule.label}, in conflict in ${numberText(row.conflicts)} pairs`;
      return [what, POLICY_MEANINGS[policy], row?.rule.why ?? 'A field can have a policy of its own.'];
    }
    case 'conflicts': {
      const here = conflictNow(state);
      if (here === undefined) return ['There is no conflict.'];
      const { rule, source, target, values } = here;
      const [ofSource, ofTarget] = sidesText(values, state.world);
      return [
        `${rule.label}: ${nameAndId(source)} into ${nameAndId(target)}`,
        `Source: ${ofSource}`,
        `Target: ${ofTarget}`,
      ];
    }
    case 'types': {
      const here = typeSwitches(state)[typesCursor];
      if (here === undefined) return [];
      const locked = here.locked === null ? [] : [`Locked: ${here.locked}`];
      return [`${here.label} (${here.area}): ${ruleWords(here.rule)}. ${here.why}`, ...locked];
    }
    default:
      return linesOfReview(state);
  }
}

const SWITCH =
  'The switch of all of it: Space or x switches it on or off. On a row of the table, w tells why it is as it is.';

function linesOfReview(state: State): string[] {
  const tab = tabNow(state);
  const at = Math.min(state.scroll, (tab?.count ?? 0) - 1);
  switch (tab?.content) {
    case 'fields': {
      const row = plannedFields(state)[at];
      if (row === undefined) return ['No field differs.'];
      const { source, target } = row.pair;
      return [
        `${source.name} (${source.id}) into ${target.name} (${target.id})`,
        ...aboutField(row, row.why, state.world),
      ];
    }
    case 'courses': {
      const row = courseRows(state)[at];
      return row === undefined ? ['Neither of them is enrolled in a course.'] : aboutCourse(row);
    }
    case 'types': {
      const here = tab.types[Math.min(state.scroll, tab.types.length - 1)];
      return [here === undefined ? 'No kind of data stands here.' : aboutTouched(here)];
    }
    default:
      return ['Go to a field, a course or a data type: there w tells why it is as it is.'];
  }
}
