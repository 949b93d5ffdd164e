import { HandoverError } from '../errors.ts';
import type { Catalogue, FieldRule } from '../model/catalogue.ts';
import { FIELD_POLICIES, type MergeChoices, type Taken } from '../model/merge-choices.ts';
import { RIGHTS_FIELDS } from '../model/profile-field.ts';
import type { Flags } from './flags.ts';
import { askIfMeant } from './nearest-name.ts';

const SIDES = ['source', 'target'] as const;

/**
 * What --fields, --take and --course say about a merge.
 * @throws HandoverError `bad-value`, `unknown-field`, `locked-field`
 */
export function readChoices(flags: Flags, catalogue: Catalogue): MergeChoices {
  const fields: Taken['fields'] = {};
  for (const given of flags.list('take')) {
    const { name, side } = readAssignment('take', given, ['source', 'target', 'both']);
    const rule = findField(name, catalogue);
    refuseLocked(rule, side);
    fields[rule.field] = side;
  }
  const courses: Taken['courses'] = {};
  for (const given of flags.list('course')) {
    const { name, side } = readAssignment('course', given, SIDES);
    courses[name] = side;
  }
  return { policy: flags.oneOf('fields', FIELD_POLICIES) ?? 'source', every: { fields, courses }, byPair: {} };
}

function readAssignment<Side extends string>(flag: string, given: string, sides: readonly Side[]) {
  const at = given.lastIndexOf('=');
  const side = sides.find((one) => one === given.slice(at + 1));
  if (at > 0 && side !== undefined) return { name: given.slice(0, at), side };
  throw new HandoverError(
    'usage',
    'bad-value',
    `--${flag} cannot be "${given}".`,
    `Give it as --${flag} NAME=${sides.join('|')}, in quotes where the name holds a space.`,
  );
}

function findField(name: string, { fields }: Catalogue): FieldRule {
  const folded = name.toLowerCase();
  const found = fields.find(({ field, label }) => field.toLowerCase() === folded || label.toLowerCase() === folded);
  if (found !== undefined) return found;
  const names = fields.map(({ field }) => field);
  throw new HandoverError(
    'usage',
    'unknown-field',
    `"${name}" is no profile field that a merge settles.`,
    askIfMeant(name, names, '') ?? `They are: ${names.join(', ')}.`,
  );
}

function refuseLocked({ field, rule, why }: FieldRule, side: 'source' | 'target' | 'both'): void {
  const mayUnite = rule === 'combine' || RIGHTS_FIELDS.has(field);
  const isAllowed = side === 'both' ? mayUnite : rule !== 'keep-target' || side === 'target';
  if (isAllowed) return;
  const hint = mayUnite
    ? "Take the target's, or both."
    : rule === 'keep-target'
      ? 'Leave it out of --take.'
      : "It holds one value: take the source's or the target's.";
  throw new HandoverError('usage', 'locked-field', `"${field}" cannot take "${side}": ${why}`, hint);
}
