import type { Operation } from '../model/catalogue.ts';
import type { View } from '../model/operator.ts';
import type { Problem, Warning } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import type { RunPair } from '../model/run.ts';
import type { User } from '../model/user.ts';
import { pairKey } from '../pairs/check-pair.ts';
import { matchPairs } from '../pairs/match-pairs.ts';
import type { Earlier } from '../transfer/earlier.ts';
import type { UndoPair } from '../transfer/plan-undo.ts';

/** What stands in the store while a run is to be undone. */
export interface Standing {
  /** What the run did at its root. */
  operation: Operation;
  /** Everybody, by id. */
  users: ReadonlyMap<number, User>;
  /** "source:target" of every pair that such runs have done → the run. */
  doneBy: ReadonlyMap<string, string>;
  /** The operator's view (A20); null: everybody. */
  view: View | null;
}

/**
 * The pairs of `pairs` that can go back now, and a warning for each that cannot, by the checks that any pair passes:
 * somebody is gone, has become privileged, or was merged on, or another run has carried the pair since (A56). Where one
 * stays that another one rests on, that one stays as well.
 * @param plan of the run that is undone
 */
export function leaveOutHopeless(
  pairs: readonly RunPair[],
  plan: Plan,
  earlier: Earlier,
  standing: Standing,
): { pairs: UndoPair[]; warnings: Warning[] } {
  const lines = new Map(plan.pairs.map(({ source, target, line }) => [pairKey(source.id, target.id), line]));
  const placed = pairs.map(({ source, target }) => ({
    line: lines.get(pairKey(source, target)) ?? null,
    source,
    target,
  }));
  const hopeless = findHopeless(pairs, earlier, standing);
  const problems = placed.flatMap((_pair, index) => hopeless.get(index + 1) ?? []);
  const warnings: Warning[] = problems.map((problem) => ({
    ...problem,
    line: placed[(problem.line ?? 0) - 1]?.line ?? null,
    column: null,
    value: null,
    code: 'not-undoable',
    message: `Not ${earlier.isAgain ? 'carried again' : 'put back'}: ${problem.message}`,
    cure: cureOf(problem),
  }));
  return { pairs: placed.filter((_pair, index) => !hopeless.has(index + 1)), warnings };
}

/** The place of each pair that cannot go back, from 1, and why. */
function findHopeless(
  pairs: readonly RunPair[],
  earlier: Earlier,
  { operation, users, doneBy, view }: Standing,
): Map<number, Problem[]> {
  const rows = pairs.map(({ source, target }, index) => ({
    line: index + 1,
    from: String(source),
    to: String(target),
    claims: null,
    ragged: null,
  }));
  const hopeless = new Map<number, Problem[]>();
  for (let known = -1; hopeless.size > known; ) {
    known = hopeless.size;
    const left = rows.filter(({ line }) => !hopeless.has(line));
    const chosen = new Set(left.map(({ from, to }) => `${from}:${to}`));
    // Of a merge, what came to somebody who was merged on is with a third person as well; unless that goes back at once.
    const isOwn = (key: string) => !earlier.isAgain || [undefined, earlier.root].includes(doneBy.get(key));
    const isFreed = ({ id, mergedInto }: User) => {
      const key = mergedInto === null ? '' : pairKey(id, mergedInto);
      return chosen.has(key) && isOwn(key);
    };
    const freed = new Map([...users].map(([id, user]) => [id, isFreed(user) ? { ...user, mergedInto: null } : user]));
    // What is carried again must not have been carried by another run since (A56).
    const donePairs = new Map([...doneBy].filter(([key]) => !chosen.has(key) || !isOwn(key)));
    const { problems } = matchPairs({ rows: left, direction: 'from-to', operation, users: freed, view, donePairs });
    for (const [line, those] of Map.groupBy(problems, (problem) => problem.line ?? 0)) hopeless.set(line, those);
  }
  return hopeless;
}

/** What can be done about a pair that cannot be put back now: of somebody who was deleted, nothing. */
function cureOf(problem: Problem): string {
  return problem.code === 'unknown-user'
    ? 'The pair stays as the run left it: nothing brings back an account that was deleted.'
    : `The pair stays as the run left it; once this is otherwise, undo it by itself with --pair.${wayTo(problem)}`;
}

/** The command that the cure of a pair that is done already names. */
function wayTo({ code, cure }: Problem): string {
  const command = code === 'already-done' ? /"(handover undo [^"]+)"/.exec(cure)?.[1] : undefined;
  return command === undefined ? '' : ` The way there: ${command}`;
}
