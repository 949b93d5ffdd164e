/** What an operator has changed of one row: left out, or other people in place of those in its cells (null: as is). */
export type Mending = { kind: 'left-out' } | { kind: 'changed'; source: number | null; target: number | null };

/** All changes to the rows of one file, by the line on which a row starts, and the way back. */
export interface Mendings {
  byLine: ReadonlyMap<number, Mending>;
  /** What stood at a line before each change, the oldest first. */
  history: readonly { line: number; before: Mending | null }[];
}

/** No row is changed. */
export const NO_MENDINGS: Mendings = { byLine: new Map(), history: [] };

/** The row of `line` takes `source`, a user id, as its source. A row left out comes back. */
export function mendSource(mendings: Mendings, line: number, source: number): Mendings {
  return put(mendings, line, { kind: 'changed', source, target: changedOf(mendings, line).target });
}

/** The row of `line` takes `target`, a user id, as its target. A row left out comes back; a skipped one is a pair now. */
export function mendTarget(mendings: Mendings, line: number, target: number): Mendings {
  return put(mendings, line, { kind: 'changed', source: changedOf(mendings, line).source, target });
}

/** The row of `line` is not carried; its other changes go. */
export function leaveOut(mendings: Mendings, line: number): Mendings {
  return put(mendings, line, { kind: 'left-out' });
}

/** As it was before the last change; the same where there was none. */
export function undoMending(mendings: Mendings): Mendings {
  const last = mendings.history.at(-1);
  if (last === undefined) return mendings;
  const byLine = new Map(mendings.byLine);
  if (last.before === null) byLine.delete(last.line);
  else byLine.set(last.line, last.before);
  return { byLine, history: mendings.history.slice(0, -1) };
}

/** The same changes to the cells of the file, read in the other direction: whoever was put for the source is the target. */
export function turnMendings({ byLine, history }: Mendings): Mendings {
  return {
    byLine: new Map([...byLine].map(([line, mending]) => [line, turn(mending)])),
    history: history.map(({ line, before }) => ({ line, before: before === null ? null : turn(before) })),
  };
}

function turn(mending: Mending): Mending {
  return mending.kind === 'left-out' ? mending : { ...mending, source: mending.target, target: mending.source };
}

function put(mendings: Mendings, line: number, mending: Mending): Mendings {
  const before = mendings.byLine.get(line) ?? null;
  return {
    byLine: new Map(mendings.byLine).set(line, mending),
    history: [...mendings.history, { line, before }],
  };
}

function changedOf(mendings: Mendings, line: number): { source: number | null; target: number | null } {
  const mending = mendings.byLine.get(line);
  return mending?.kind === 'changed' ? mending : { source: null, target: null };
}
