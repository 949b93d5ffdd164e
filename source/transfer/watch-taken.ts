import type { Image } from '../model/change.ts';
import type { MappingRules } from '../model/mapping.ts';
import type { PlannedPair } from '../model/plan.ts';
import { nameAndId, type Person, type User } from '../model/user.ts';
import { PROPERTY_OF, UNIQUE_FIELDS, type UniqueField, uniqueKey } from './unique-fields.ts';
import type { SeatWatch } from './watch-seats.ts';

interface WatchRequest {
  /** How addresses are compared; of an undo, as the import did that it goes back to. */
  emailCase: MappingRules['emailCase'];
  /** Everybody, as the run begins or goes on. */
  users: readonly User[];
  /** The rows that the run has not settled yet. */
  left: readonly PlannedPair[];
  /** As the writer has them. */
  person(id: number): Person | undefined;
  /** How a row that is still to come would leave its person, whoever has what; null: it would fail. */
  foresee(row: PlannedPair): Image | null;
  seats: SeatWatch;
}

/** Knows, while an import or its undo runs, who has which address and login: people may have changed while it rested. */
export interface TakenWatch {
  /**
   * Why a row that leaves its person so cannot be: somebody has the address or the login, and keeps it, or there is no
   * seat. Null: it can.
   */
  refuse(after: Image): string | null;
  /** Takes in that a row is settled. @param after how it left its person; null: it failed */
  note(id: number, after: Image | null): void;
  /** Half a sentence on who has the address or login that a failed row should have given up; empty: nobody. */
  tellShared({ source, fields }: PlannedPair): string;
}

const NOUNS: Record<UniqueField, string> = { Email: 'address', Login: 'login' };

/** Watches over the addresses and logins of a run. */
export function watchTaken({ emailCase, users, left, person, foresee, seats }: WatchRequest): TakenWatch {
  const keyOf = (field: UniqueField, value: unknown) => uniqueKey(field, value, emailCase);
  const values = new Map(users.map(({ id, email, login }) => [id, { email, login }]));
  const holders = new Map<string, Set<number>>();
  const pending = new Map(left.map((pair) => [pair.source.id, pair]));
  /** People whose rows will be done: others rely on what they give up. */
  const sound = new Set<number>();

  const hold = (id: number, isHeld: boolean) => {
    for (const field of UNIQUE_FIELDS) {
      const key = keyOf(field, values.get(id)?.[PROPERTY_OF[field]]);
      if (key === null) continue;
      const held = holders.get(key);
      if (!isHeld) held?.delete(id);
      else if (held === undefined) holders.set(key, new Set([id]));
      else held.add(id);
    }
  };
  for (const { id } of users) hold(id, true);

  const othersWith = (key: string | null, id: number) =>
    [...((key === null ? undefined : holders.get(key)) ?? [])].filter((other) => other !== id);

  const keyAfter = ({ id, exists, user = {} }: Image, field: UniqueField) =>
    exists === false ? null : keyOf(field, { ...values.get(id), ...user }[PROPERTY_OF[field]]);

  /**
   * Whether the row of `holder`, which is still to come, will give up what has `key`; and in turn those it waits for.
   * @param relied takes in the rows that this relies on: how they leave their people
   */
  const willGiveUp = (holder: number, field: UniqueField, key: string, relied: Map<number, Image>): boolean => {
    const waiting = [{ id: holder, field, key }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { id, ...wanted } = next;
      const row = pending.get(id);
      const after = relied.get(id) ?? (row === undefined ? null : foresee(row));
      if (after === null || keyAfter(after, wanted.field) === wanted.key) return false;
      if (relied.has(id) || sound.has(id)) continue;
      relied.set(id, after);
      for (const given of UNIQUE_FIELDS) {
        const got = keyAfter(after, given);
        if (got === null || got === keyOf(given, values.get(id)?.[PROPERTY_OF[given]])) continue;
        for (const other of othersWith(got, id)) waiting.push({ id: other, field: given, key: got });
      }
    }
    return true;
  };

  const named = (id: number) => {
    const found = person(id);
    return found === undefined ? String(id) : nameAndId(found);
  };

  return {
    refuse(after) {
      const { id, user = {} } = after;
      const relied = new Map<number, Image>();
      const kept: string[] = [];
      for (const field of UNIQUE_FIELDS) {
        const value = user[PROPERTY_OF[field]];
        const key = keyOf(field, value);
        if (key === null || key === keyOf(field, values.get(id)?.[PROPERTY_OF[field]])) continue;
        for (const other of othersWith(key, id)) {
          const why = `“${value}” is the ${NOUNS[field]} of ${named(other)}, who keeps it`;
          if (!willGiveUp(other, field, key, relied)) return why;
          kept.push(why);
        }
      }
      // Who gives up theirs only as they become active needs a seat for it.
      const noSeat = seats.refuse(after, [...relied.values()]);
      if (noSeat !== null) return seats.refuse(after, []) ?? kept[0] ?? noSeat;
      for (const other of relied.keys()) sound.add(other);
      return null;
    },
    note(id, after) {
      pending.delete(id);
      if (after === null) return;
      hold(id, false);
      if (after.exists === false) return;
      const { email = values.get(id)?.email ?? '', login = values.get(id)?.login ?? '' } = after.user ?? {};
      values.set(id, { email, login });
      hold(id, true);
    },
    tellShared({ source: { id }, fields }) {
      const shared = UNIQUE_FIELDS.flatMap((field) => {
        if (!fields.some((change) => change.field === field)) return [];
        const value = values.get(id)?.[PROPERTY_OF[field]];
        const others = othersWith(keyOf(field, value), id);
        return others.map((other) => `${named(other)} has the ${NOUNS[field]} “${value}” as well by now`);
      });
      return shared.length === 0 ? '' : ` ${shared.join('; ')}: give one of them another.`;
    },
  };
}
