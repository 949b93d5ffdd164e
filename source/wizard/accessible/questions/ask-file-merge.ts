import { decisionOn, type FieldConflict } from '../../../merge/choose-for-file.ts';
import { countOf } from '../../../model/finding.ts';
import { numberText } from '../../../model/number-text.ts';
import { nameAndId } from '../../../model/user.ts';
import { askedConflicts, FILE_POLICIES, openConflicts, policyRows } from '../../logic/file-choices.ts';
import { POLICY_MEANINGS, POLICY_NAMES } from '../../screens/policy-words.ts';
import { sidesText } from '../../screens/profile-text.ts';
import type { State } from '../../state.ts';
import { moving, press, pressing } from '../presses.ts';
import type { Answer, Asking, RowCommand } from '../question.ts';
import { takeBackCommand } from './take-back-command.ts';
import { takingList } from './taking-list.ts';

/** Whose values win in a file of merges: of every field, or of one. */
export const askPolicy: Asking = (state) => {
  const { crowd, file } = state.merge;
  if (crowd === null) return { lines: ['The profiles could not be read.'] };
  const fields = policyRows(state);
  const total = fields.reduce((sum, { conflicts }) => sum + conflicts, 0);
  const textAt = (index: number) => {
    const row = fields[index - 1];
    if (row === undefined) return `Every field, ${countOf(total, 'conflict')}: ${POLICY_NAMES[file.policy]}`;
    const policy = row.own === null ? 'as every field' : POLICY_NAMES[row.own];
    return `${row.rule.label}, ${countOf(row.conflicts, 'conflict')}: ${policy}`;
  };
  return {
    lines: ['Where both have a value, whose wins? Number 1 is for every field, the others for one field each.'],
    list: {
      noun: 'fields',
      count: fields.length + 1,
      entryAt: (index) => ({ text: textAt(index) }),
      pick: (index) => ({ opens: askOnePolicy(index) }),
    },
    commands: [{ letter: 'c', label: 'continue', answer: pressing('enter') }, ...takeBackCommand(state)],
  };
};

/** The policy of every field, at 0, or of one field. */
function askOnePolicy(index: number): Asking {
  return (state) => {
    const row = policyRows(state)[index - 1];
    const own = row === undefined ? [] : [null];
    const policies = [...own, ...FILE_POLICIES];
    const now = row === undefined ? state.merge.file.policy : row.own;
    const turns = (wanted: number) => (wanted - policies.indexOf(now) + policies.length) % policies.length;
    return {
      help: 'Whose value wins where both have one. A number chooses; b goes back, with nothing changed.',
      lines: [row === undefined ? 'Every field.' : `${row.rule.label}. ${row.rule.why}`],
      list: {
        noun: 'policies',
        count: policies.length,
        entryAt(place) {
          const policy = policies[place] ?? null;
          const text = policy === null ? 'As every field.' : POLICY_MEANINGS[policy];
          return { text: `${text}${policies[place] === now ? ' It is so now.' : ''}` };
        },
        pick: (place): Answer => ({
          does: [
            ({ merge }) => [
              ...moving(merge.policyCursor, index),
              ...Array.from({ length: turns(place) }, () => press('right')),
            ],
          ],
          opens: null,
        }),
      },
    };
  };
}

/** The conflicts that no policy settles. */
export const askConflicts: Asking = (state) => {
  const asked = askedConflicts(state);
  const open = openConflicts(state).length;
  const at = (index: number, key: string): Answer => ({
    does: [({ merge }) => [...moving(merge.conflictCursor, index), press(key)]],
  });
  const take: RowCommand[] = [
    { letter: 's', label: 'take the source’s value', answer: (index) => at(index, 'left') },
    { letter: 't', label: 'take the target’s value', answer: (index) => at(index, 'right') },
  ];
  const more: RowCommand[] = [
    { letter: 'a', label: 'the same for its whole field', answer: (index) => at(index, 'a') },
    { letter: 'o', label: 'choose for its pair by hand', answer: (index) => at(index, 'o') },
  ];
  return {
    lines: [`${countOf(asked.length, 'conflict')}, ${numberText(open)} of them open.`],
    list: {
      ...takingList({
        noun: 'conflicts',
        count: asked.length,
        textAt: (index) => conflictText(state, asked[index]),
        why: (index) => [conflictText(state, asked[index])],
        take: (index) => take.filter((_each, place) => SIDES[place] !== decisionNow(state, asked[index])),
        rowCommands: [...take, ...more],
      }),
      start: 0,
    },
    commands: [
      { letter: 'c', label: 'continue', answer: pressing('enter') },
      { letter: 'n', label: 'the first that is open', answer: { does: [toFirstOpen], shows: firstOpen } },
      ...takeBackCommand(state),
    ],
  };
};

const SIDES = ['source', 'target'];

function decisionNow({ merge }: State, conflict: FieldConflict | undefined) {
  return conflict === undefined ? null : decisionOn(merge.file, conflict);
}

const toFirstOpen = (state: State) => moving(state.merge.conflictCursor, firstOpen(state));

/** The place of the first conflict that nobody has decided; the first of all, where all are decided. */
function firstOpen(state: State): number {
  const place = askedConflicts(state).findIndex((conflict) => decisionOn(state.merge.file, conflict) === null);
  return Math.max(0, place);
}

/** "Team of John Smith (19) into Jenny Andrews (21): source Support, target Sales; OPEN". */
function conflictText(state: State, conflict: FieldConflict | undefined): string {
  if (conflict === undefined) return '';
  const { rule, source, target, values } = conflict;
  const taken = decisionOn(state.merge.file, conflict);
  const [ofSource, ofTarget] = sidesText(values, state.world);
  const both = `source ${ofSource}, target ${ofTarget}`;
  return `${rule.label} of ${nameAndId(source)} into ${nameAndId(target)}: ${both}; ${taken === null ? 'OPEN' : `taken: ${taken}`}`;
}
