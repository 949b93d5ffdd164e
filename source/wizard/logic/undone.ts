/** One thing that was undone: what there was before, and what there was then. Both are values that never change. */
export interface Undone<Value> {
  before: Value;
  now: Value;
}

/** With one thing more that was undone; what had been undone before something else was done is let go. */
export function noteUndone<Value>(undone: readonly Undone<Value>[], before: Value, now: Value): Undone<Value>[] {
  return [...(undone.at(-1)?.now === before ? undone : []), { before, now }];
}

/** What there was before the last thing was undone; null where something else was done since, or nothing was undone. */
export function undoneLast<Value>(undone: readonly Undone<Value>[], now: Value): Value | null {
  const last = undone.at(-1);
  return last?.now === now ? last.before : null;
}
