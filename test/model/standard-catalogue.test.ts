import { describe, expect, test } from 'vitest';
import { STANDARD } from '../merge/given.ts';

/** What the documents say of each kind of data: its rule, and the ids that stand for it. */
const DOCUMENTED: [rule: string, ...ids: string[]][] = [
  ['combine', 'evaluations-as-approver', 'evaluations-as-evaluator', 'evaluation-comments'],
  ['combine', 'recording-api-commands', 'storage-files', 'ccrs', 'archive-audits'],
  ['combine', 'contact-goals', 'contact-goal-people', 'contact-goal-progress'],
  ['combine', 'login-states', 'audit-events'],
  ['combine', 'messaging-requests', 'messaging-comments', 'server-requests'],
  ['combine', 'alerts', 'saved-views', 'workflow-conditions', 'time-off-requests'],
  ['overwrite', 'accumulated-vacation-hours', 'skill-mappings', 'agent-exceptions', 'agent-schedules', 'projects'],
  ['overwrite', 'agent-work-shifts', 'agent-work-hours', 'agent-service-productivity-interval'],
  ['overwrite', 'agent-service-productivity-day', 'agent-service-productivity-week'],
  ['overwrite', 'agent-service-productivity-month', 'agent-service-productivity-year', 'agent-productivity'],
  ['overwrite', 'historical-activities', 'agent-offline-hours', 'agent-group-day-allocations'],
  ['overwrite', 'agent-real-time-states'],
  ['keep-best', 'course-enrolments', 'assignment-submissions', 'module-progress', 'certificates'],
  ['overwrite', 'training-material-tracking', 'scorm-responses', 'xapi-responses'],
  ['combine', 'quiz-attempts', 'badges', 'reward-requests', 'external-training', 'transactions', 'licences'],
  ['skip', 'learning-plan-enrolments'],
  ['sum', 'points', 'coins'],
  ['derive', 'course-certifications', 'learning-statistics', 'evaluation-statistics'],
  ['keep-latest', 'external-certifications'],
  ['combine', 'branches', 'group-memberships', 'contacts', 'mutes', 'followed-people'],
  ['keep-target', 'managers', 'team-members', 'role-assignments', 'scopes', 'view-rights'],
  ['skip', 'preferences', 'last-access', 'private-keys', 'home-page', 'api-tokens', 'sessions', 'one-time-codes'],
  ['combine', 'created-records', 'owned-records', 'assigned-actions'],
];
const rules = new Map(STANDARD.types.map(({ id, rule }) => [id, rule]));
const type = (id: string) => STANDARD.types.find((each) => each.id === id);

test.each(DOCUMENTED.flatMap(([rule, ...ids]) => ids.map((id) => [id, rule])))('%s: %s', (id, rule) => {
  expect(rules.get(id)).toBe(rule);
});

test('what belongs to QM and Classic WFM moves and is what a transfer carries (A22); learning is copied', () => {
  for (const { id, area, carry } of STANDARD.types) {
    if (area === 'QM' || area === 'Classic WFM') expect(carry, id).toBe('move');
    if (area === 'Learning') expect(carry, id).toBe('copy');
  }
  expect(STANDARD.operations.transfer.areas).toEqual(['QM', 'Classic WFM']);
  expect(STANDARD.operations.merge.areas).not.toEqual(expect.arrayContaining(['QM']));
});

describe('what the documents bind together', () => {
  test('external training has no switch (C10)', () => {
    expect(type('external-training')).toMatchObject({ optional: false, locked: expect.any(String) });
  });

  test.each(['certificates', 'transactions', 'training-material-tracking', 'course-certifications'])(
    '%s goes with enrolments only',
    (id) => {
      expect(type(id)).toMatchObject({ dependsOn: 'course-enrolments', optional: false });
    },
  );
});

test('a move drops nothing but what is the same in all that identifies it', () => {
  const keyed = STANDARD.types.filter(
    ({ carry, rule, key }) => carry === 'move' && rule === 'combine' && key.length > 0,
  );
  expect(keyed.find(({ id }) => id === 'evaluations-as-evaluator')?.key).toContain('score');
  expect(keyed.find(({ id }) => id === 'evaluation-comments')?.key).toContain('text');
});

test('labels are unique, and each rule is told in a sentence', () => {
  expect(new Set(STANDARD.types.map(({ label }) => label)).size).toBe(STANDARD.types.length);
  for (const { id, why, locked } of [...STANDARD.types]) {
    expect(why, id).toMatch(/^[A-Z].*\.$/);
    if (locked !== null) expect(locked, id).toMatch(/^[A-Z].*\.$/);
  }
});
