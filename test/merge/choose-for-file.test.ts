import { expect, test } from 'vitest';
import {
  chooseForFile,
  decisionOn,
  type FileChoices,
  type FilePolicy,
  findConflicts,
  policyOf,
} from '../../source/merge/choose-for-file.ts';
import { settleFields } from '../../source/merge/settle-fields.ts';
import type { FieldRule } from '../../source/model/catalogue.ts';
import { FIELD_POLICIES, takenFor } from '../../source/model/merge-choices.ts';
import type { Person } from '../../source/model/user.ts';
import { fc } from '../helpers/fast-check.ts';

const rule = (field: string, kind: FieldRule['rule'] = 'pick'): FieldRule => ({
  field,
  label: field,
  rule: kind,
  why: 'For the test.',
});
const RULES = [rule('Team'), rule('Rank'), rule('Login', 'keep-target'), rule('Branches', 'combine')];
const PAIRS = [{ source: 1, target: 2 }];

function person(id: number, profile: Record<string, string>, lastUsed = ''): Person {
  const records = lastUsed === '' ? {} : { 'last-access': [{ id, at: lastUsed }] };
  const names = { login: `user${id}`, email: '', firstName: '', lastName: '' };
  return { id, ...names, active: true, access: 'user', profile, mergedInto: null, records };
}

const peopleOf = (source: Person, target: Person) => new Map([source, target].map((each) => [each.id, each]));

test('a conflict is a field of one value that both have, and not the same one', () => {
  const people = peopleOf(
    person(1, { Team: 'A', Rank: '1', Branches: 'North' }),
    person(2, { Team: 'B', Rank: '1', Branches: 'South' }),
  );
  const found = findConflicts({ pairs: PAIRS, people, rules: RULES });
  expect(found.map(({ rule: { field }, values }) => [field, values])).toEqual([['Team', { source: 'A', target: 'B' }]]);
  const empty = peopleOf(person(1, { Team: '' }), person(2, { Team: 'B' }));
  expect(findConflicts({ pairs: PAIRS, people: empty, rules: RULES })).toEqual([]);
  expect(findConflicts({ pairs: [{ source: 1, target: 9 }], people, rules: RULES })).toEqual([]);
});

test('the policy of the file goes into the plan as it is, and no pair says more than it must', () => {
  const input = { pairs: PAIRS, people: peopleOf(person(1, { Team: 'A' }), person(2, { Team: 'B' })), rules: RULES };
  const choices = chooseForFile(input, { policy: 'filled', byField: { Team: 'filled' }, decided: {}, byHand: {} });
  expect(choices).toEqual({ policy: 'filled', every: { fields: {}, courses: {} }, byPair: {} });
});

test('an empty value of the source never goes by a policy of its field over a filled one', () => {
  const input = { pairs: PAIRS, people: peopleOf(person(1, {}), person(2, { Team: 'B' })), rules: RULES };
  const choices = chooseForFile(input, { policy: 'target', byField: { Team: 'source' }, decided: {}, byHand: {} });
  expect(choices.byPair['1:2']?.fields.Team ?? 'target').toBe('target');
});

const value = fc.constantFrom('', 'A', 'B');
const profile = fc.record({ Team: value, Rank: value });
const used = fc.constantFrom('', '2026-01-01', '2026-02-02');
const policy = fc.constantFrom<FilePolicy>(...FIELD_POLICIES, 'ask');
const side = fc.constantFrom('source' as const, 'target' as const);

test('each field ends up as it was chosen by hand, else as its policy says, or as the conflict was decided', () => {
  fc.assert(
    fc.property(
      fc.tuple(profile, used),
      fc.tuple(profile, used),
      policy,
      fc.dictionary(fc.constantFrom('Team', 'Rank'), policy),
      fc.dictionary(fc.constantFrom('Team', 'Rank'), side),
      fc.dictionary(fc.constantFrom('Team', 'Rank'), side),
      (ofSource, ofTarget, filePolicy, byField, decisions, hand) => {
        const [source, target] = [person(1, ...ofSource), person(2, ...ofTarget)];
        const input = { pairs: PAIRS, people: peopleOf(source, target), rules: RULES };
        const file: FileChoices = {
          policy: filePolicy,
          byField,
          decided: { '1:2': decisions },
          byHand: { '1:2': { fields: hand, courses: {} }, '3:4': { fields: { Rank: 'target' }, courses: {} } },
        };
        const choices = chooseForFile(input, file);
        const settle = (with_: {
          policy: (typeof FIELD_POLICIES)[number];
          taken: Record<string, 'source' | 'target' | 'both'>;
        }) => settleFields({ source, target, rules: RULES, isProfileMerged: true, ...with_ });
        const made = settle({ policy: choices.policy, taken: takenFor(choices, 1, 2).fields });
        const conflicts = new Map(findConflicts(input).map((each) => [each.rule.field, each]));
        for (const { field, taken, source: left, target: right } of made.fields) {
          const wanted = policyOf(file, field);
          const conflict = conflicts.get(field);
          if (hand[field] !== undefined) {
            expect(taken).toBe(hand[field]);
          } else if (wanted !== 'ask') {
            const alone = settle({ policy: wanted, taken: {} }).fields.find((each) => each.field === field);
            const of = (which: typeof taken | undefined) => (which === 'source' ? left : right);
            expect(of(taken)).toEqual(of(alone?.taken));
          } else if (conflict !== undefined) {
            expect(taken).toBe(decisionOn(file, conflict) ?? 'source');
          }
        }
      },
    ),
  );
});

test('a course chosen by hand for one pair stands in the plan of that pair alone', () => {
  const people = peopleOf(person(1, {}), person(2, {}));
  const byHand = { '1:2': { fields: {}, courses: { Safety: 'target' as const } } };
  const choices = chooseForFile(
    { pairs: PAIRS, people, rules: RULES },
    { policy: 'source', byField: {}, decided: {}, byHand },
  );
  expect(choices.byPair).toEqual(byHand);
  expect(
    chooseForFile({ pairs: [], people, rules: RULES }, { ...choices, byField: {}, decided: {}, byHand }).byPair,
  ).toEqual({});
});

const END = '2026-09-22';
const LEAVERS = {
  pairs: PAIRS,
  people: peopleOf({ ...person(1, { 'Company End Date': END }), active: false }, person(2, {})),
  rules: [rule('Company End Date')],
};

test('the end of an employment is a conflict where the source has left and the target has not, though the target has none', () => {
  expect(findConflicts(LEAVERS).map(({ values }) => values)).toEqual([{ source: END, target: null }]);
  const people = new Map([...LEAVERS.people].map(([id, each]) => [id, { ...each, active: true }]));
  expect(findConflicts({ ...LEAVERS, people })).toEqual([]);
});

test.each<[FilePolicy, Record<string, FilePolicy>, 'source' | 'target' | null, 'source' | 'target']>([
  ['source', {}, null, 'target'],
  ['filled', {}, null, 'target'],
  ['newest', {}, null, 'target'],
  ['ask', {}, null, 'target'],
  ['ask', {}, 'source', 'source'],
  ['target', { 'Company End Date': 'newest' }, null, 'target'],
  ['target', { 'Company End Date': 'source' }, null, 'source'],
  ['source', { 'Company End Date': 'source' }, null, 'source'],
])('the end date of a leaver by %s, of its own by %j, decided %s: the %s’s', (policy, byField, decision, taken) => {
  const decided = decision === null ? {} : { '1:2': { 'Company End Date': decision } };
  const choices = chooseForFile(LEAVERS, { policy, byField, decided, byHand: {} });
  const [source, target] = [LEAVERS.people.get(1), LEAVERS.people.get(2)];
  if (source === undefined || target === undefined) throw new Error('Nobody is there');
  const { fields } = settleFields({
    ...{ source, target, rules: LEAVERS.rules, isProfileMerged: true, policy: choices.policy },
    taken: takenFor(choices, 1, 2).fields,
  });
  expect(fields.map((each) => each.taken)).toEqual([taken]);
  expect(fields[0]?.why === 'You chose it.').toBe(taken === 'source');
});
