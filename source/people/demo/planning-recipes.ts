import { dayAgo, momentAgo } from './calendar.ts';
import { takeFrom } from './dice.ts';
import type { Recipe } from './recipe.ts';

const SERVICES = ['Orders', 'Returns', 'Technical help', 'Accounts', 'Deliveries'];
const ACTIVITIES = ['Coaching', 'Meeting', 'Paperwork', 'Training', 'Break'];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const PERIODS = {
  interval: (n: number) => momentAgo(1 + Math.floor(n / 32), 480 + 15 * (n % 32)),
  day: (n: number) => dayAgo(1 + n),
  week: (n: number) => dayAgo(4 + 7 * n),
  month: (n: number) => dayAgo(19 + 30 * n).slice(0, 7),
  year: (n: number) => String(2026 - (n % 6)),
};

/** Records of the Classic WFM area, by data type id. */
export const PLANNING_RECIPES: Record<string, Recipe> = {
  'messaging-requests': (n, { dice }) => ({
    request: `M-${700 + n}`,
    subject: takeFrom(['Swap a shift', 'Leave early', 'Extra hours'], n),
    state: dice.pick(['open', 'answered']),
  }),
  'messaging-comments': (n) => ({
    request: `M-${700 + n}`,
    text: takeFrom(['Fine with me', 'Please ask again next week', 'Approved by phone'], n),
    writtenAt: momentAgo(2 + n, 870),
  }),
  'server-requests': (n, { dice }) => ({
    request: takeFrom(['Recalculate', 'Publish schedule', 'Fetch history'], n),
    sentAt: momentAgo(1 + n, 300),
    state: dice.pick(['done', 'waiting']),
  }),
  'time-off-requests': (n) => ({
    kind: takeFrom(['Vacation', 'Unpaid', 'Parental'], n),
    firstDay: dayAgo(-10 - n),
    lastDay: dayAgo(-12 - n),
    hours: 24,
    state: takeFrom(['approved', 'pending', 'waitlisted'], n),
  }),
  'accumulated-vacation-hours': (_n, { dice }) => ({ year: 2026, hours: dice.whole(8, 190), asOf: dayAgo(1) }),
  'skill-mappings': (n, { dice }) => ({ skill: takeFrom(SERVICES, n), priority: dice.whole(1, 5) }),
  'agent-exceptions': (n, { dice }) => ({
    exception: takeFrom(ACTIVITIES, n),
    day: dayAgo(-1 - n),
    minutes: dice.whole(2, 8) * 15,
  }),
  'agent-schedules': (n, { dice }) => ({
    day: dayAgo(-n),
    starts: `${String(dice.whole(6, 11)).padStart(2, '0')}:00`,
    ends: `${dice.whole(14, 19)}:30`,
    service: takeFrom(SERVICES, n),
  }),
  projects: (n, { dice }) => ({
    project: takeFrom(['Autumn campaign', 'New telephone', 'Stock count'], n),
    hours: dice.whole(2, 40),
  }),
  'agent-work-shifts': (n, { dice }) => ({
    shift: takeFrom(['Early', 'Late', 'Night', 'Split'], n),
    weeks: dice.whole(1, 8),
  }),
  'agent-work-hours': (n, { dice }) => ({ weekday: takeFrom(WEEKDAYS, n), hours: dice.whole(4, 9) }),
  ...Object.fromEntries(
    Object.entries(PERIODS).map(([period, timeOf]): [string, Recipe] => [
      `agent-service-productivity-${period}`,
      (n, { dice }) => ({ service: takeFrom(SERVICES, n), [period]: timeOf(n), contacts: dice.whole(3, 60) }),
    ]),
  ),
  'agent-productivity': (n, { dice }) => ({
    day: dayAgo(1 + n),
    handled: dice.whole(10, 70),
    talkMinutes: dice.whole(90, 380),
  }),
  'historical-activities': (n, { dice }) => ({
    activity: takeFrom(ACTIVITIES, n),
    startedAt: momentAgo(2 + n, 600),
    minutes: dice.whole(5, 90),
  }),
  'agent-offline-hours': (n, { dice }) => ({
    activity: takeFrom(ACTIVITIES, n),
    day: dayAgo(1 + n),
    hours: dice.whole(1, 6),
  }),
  'agent-group-day-allocations': (n) => ({ day: dayAgo(n), group: takeFrom(['Support', 'Sales', 'Care'], n) }),
  'agent-real-time-states': (n, { dice }) => ({
    state: takeFrom(['Ready', 'Talking', 'After-call work'], n),
    sinceMinute: dice.whole(0, 59),
  }),
};
