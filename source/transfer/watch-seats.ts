import type { Image } from '../model/change.ts';
import { numberText } from '../model/number-text.ts';
import type { User } from '../model/user.ts';

/** Knows, while an import or its undo runs, how many seats are left: people may have changed while it rested. */
export interface SeatWatch {
  /**
   * Why a row cannot be: it takes a seat, or rows still to come that it rests on do, and there are not as many, those
   * that these rows free counted. Null: it can, and the seats that they take are kept for them.
   * @param row how it leaves its person @param comers how the others leave theirs
   */
  refuse(row: Image, comers: readonly Image[]): string | null;
  /** Takes in that a row is settled. @param after how it left its person; null: it failed */
  note(id: number, after: Image | null): void;
}

/**
 * Watches over the seats of a run. Whoever is active already keeps the seat, whatever the limit (D12).
 * @param limit how many people may be active; null: no limit
 */
export function watchSeats(users: readonly User[], limit: number | null): SeatWatch {
  const active = new Set(users.flatMap((user) => (user.active ? [user.id] : [])));
  /** People whose rows are still to come and have a seat kept for them. */
  const awaited = new Set<number>();

  const isActiveAfter = ({ id, exists, user }: Image) => exists !== false && (user?.active ?? active.has(id));
  const takesSeat = (after: Image) => isActiveAfter(after) && !active.has(after.id) && !awaited.has(after.id);
  const freesSeat = (after: Image) => active.has(after.id) && !isActiveAfter(after);
  const left = () => (limit ?? Number.POSITIVE_INFINITY) - active.size - awaited.size;

  return {
    refuse(row, comers) {
      const others = comers.filter(({ id }) => id !== row.id);
      const all = [row, ...others];
      const wanted = all.filter(takesSeat);
      if (limit === null || wanted.length === 0) return null;
      if (wanted.length > left() + all.filter(freesSeat).length) {
        return `no seat is left, ${numberText(active.size)} of ${numberText(limit)} are taken. Deactivate somebody, or raise the setting "seats", and then do this row again`;
      }
      for (const { id } of others.filter(takesSeat)) awaited.add(id);
      return null;
    },
    note(id, after) {
      awaited.delete(id);
      if (after === null) return;
      if (isActiveAfter(after)) active.add(id);
      else active.delete(id);
    },
  };
}
