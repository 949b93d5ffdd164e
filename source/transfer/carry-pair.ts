import { isDeepStrictEqual } from 'node:util';
import { mergePair } from '../merge/merge-pair.ts';
import { standingOfTypes } from '../merge/standing-of-types.ts';
import { undoPair } from '../merge/undo-pair.ts';
import type { Catalogue } from '../model/catalogue.ts';
import {
  type FieldChange,
  type Image,
  NO_RECORDS,
  NO_UNDO,
  type RecordCounts,
  type UndoCounts,
} from '../model/change.ts';
import { isUntouched } from '../model/is-untouched.ts';
import type { PairCounts } from '../model/journal.ts';
import type { Plan, PlannedPair } from '../model/plan.ts';
import type { Person } from '../model/user.ts';
import type { Earlier } from './earlier.ts';
import { followOwners } from './index-owners.ts';

/** What a plan does to one pair, as the journal keeps it. */
export interface CarriedPair {
  before: { source: Image; target: Image };
  after: { source: Image; target: Image };
  counts: PairCounts;
  partly?: true;
}

/** The same, with what the plan shows besides. */
export interface WorkedPair {
  done: CarriedPair;
  /** Of a merge: each profile field that either of them has. */
  fields: readonly FieldChange[];
  /** As the plan tells it. */
  effect: PlannedPair['effect'];
}

interface CarryRequest {
  plan: Plan;
  catalogue: Catalogue;
  /** What is known of the run that an undo puts back; no other plan needs it. */
  earlier?: Earlier | undefined;
}

/** The two people of a pair, as they are. */
interface PairPeople {
  source: Person;
  target: Person;
}

/** Works out the pairs of a plan, one after the other. */
export interface Carrier {
  /**
   * One pair on its people as they are: by the rules, or back to where an earlier run found them.
   * @throws Error where a record cannot be read, or where nothing is known of the pair that an undo puts back
   */
  carry(people: PairPeople): WorkedPair;
  /** Takes in that a pair is done, for those behind it: nobody gets what somebody else has by then. */
  note(pair: CarriedPair): void;
}

/** An import has no pairs of two people; `carryRow` works out its rows. */
const ROWS: Carrier = {
  carry() {
    throw new Error('an import has rows and no pairs of two people');
  },
  note: () => undefined,
};

/** What works out the pairs of `plan`. */
export function carrierOf({ plan, catalogue, earlier }: CarryRequest): Carrier {
  const { operation, choices, undoOf } = plan;
  const types = new Set(plan.carried);
  if (operation === 'import') return ROWS;
  if (operation !== 'undo') {
    const standing = standingOfTypes(catalogue, operation, types);
    const wish = { catalogue, operation, carried: types, choices, standing };
    return {
      carry(people) {
        const { before, after, changes, fields } = mergePair({ ...people, ...wish });
        const effect = operation === 'merge' ? effectOfMerge({ before, after }) : undefined;
        return { done: { before, after, counts: countsOf(changes) }, fields, effect };
      },
      note: () => undefined,
    };
  }
  const overwriteChanged = undoOf?.overwriteChanged ?? false;
  const { ownerOf, note } = followOwners(earlier?.ownerOf ?? (() => null));
  return {
    carry(people) {
      const done = earlier?.pairs.get(`${people.source.id}:${people.target.id}`);
      if (done === undefined) throw new Error(`the journal of run ${undoOf?.run ?? ''} does not hold this pair`);
      const undone = undoPair({ done, ...people, catalogue, types, overwriteChanged, ownerOf });
      const { before, after, undo, partly } = undone;
      const counted = { before, after, counts: countsOf(undo), ...(partly ? { partly } : {}) };
      return { done: counted, fields: [], effect: effectOf(undone) };
    },
    note,
  };
}

/** Works out one pair of a plan by itself, as `carrierOf` tells. */
export function carryPair(request: CarryRequest, people: PairPeople): CarriedPair {
  return carrierOf(request).carry(people).done;
}

const COUNTED_CARRIED = Object.keys(NO_RECORDS) as (keyof RecordCounts)[];
const COUNTED_BACK = Object.keys(NO_UNDO) as (keyof UndoCounts)[];
const COUNTED = [...COUNTED_CARRIED, ...COUNTED_BACK];

/** The numbers of `changes` that are not zero. */
export function countsOf(changes: Readonly<Record<string, PairCounts[string]>>): PairCounts {
  const counts: PairCounts = {};
  for (const type in changes) {
    const change = changes[type];
    const numbers: PairCounts[string] = {};
    for (const name of COUNTED) {
      const number = change?.[name];
      if (number) numbers[name] = number;
    }
    counts[type] = numbers;
  }
  return counts;
}

/** What an undo does to a pair: puts records back, or only marks it as undone, as nothing needs to be; undefined: neither. */
export function effectOf({ after, partly }: Pick<CarriedPair, 'after'> & { partly?: boolean }): PlannedPair['effect'] {
  if (!isUntouched(after.source) || !isUntouched(after.target)) return 'put-back';
  return partly ? undefined : 'marked';
}

/** A merge of two who are alike in all that it carries changes nothing but the mark of the source: it says so. */
export function effectOfMerge({ before, after }: Pick<CarriedPair, 'before' | 'after'>): PlannedPair['effect'] {
  const isMarked = after.source.user?.mergedInto === after.target.id && after.target.user === undefined;
  const isAlike = (side: 'source' | 'target') => isDeepStrictEqual(before[side].records, after[side].records);
  return isMarked && isAlike('source') && isAlike('target') ? 'marked' : undefined;
}

/**
 * Whether what was worked out of a pair is what `planned` tells of it, to the number and to each field of a profile:
 * whoever wrote a plan file need not have been handover.
 */
export function isAsPlanned(planned: PlannedPair, { done, fields, effect }: WorkedPair): boolean {
  const { changes, undo } = planned;
  const { counts } = done;
  for (const type in counts) if (changes[type] === undefined && undo[type] === undefined) return false;
  for (const type in changes) if (!isCounted(changes[type], counts[type], COUNTED_CARRIED)) return false;
  for (const type in undo) if (!isCounted(undo[type], counts[type], COUNTED_BACK)) return false;
  if (fields.length + planned.fields.length > 0 && !isDeepStrictEqual(fields, planned.fields)) return false;
  return planned.effect === undefined || planned.effect === effect;
}

type Numbers = PairCounts[string];

function isCounted(told: Numbers | undefined, worked: Numbers | undefined, names: readonly (keyof Numbers)[]): boolean {
  for (const name of names) if ((told?.[name] ?? 0) !== (worked?.[name] ?? 0)) return false;
  return true;
}
