import { dayAgo, momentAgo } from './calendar.ts';
import { takeFrom } from './dice.ts';
import { DIVISIONS, GROUPS, ROLES, TEAMS, VIEWS } from './organisation.ts';
import type { Kitchen, Recipe } from './recipe.ts';

/** Whom the first numbers mean, so that some of the named people know each other. */
const ACQUAINTANCES = [21, 22, 20, 24, 23, 30, 31, 33];
const NOTES = ['Call guide', 'Holiday rota', 'Price sheet', 'Welcome letter', 'Risk register', 'Shift handbook'];

const acquaintance: Recipe = (n, { owner, users }: Kitchen) => {
  const id = (takeFrom(ACQUAINTANCES, n) + Math.floor(n / ACQUAINTANCES.length) - 1) % users;
  return { person: id + 1 === owner.id ? ((id + 1) % users) + 1 : id + 1, since: dayAgo(80 + (n % 50)) };
};
const note: Recipe = (n) => ({ record: `${takeFrom(NOTES, n)} ${1 + n}`, createdOn: dayAgo(90 + n) });

/** Records of the Profile and Access areas, by data type id. */
export const PROFILE_RECIPES: Record<string, Recipe> = {
  branches: (n) => ({ path: takeFrom(DIVISIONS, n) }),
  'group-memberships': (n) => ({ group: takeFrom(GROUPS, n), since: dayAgo(150 + (n % 90)) }),
  contacts: acquaintance,
  mutes: acquaintance,
  'followed-people': acquaintance,
  'created-records': note,
  'owned-records': note,
  'assigned-actions': (n) => ({
    action: takeFrom(['Call back', 'Review the form', 'Order headsets', 'Update the guide'], n),
    dueOn: dayAgo(-5 - n),
    state: takeFrom(['open', 'done'], n),
  }),
  managers: (n, kitchen) => ({
    person: acquaintance(n + 5, kitchen).person ?? 1,
    kind: takeFrom(['line manager', 'mentor'], n),
  }),
  'team-members': (n, kitchen) => ({ person: acquaintance(n + 3, kitchen).person ?? 1 }),
  preferences: (n, { dice }) => ({
    preference: takeFrom(['Theme', 'Date format', 'Start page'], n),
    value: dice.pick(['first', 'second']),
  }),
  'last-access': (_n, { dice }) => ({ at: momentAgo(dice.whole(1, 90), dice.whole(360, 1200)) }),
  'home-page': (n) => ({ page: takeFrom(['Dashboard', 'My schedule', 'Inbox'], n) }),
  'role-assignments': (n) => ({ role: takeFrom(ROLES.slice(0, 5), n) }),
  scopes: (n) => ({ team: takeFrom(TEAMS, n), level: takeFrom(['read', 'edit'], n) }),
  'view-rights': (n) => ({ view: takeFrom(VIEWS, n).name }),
  'private-keys': (n) => ({ name: takeFrom(['laptop', 'phone'], n), addedOn: dayAgo(200 + (n % 90)) }),
  'api-tokens': (n, { dice }) => ({
    name: takeFrom(['report export', 'wallboard'], n),
    lastUsed: dayAgo(dice.whole(1, 60)),
  }),
  sessions: (n, { dice }) => ({
    device: takeFrom(['desk', 'laptop', 'phone'], n),
    startedAt: momentAgo(dice.whole(0, 3), 480),
  }),
  'one-time-codes': (n) => ({ purpose: takeFrom(['new device', 'reset'], n), sentAt: momentAgo(n % 5, 485) }),
};
