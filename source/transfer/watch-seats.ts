import type { Image } from '../model/change.ts';
import { numberText } from '../model/number-text.ts';
import type { User } from '../model/user.ts';

/** Knows, while an import or its undo runs, how many seats are left: people may have changed while it rested. */
export interface SeatWatch {
  /** Why a row that leaves its person so cannot be: it takes a seat, and none is left. Null: it can. */
  refuse(after: Image): string | null;
  /**
   * Keeps seats for rows still to come, which `row` rests on, to the end that none of them is refused.
   * @param comers how they leave their people @param row how it leaves its person @returns whether there are as many
   */
  keepFor(comers: readonly Image[], row: Image): boolean;
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
  const left = () => (limit === null ? Number.POSITIVE_INFINITY : limit - active.size - awaited.size);

  return {
    refuse(after) {
      if (limit === null || !takesSeat(after) || left() > 0) return null;
      return `no seat is left, ${numberText(active.size)} of ${numberText(limit)} are taken. Deactivate somebody, or raise the setting "seats", and then do this row again`;
    },
    keepFor(comers, row) {
      const taking = comers.filter((after) => after.id !== row.id && takesSeat(after));
      const leftThen = left() + Number(freesSeat(row)) - Number(takesSeat(row));
      if (taking.length > Math.max(0, leftThen)) return false;
      for (const { id } of taking) awaited.add(id);
      return true;
    },
    note(id, after) {
      awaited.delete(id);
      if (after === null) return;
      if (isActiveAfter(after)) active.add(id);
      else active.delete(id);
    },
  };
}
