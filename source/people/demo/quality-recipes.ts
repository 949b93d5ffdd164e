import { dayAgo, momentAgo } from './calendar.ts';
import { takeFrom } from './dice.ts';
import type { Recipe } from './recipe.ts';

const FORMS = ['Courtesy', 'Compliance', 'First-call resolution', 'Sales talk', 'Chat tone', 'Complaint handling'];
const GOALS = ['Short wait', 'Clear greeting', 'Right first time', 'Cross-sell', 'Kind farewell', 'Full notes'];
const REMARKS = ['Clear and friendly', 'Interrupted twice', 'Good recovery', 'Missed the recap', 'Knew the product'];

const contact = (n: number): string => `C-${20400 + n}`;
const month = (n: number): string => dayAgo(30 * (n % 12)).slice(0, 7);

/** Records of the QM area, by data type id. */
export const QUALITY_RECIPES: Record<string, Recipe> = {
  'evaluations-as-evaluator': (n) => ({
    form: takeFrom(FORMS, n),
    contact: contact(n),
    score: 55 + ((n * 13) % 45),
    evaluatedAt: momentAgo(3 + n, 540),
    state: 'closed',
  }),
  'evaluations-as-approver': (n) => ({
    form: takeFrom(FORMS, n + 2),
    contact: contact(n + 7),
    approvedAt: momentAgo(2 + n, 960),
    state: takeFrom(['approved', 'sent back'], n),
  }),
  'evaluation-comments': (n) => ({
    contact: contact(n),
    text: takeFrom(REMARKS, n),
    writtenAt: momentAgo(3 + n, 555),
  }),
  'recording-api-commands': (n) => ({
    command: takeFrom(['pause', 'resume', 'tag', 'delete'], n),
    contact: contact(n),
    sentAt: momentAgo(4 + n, 610),
  }),
  'storage-files': (n) => ({
    path: `audio/${month(n)}/${contact(n)}.opus`,
    kilobytes: 120 + ((n * 617) % 8000),
  }),
  ccrs: (n, { dice }) => ({
    contact: contact(n),
    channel: dice.pick(['voice', 'chat', 'mail']),
    seconds: dice.whole(40, 1900),
  }),
  'archive-audits': (n, { dice }) => ({
    contact: contact(n),
    action: dice.pick(['played', 'exported', 'searched']),
    at: momentAgo(8 + n, 700),
  }),
  'contact-goals': (n) => ({ goal: takeFrom(GOALS, n), period: month(n), contacts: 4 + (n % 26) }),
  'contact-goal-people': (n) => ({
    goal: takeFrom(GOALS, n),
    period: month(n),
    part: takeFrom(['takes part', 'reviews'], n),
  }),
  'contact-goal-progress': (n) => ({ goal: takeFrom(GOALS, n), readAt: dayAgo(5 + n), contacts: 2 + (n % 20) }),
  'login-states': (n) => ({
    state: takeFrom(['logged in', 'logged out'], n),
    at: momentAgo(1 + n, 480),
    device: takeFrom(['desk', 'laptop', 'phone'], n),
  }),
  'audit-events': (n, { owner }) => ({
    event: takeFrom(['signed in', 'changed a form', 'exported a report'], n),
    actor: owner.login,
    at: momentAgo(6 + n, 820),
  }),
  alerts: (n) => ({
    alert: takeFrom(['Long silence', 'Low score', 'Swear word', 'Hold time'], n),
    condition: `over ${5 + (n % 9)}`,
  }),
  'saved-views': (n, { dice }) => ({
    view: takeFrom(['My open reviews', 'This week', 'Low scores', 'To approve'], n),
    columns: dice.whole(4, 12),
  }),
  'workflow-conditions': (n) => ({
    workflow: takeFrom(['Second review', 'Coaching', 'Archive'], n),
    field: takeFrom(['score', 'duration', 'channel'], n),
    operator: 'below',
    value: 40 + (n % 50),
  }),
  'evaluation-statistics': (n) => ({ evaluations: n }),
};
