import type { Person, ProfileValue } from '../../model/user.ts';
import { dayAgo } from './calendar.ts';
import { type Dice, takeFrom } from './dice.ts';
import { groupOf, ROLES, TEAMS, type Team, VIEWS } from './organisation.ts';

const TIME_ZONES = [
  'Europe/London',
  'America/New_York',
  'Europe/Stockholm',
  'Asia/Tokyo',
  'America/Chicago',
  'Asia/Kolkata',
];
const LOCALES = ['en-GB', 'en-US', 'sv-SE', 'ja-JP', 'es-ES', 'pl-PL'];
const SKILLS = ['Orders', 'Returns', 'Technical help', 'Accounts', 'Deliveries'];
const SUPERVISOR = 'Supervisor';

/** Whom the profile is for: `isFull` fills every column. */
export interface ProfileInput {
  id: number;
  active: boolean;
  access: Person['access'];
  team: Team;
  isFull: boolean;
}

/**
 * The import columns (B13) of a person but the five that stand in the user itself. Plain agents have no scope and no
 * views; half of the columns that matter to planners only are empty.
 */
export function makeProfile(
  { id, active, access, team, isFull }: ProfileInput,
  dice: Dice,
): Record<string, ProfileValue> {
  const started = dice.whole(200, 3800);
  const place = dice.whole(0, TIME_ZONES.length - 1);
  const leads = access !== 'user' || dice.chance(0.06);
  const isPlanned = isFull || dice.chance(0.5);
  const left = dice.whole(5, 160);
  return {
    'ACD ID': String(40_000 + id),
    'ACD Server ID': takeFrom(['1', '2'], id),
    Activated: dayAgo(started - 3),
    'Company Start Date': dayAgo(started),
    'Display Time Zone': takeFrom(TIME_ZONES, place),
    'Employee ID': `LH${String(id).padStart(6, '0')}`,
    'Enable Scheduling': active,
    'Full Scope': access === 'tenant-administrator' || access === 'superadmin',
    Locale: takeFrom(LOCALES, place),
    'Member Group': groupOf(team),
    Roles: rolesOf(access, leads),
    Team: team,
    ...(isPlanned && {
      'Department Start Date': dayAgo(dice.whole(30, started)),
      'Max Staffing Group': groupOf(team),
      Rank: String(dice.whole(1, 40)),
      'Schedule Release Profile': dice.pick(['Two weeks ahead', 'Month ahead']),
      'Scheduling Time Zone': takeFrom(TIME_ZONES, place),
      'Skill Mappings': [takeFrom(SKILLS, id), takeFrom(SKILLS, id + 2)],
      'Work Condition Profile': dice.pick(['Full time', 'Part time 60', 'Weekends']),
    }),
    ...((leads || isFull) && {
      'QM Views': [takeFrom(VIEWS, id).name],
      'Scope Groups': [groupOf(team)],
      'Scope Teams': [team, takeFrom(TEAMS, TEAMS.indexOf(team) + 1)],
    }),
    ...(!active && { 'Company End Date': dayAgo(left), Deactivated: dayAgo(left - 1) }),
  };
}

function rolesOf(access: Person['access'], leads: boolean): string[] {
  if (access === 'tenant-administrator') return ['Tenant Administrator'];
  if (leads) return [SUPERVISOR, 'Evaluator'];
  return [takeFrom(ROLES, 0)];
}
