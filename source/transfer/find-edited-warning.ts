import type { Warning } from '../model/pair.ts';
import { parseId } from '../model/parse-id.ts';

/**
 * Which warning stands in a plan (`told`) and is none that its pairs give (`made`), or is one of those and is missing from
 * it, in words; null: none. Those that `isFree` can only be told from the file that the plan was made of. Pure.
 */
export function findEditedWarning(
  told: readonly Warning[],
  made: readonly Warning[],
  isFree: (warning: Warning) => boolean,
): string | null {
  const left = new Map<string, number>();
  for (const warning of made) left.set(keyOf(warning), (left.get(keyOf(warning)) ?? 0) + 1);
  for (const warning of told) {
    const count = left.get(keyOf(warning)) ?? 0;
    if (count > 0) left.set(keyOf(warning), count - 1);
    else if (!isFree(warning)) return `the warning "${warning.message}"`;
  }
  const missing = made.find((warning) => (left.get(keyOf(warning)) ?? 0) > 0);
  return missing === undefined ? null : `a warning that it leaves out: "${missing.message}"`;
}

/** Two addresses that are alike are told of at any of the lines that name them; an id may be written as the file has it. */
function keyOf({ code, line, column, value, message, cure }: Warning): string {
  const place = code === 'email-case-twin' ? [] : [line, column, value === null ? null : (parseId(value) ?? value)];
  return JSON.stringify([code, message, cure, ...place]);
}
