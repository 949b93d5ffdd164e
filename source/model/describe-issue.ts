import type { z } from 'zod';

/** Where the first thing is that a shape does not allow ("types[3].rule"; empty: the root), and what is wrong there. */
export function describeIssue({ issues: [issue] }: z.ZodError): { at: string; what: string } {
  return { at: pathText(issue?.path ?? []), what: issue === undefined ? 'has a wrong shape' : complaint(issue) };
}

/** "types[3].rule": a path as one would write it. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((sofar, part) => {
    if (typeof part === 'number') return `${sofar}[${part}]`;
    return sofar === '' ? String(part) : `${sofar}.${String(part)}`;
  }, '');
}

function complaint(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'unrecognized_keys') return `has a key that means nothing here: ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_type') return `must be ${article(issue.expected)}`;
  if (issue.code === 'too_small') return 'must not be empty';
  return issue.message;
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
