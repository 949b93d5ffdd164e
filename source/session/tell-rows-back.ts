import { HandoverError } from '../errors.ts';
import { countOf } from '../model/finding.ts';
import type { Warning } from '../model/pair.ts';
import type { Plan, PlannedPair } from '../model/plan.ts';
import type { Person } from '../model/user.ts';
import type { Earlier } from '../transfer/earlier.ts';
import { fieldsBack } from '../transfer/fields-back.ts';
import { readEarlier } from '../transfer/read-earlier.ts';
import { rootOperation } from '../transfer/root-operation.ts';
import { type Session, unveiled } from './open-session.ts';

/** Of so many people each is named of whom no value can be told; of more, their number. */
const MOST_NAMED = 20;

/** A plan with its values, to be shown and not to be run. */
export interface ToldRows {
  told: Plan;
  /** Whose values cannot be told, as the store is not as the plan saw it. */
  untold: Warning[];
}

/**
 * The undo `plan` of an import with every value that it puts back or leaves in the `fields` of its rows, which a plan file
 * does not hold: they are worked out on the people as the store has them now. A row that would not do what the plan tells
 * of it gets none, and a warning. Any other plan is given back as it is.
 * @param places just the rows at these places of the plan; absent: all
 */
export async function tellRowsBack(plan: Plan, shown: Session, places?: ReadonlySet<number>): Promise<ToldRows> {
  if (plan.operation !== 'undo' || rootOperation(plan) !== 'import') return { told: plan, untold: [] };
  const known = await readKnown(plan, unveiled(shown));
  const untold: PlannedPair[] = [];
  const pairs = plan.pairs.map((pair, place) => {
    if (places?.has(place) === false) return pair;
    const fields = known === null ? null : fieldsBack(known, pair, known.people.get(pair.source.id) ?? null);
    if (fields !== null) return { ...pair, fields };
    if (Object.keys(pair.undo).length > 0) untold.push(pair);
    return pair;
  });
  return { told: { ...plan, pairs }, untold: warnUntold(untold, plan.undoOf?.run ?? '') };
}

/** `told` as a person reads it: with the warnings of the values that cannot be told. */
export function withUntold({ told, untold }: ToldRows): Plan {
  return untold.length === 0 ? told : { ...told, warnings: [...told.warnings, ...untold] };
}

interface Known {
  plan: Plan;
  earlier: Earlier;
  people: ReadonlyMap<number, Person>;
  catalogue: Session['catalogue'];
}

/** Null where the store knows nothing of the run. */
async function readKnown(plan: Plan, { store, info, catalogue }: Session): Promise<Known | null> {
  if (plan.store !== info.id) return null;
  try {
    const earlier = await readEarlier(store, plan.undoOf?.run ?? '');
    const people = await store.people(plan.pairs.map(({ source }) => source.id));
    return { plan, earlier, people, catalogue };
  } catch (error) {
    if (error instanceof HandoverError) return null;
    throw error;
  }
}

function warnUntold(pairs: readonly PlannedPair[], run: string): Warning[] {
  const about = (line: number | null, whose: string): Warning => ({
    line,
    column: null,
    value: null,
    code: 'changed-since',
    message: `The values of ${whose} are not told: the store is not as the plan saw it.`,
    cure: `See what can be put back now: handover undo ${run}`,
  });
  if (pairs.length > MOST_NAMED) return [about(null, countOf(pairs.length, 'person', 'people'))];
  return pairs.map(({ line, source }) => about(line, `${source.name} (${source.id})`));
}
