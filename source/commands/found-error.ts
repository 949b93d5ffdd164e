import { countOf } from '../model/finding.ts';
import type { Finding } from '../model/pair.ts';
import { describeFindings } from './describe-findings.ts';

/** What the JSON document of a failure says of it; it stands beside what was found, where there is that to show. */
export interface FoundError {
  code: string;
  message: string;
  hint: string;
}

/** That `problems`, at least one, keep a file or a plan from going on: `has-problems`, with the first of them. */
export function problemsError(problems: readonly Finding<string>[]): FoundError {
  const [first] = describeFindings(problems.slice(0, 1));
  const isOne = problems.length === 1;
  return {
    code: 'has-problems',
    message: `${countOf(problems.length, 'problem')}; nothing can go on as it is. ${isOne ? 'It is this' : 'The first'}: ${first}`,
    hint: `${isOne ? '' : 'They are all in "problems", each with its cure. Of the first: '}${problems[0]?.cure}`,
  };
}
