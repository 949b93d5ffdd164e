import { isDeepStrictEqual } from 'node:util';
import type { Image } from '../model/change.ts';
import type { UserPatch } from '../model/profile-field.ts';
import type { ProfileValue } from '../model/user.ts';

/** What a pair did to one person. */
interface Side {
  before: Image;
  after: Image;
}

/**
 * What a run set of a person besides records, without what the undo `back` has put back, field by field: of those it is
 * as if the run had never touched them. Undefined: the run set nothing.
 */
export function patchWithoutPutBack(done: Side, back: Side): UserPatch | undefined {
  const { user: after } = done.after;
  const { user: putBack } = back.after;
  if (after === undefined || putBack === undefined) return after;
  const before = done.before.user ?? {};
  const formerly = back.before.user ?? {};
  const { profile, ...others } = after;
  const kept: UserPatch = { ...others };
  for (const name of Object.keys(others) as (keyof typeof others)[]) {
    const isPutBack = name in putBack && !isDeepStrictEqual(formerly[name], putBack[name]);
    if (isPutBack) Object.assign(kept, { [name]: before[name] });
  }
  return profile === undefined ? kept : { ...kept, profile: profileOf(profile, before.profile ?? {}, back) };
}

type Profile = Record<string, ProfileValue>;

function profileOf(after: Profile, before: Profile, back: Side): Profile {
  const formerly = back.before.user?.profile ?? {};
  const restored = back.after.user?.profile ?? {};
  const isPutBack = (field: string) => !isDeepStrictEqual(formerly[field], restored[field]);
  const others = Object.entries(after).filter(([field]) => !isPutBack(field));
  return Object.fromEntries([...others, ...Object.entries(before).filter(([field]) => isPutBack(field))]);
}
