import type { Image } from '../model/change.ts';
import type { PlannedPair } from '../model/plan.ts';
import type { RunRequest } from './run-plan.ts';
import { emailCaseOf, PROPERTY_OF, UNIQUE_FIELDS, type UniqueField, uniqueKey } from './unique-fields.ts';

/** Values that no two people share. */
type Unique = [field: UniqueField, value: unknown];

/**
 * `pairs` in groups of `size` that share a sync, in their order. Rows of an import, or of its undo, that get what a later
 * row gives up, as in a swap, are in one group with it, however long that is: a stop never comes between them.
 */
export function groupPairs(
  { plan, earlier, emailCase = emailCaseOf(plan) }: Pick<RunRequest, 'plan' | 'earlier' | 'emailCase'>,
  pairs: readonly PlannedPair[],
  size: number,
): PlannedPair[][] {
  const keyOf = ([field, value]: Unique) => uniqueKey(field, value, emailCase);
  const rows = pairs.map((pair) => exchangeOf(pair, earlier));
  const placeOfGiver = new Map<string, number>();
  for (const [place, { gives }] of rows.entries()) {
    for (const given of gives) {
      const key = keyOf(given);
      if (key !== null) placeOfGiver.set(key, place);
    }
  }
  const groups: PlannedPair[][] = [];
  let group: PlannedPair[] = [];
  let last = -1;
  for (const [place, pair] of pairs.entries()) {
    group.push(pair);
    for (const got of rows[place]?.gets ?? []) last = Math.max(last, placeOfGiver.get(keyOf(got) ?? '') ?? -1);
    if (group.length < size || place < last) continue;
    groups.push(group);
    group = [];
  }
  return group.length === 0 ? groups : [...groups, group];
}

/** What a row gets and gives up of what no two people share; of a pair of people, nothing. */
function exchangeOf({ source, target, row, fields }: PlannedPair, earlier: RunRequest['earlier']) {
  if (source.id !== target.id) return { gets: [], gives: [] };
  if (row === undefined) {
    const done = earlier?.pairs.get(`${source.id}:${source.id}`);
    return { gets: uniquesOf(done?.before.source), gives: uniquesOf(done?.after.source) };
  }
  const changes = UNIQUE_FIELDS.flatMap((field) => fields.find((change) => change.field === field) ?? []);
  return {
    gets: changes.map(({ field, source: value }): Unique => [field as UniqueField, value]),
    gives: changes.map(({ field, target: value }): Unique => [field as UniqueField, value]),
  };
}

function uniquesOf({ user = {} }: Pick<Image, 'user'> = {}): Unique[] {
  return UNIQUE_FIELDS.map((field): Unique => [field, user[PROPERTY_OF[field]]]);
}
