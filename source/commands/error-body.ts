import type { FoundError } from './found-error.ts';

/**
 * What the JSON document of a failure says of `error`, by itself or beside what was found.
 * @param text puts sentences as they are to be shown
 */
export function errorBody({ code, message, hint }: FoundError, text = (sentence: string) => sentence): FoundError {
  return { code, message: text(message), hint: text(hint) };
}
