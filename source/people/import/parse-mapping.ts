import { HandoverError } from '../../errors.ts';
import { describeIssue } from '../../model/describe-issue.ts';
import { jsonErrorLine } from '../../model/json-error-line.ts';
import type { Mapping } from '../../model/mapping.ts';
import { mappingShape } from '../../model/mapping-shape.ts';

/**
 * Reads a mapping from JSON text, or from a value that was read already, and checks its shape; whether its columns agree
 * with each other and with a file is `checkMapping`'s.
 * @param where what it is named as in the sentence: a file
 * @throws HandoverError `broken-mapping` with the path of what is wrong and what is allowed there
 */
export function parseMapping(given: unknown, where: string): Mapping {
  const parsed = mappingShape.safeParse(typeof given === 'string' ? parseJson(given, where) : given);
  if (parsed.success) return parsed.data;
  const { at, what } = describeIssue(parsed.error);
  throw broken(where, at || 'its root', what);
}

function parseJson(given: string, where: string): unknown {
  const text = given.replace(/^\ufeff/, '');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw broken(where, `line ${jsonErrorLine(text) ?? 1}`, 'is not JSON', { cause: error });
  }
}

function broken(where: string, at: string, what: string, options?: ErrorOptions): HandoverError {
  return new HandoverError(
    'problems',
    'broken-mapping',
    `The mapping ${where} is wrong: ${at} ${what}.`,
    'Mend it at that place; "handover mappings show Calabrio --json" shows one that is right.',
    options,
  );
}
