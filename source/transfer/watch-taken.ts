import { userFingerprint } from '../merge/user-fingerprint.ts';
import type { Image } from '../model/change.ts';
import type { Plan, PlannedPair } from '../model/plan.ts';
import { nameAndId, type Person, type User } from '../model/user.ts';
import { UNIQUE_FIELDS, type UniqueField, uniqueKey } from './unique-fields.ts';

interface WatchRequest {
  plan: Plan;
  /** Everybody, as the run begins or goes on. */
  users: readonly User[];
  /** The rows that the run has not settled yet. */
  left: readonly PlannedPair[];
  /** As the writer has them. */
  person(id: number): Person | undefined;
}

/** Knows, while an import or its undo runs, who has which address and login: people may have changed while it rested. */
export interface TakenWatch {
  /** Why a row that leaves its person so cannot be: somebody has the address or the login, and keeps it. Null: it can. */
  refuse(after: Image): string | null;
  /** Takes in that a row is settled. @param after how it left its person; null: it failed */
  note(id: number, after: Image | null): void;
  /** Half a sentence on who has the address or login that a failed row should have given up; empty: nobody. */
  tellShared({ source, fields }: PlannedPair): string;
}

const PROPERTIES = { Email: 'email', Login: 'login' } as const satisfies Record<UniqueField, keyof User>;
const NOUNS: Record<UniqueField, string> = { Email: 'address', Login: 'login' };

/** Watches over the addresses and logins of a run. */
export function watchTaken({ plan, users, left, person }: WatchRequest): TakenWatch {
  // Which twins an undo may bring back, the import before it has said.
  const emailCase = plan.import?.mapping.rules.emailCase ?? 'kept';
  const keyOf = (field: UniqueField, value: unknown) => uniqueKey(field, value, emailCase);
  const values = new Map(users.map(({ id, email, login }) => [id, { email, login }]));
  const holders = new Map<string, Set<number>>();
  const pending = new Map(left.map((pair) => [pair.source.id, pair]));
  /** People whose rows will give up what others get, as far as can be told beforehand. */
  const sound = new Set<number>();

  const hold = (id: number, isHeld: boolean) => {
    for (const field of UNIQUE_FIELDS) {
      const key = keyOf(field, values.get(id)?.[PROPERTIES[field]]);
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

  /** Whether the row of `holder`, which is still to come, will give up what has `key`; and in turn those it waits for. */
  const willGiveUp = (holder: number, field: UniqueField, key: string): boolean => {
    if (plan.operation === 'undo') return pending.has(holder);
    const seen = new Set<number>();
    const waiting = [{ id: holder, field, key }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { id, ...wanted } = next;
      const row = pending.get(id);
      const change = row?.fields.find((one) => one.field === wanted.field);
      if (row === undefined || change === undefined || keyOf(wanted.field, change.source) === wanted.key) return false;
      if (seen.has(id) || sound.has(id)) continue;
      if (userFingerprint(person(id) ?? null) !== row.source.fingerprint) return false;
      seen.add(id);
      for (const given of UNIQUE_FIELDS) {
        const got = keyOf(given, row.fields.find((one) => one.field === given)?.source);
        if (got === null) continue;
        for (const other of othersWith(got, id)) waiting.push({ id: other, field: given, key: got });
      }
    }
    for (const id of seen) sound.add(id);
    return true;
  };

  const named = (id: number) => {
    const found = person(id);
    return found === undefined ? String(id) : nameAndId(found);
  };

  return {
    refuse({ id, user = {} }) {
      for (const field of UNIQUE_FIELDS) {
        const value = user[PROPERTIES[field]];
        const key = keyOf(field, value);
        if (key === null || key === keyOf(field, values.get(id)?.[PROPERTIES[field]])) continue;
        const keeper = othersWith(key, id).find((other) => !willGiveUp(other, field, key));
        if (keeper !== undefined) return `“${value}” is the ${NOUNS[field]} of ${named(keeper)}, who keeps it`;
      }
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
        const value = values.get(id)?.[PROPERTIES[field]];
        const others = othersWith(keyOf(field, value), id);
        return others.map((other) => `${named(other)} has the ${NOUNS[field]} “${value}” as well by now`);
      });
      return shared.length === 0 ? '' : ` ${shared.join('; ')}: give one of them another.`;
    },
  };
}
