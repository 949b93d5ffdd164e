import type { Image } from './change.ts';

/** Whether a pair leaves a person wholly as they are. */
export function isUntouched({ records, user, exists }: Image): boolean {
  return Object.keys(records).length === 0 && user === undefined && exists === undefined;
}
