/**
 * Whether a folder that holds files of these names is that of a store, by two of the three kinds of files that every
 * store has: one that has lost a file is still a store, and a `store.json` of somebody else's alone is none.
 */
export function isStoreFolder(names: readonly string[]): boolean {
  const marks = [/^store\.json$/, /^lock\.db$/, /^journal\.\d+\.jsonl$/];
  return marks.filter((mark) => names.some((name) => mark.test(name))).length >= 2;
}
