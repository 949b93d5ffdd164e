import { nameAndId, type User } from './user.ts';

/**
 * "John Smith (19) into Jenny Andrews (21)"; where it is put back "back to John Smith (19) from Jenny Andrews (21)". Of a
 * row of an import, whose person stands on both sides, "John Smith (19)".
 */
export function pairText(
  pair: { source: number; target: number },
  users: ReadonlyMap<number, User>,
  isUndo = false,
): string {
  const nameOf = (id: number): string => {
    const user = users.get(id);
    return user === undefined ? `user ${id}` : nameAndId(user);
  };
  if (pair.source === pair.target) return nameOf(pair.source);
  const [source, target] = [nameOf(pair.source), nameOf(pair.target)];
  return isUndo ? `back to ${source} from ${target}` : `${source} into ${target}`;
}
