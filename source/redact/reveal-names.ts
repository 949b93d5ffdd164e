import { fullName, type User } from '../model/user.ts';

const STAND_IN = /First(\d+) Last\1(?!\d)|\b(?:First|Last|user)(\d+)\b|person(\d+)@example\.invalid/g;

/** A sentence that was made with stand-ins, with the names of the people they stand for. */
export function revealNames(sentence: string, users: ReadonlyMap<number, User>): string {
  return sentence.replaceAll(STAND_IN, (standIn, whole?: string, part?: string, address?: string) => {
    const user = users.get(Number(whole ?? part ?? address));
    if (user === undefined) return standIn;
    if (whole !== undefined) return fullName(user);
    if (address !== undefined) return user.email;
    return standIn.startsWith('First') ? user.firstName : standIn.startsWith('Last') ? user.lastName : user.login;
  });
}
