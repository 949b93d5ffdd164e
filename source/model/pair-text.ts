import { nameAndId, type User } from './user.ts';

/** "John Smith (19) into Jenny Andrews (21)". */
export function pairText(pair: { source: number; target: number }, users: ReadonlyMap<number, User>): string {
  const nameOf = (id: number): string => {
    const user = users.get(id);
    return user === undefined ? `user ${id}` : nameAndId(user);
  };
  return `${nameOf(pair.source)} into ${nameOf(pair.target)}`;
}
