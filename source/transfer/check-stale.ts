import { isDeepStrictEqual } from 'node:util';
import { HandoverError } from '../errors.ts';
import { personFingerprint } from '../merge/person-fingerprint.ts';
import { userFingerprint } from '../merge/user-fingerprint.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import { numberText } from '../model/number-text.ts';
import { NOBODY, type Plan, type PlannedPair } from '../model/plan.ts';
import { typeLabel } from '../model/type-label.ts';
import { fullName, nameAndId, type Person } from '../model/user.ts';
import { carryPair, countsOf } from './carry-pair.ts';
import type { Earlier } from './earlier.ts';
import { rootOperation } from './root-operation.ts';

interface StaleContext {
  catalogue: Catalogue;
  /** Everybody whom the plan names and who exists. */
  people: ReadonlyMap<number, Person>;
  /** What is known of the run that an undo puts back; no other plan needs it. */
  earlier?: Earlier | undefined;
  /** The highest ID that anybody has had, who need not be there any more. */
  lastId: number;
}

/** What is named of a stale plan; the rest is counted. */
const MOST_PEOPLE = 5;
const MOST_TYPES = 8;

/**
 * Whether the people of `plan` are as it saw them; of an import, without their records. Everybody is compared where they
 * first appear: what comes later in a chain has been changed by the plan itself.
 * @returns null, or an error of kind stale that names who moved
 */
export function checkStale(plan: Plan, context: StaleContext): HandoverError | null {
  const moved = rootOperation(plan) === 'import' ? movedRows(plan, context) : movedPairs(plan, context);
  if (moved.length === 0) return null;
  const rest = moved.length - MOST_PEOPLE;
  const shown = [...moved.slice(0, MOST_PEOPLE), ...(rest > 0 ? [`and ${numberText(rest)} more`] : [])].join('; ');
  return new HandoverError(
    'stale',
    'stale-plan',
    `The plan is out of date, ${numberText(moved.length)} of its people changed since it was made: ${shown}.`,
    'Nothing was changed. Make the plan anew, review it, and run that one.',
  );
}

function movedPairs(plan: Plan, context: StaleContext): string[] {
  const moved: string[] = [];
  const seen = new Set<number>();
  for (const pair of plan.pairs) {
    for (const planned of [pair.source, pair.target]) {
      if (seen.has(planned.id)) continue;
      seen.add(planned.id);
      const person = context.people.get(planned.id);
      if (person === undefined) moved.push(`${planned.name} (${planned.id}) is gone`);
      else if (personFingerprint(person) !== planned.fingerprint) {
        moved.push(`${nameAndId(person)}: ${whatMoved(pair, plan, context)}`);
      }
    }
  }
  return moved;
}

/** The data types whose counts would differ now: a plan knows no more of the records than how many there were. */
function whatMoved(pair: PlannedPair, plan: Plan, { people, catalogue, earlier }: StaleContext): string {
  const source = people.get(pair.source.id);
  const target = people.get(pair.target.id);
  if (source === undefined || target === undefined) return 'changed';
  const now = carryPair({ plan, catalogue, earlier }, { source, target }).counts;
  const planned = countsOf({ ...pair.changes, ...pair.undo });
  const labels = [USER_INFORMATION, ...catalogue.types.map(({ id }) => id)]
    .filter((id) => !isDeepStrictEqual(now[id] ?? {}, planned[id] ?? {}))
    .map((id) => typeLabel(catalogue, id));
  if (labels.length === 0) return 'changed in the profile, or in data whose counts are the same';
  const rest = labels.length - MOST_TYPES;
  const kinds = `and ${numberText(rest)} more ${rest === 1 ? 'kind' : 'kinds'} of data`;
  return `changed in ${[...labels.slice(0, MOST_TYPES), ...(rest > 0 ? [kinds] : [])].join(', ')}`;
}

function movedRows({ operation, pairs }: Plan, { people, lastId }: StaleContext): string[] {
  let created = 0;
  for (const { row } of pairs) if (row?.kind === 'create') created += 1;
  return pairs.flatMap(({ source: { id, name, fingerprint } }) => {
    const person = people.get(id) ?? null;
    if (userFingerprint(person) === fingerprint) {
      // Whom an undo brings back gets the ID again that was theirs. Nobody new gets that of somebody else, nor one so far
      // behind the last that those between are lost.
      if (operation === 'import' && person === null && (id <= lastId || id > lastId + created)) {
        const why = id <= lastId ? 'was given before' : `is not the next one, ${lastId + 1}`;
        return [`the user ID ${id} that ${name} was to get ${why}`];
      }
      // Whoever looked the plan over went by the name. An undo calls people as its import did.
      const isNamed = operation === 'undo' || person === null || fullName(person) === name;
      return isNamed ? [] : [`${nameAndId(person)} is called ${name} in the plan`];
    }
    if (person === null) return [`${name} (${id}) is gone`];
    const what = fingerprint === NOBODY ? `has the user ID that ${name} was to get` : 'changed in the profile';
    return [`${nameAndId(person)} ${what}`];
  });
}
