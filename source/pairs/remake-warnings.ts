import type { Warning } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import type { User } from '../model/user.ts';
import { checkSingle } from './check-single.ts';
import { matchPairs } from './match-pairs.ts';
import { otherColumnsStart } from './warn-pairs.ts';

type Users = ReadonlyMap<number, User>;
type PlanOfPairs = Pick<Plan, 'direction' | 'pairs'> & { operation: 'transfer' | 'merge' };

/** What anybody is warned of who plans these pairs, but for what only their file tells (`isOfFile`). Pure. */
export function remakePairWarnings({ operation, direction, pairs }: PlanOfPairs, users: Users): readonly Warning[] {
  const context = { operation, view: null, donePairs: new Map<string, string>() };
  const [first] = pairs;
  if (first !== undefined && pairs.length === 1 && first.line === null) {
    const [source, target] = [users.get(first.source.id), users.get(first.target.id)];
    return source === undefined || target === undefined ? [] : checkSingle(source, target, context).warnings;
  }
  const rows = pairs.map(({ line, source, target }, place) => {
    const [from, to] = direction === 'from-to' ? [source, target] : [target, source];
    return { line: line ?? place + 1, from: String(from.id), to: String(to.id), claims: null, ragged: null };
  });
  return matchPairs({ ...context, rows, direction, users }).warnings;
}

const OUT_OF_PLACE =
  /^The headings decide here: From User ID is column \d+ and To User ID is column \d+; in an export they are the first two\.$/;

/** Whether a warning can be one that the file of these pairs has given, and that nothing else can tell. Pure. */
export function isOfFile({ code, line, message }: Warning, { direction, pairs }: PlanOfPairs, users: Users): boolean {
  if (code === 'columns-out-of-place') return OUT_OF_PLACE.test(message);
  const pair = code === 'other-columns-changed' ? pairs.find((each) => each.line === line) : undefined;
  const user = users.get((direction === 'from-to' ? pair?.source.id : pair?.target.id) ?? 0);
  return user !== undefined && message.startsWith(otherColumnsStart(user));
}
