import { HandoverError } from '../errors.ts';
import type { Catalogue, FieldRule } from '../model/catalogue.ts';
import { FIELD_POLICIES, type MergeChoices, type Taken } from '../model/merge-choices.ts';
import { RIGHTS_FIELDS } from '../model/profile-field.ts';
import type { Flags } from './flags.ts';
import { askIfMeant } from './nearest-name.ts';

const SIDES = ['source', 'target'] as const;

/**
 * What --fields, --take and --course say about a merge: for every pair, or with SOURCE:TARGET: before it for that pair
 * alone, which goes before what is said for all.
 * @throws HandoverError `bad-value`, `unknown-field`, `locked-field`
 */
export function readChoices(flags: Flags, catalogue: Catalogue): MergeChoices {
  const every: Taken = { fields: {}, courses: {} };
  const byPair: Record<string, Taken> = {};
  const takenBy = (pair: string | null): Taken => {
    if (pair === null) return every;
    byPair[pair] ??= { fields: {}, courses: {} };
    return byPair[pair];
  };
  for (const given of listAssignments(flags, 'take')) {
    const { pair, name, side } = readAssignment('take', given, ['source', 'target', 'both']);
    const rule = findField(name, catalogue);
    refuseLocked(rule, side);
    take('take', takenBy(pair).fields, rule.field, side);
  }
  for (const given of listAssignments(flags, 'course')) {
    const { pair, name, side } = readAssignment('course', given, SIDES);
    take('course', takenBy(pair).courses, name, side);
  }
  return { policy: flags.oneOf('fields', FIELD_POLICIES) ?? 'source', every, byPair };
}

/** A comma parts two assignments only behind the end of one: a course may have one in its name. */
function listAssignments(flags: Flags, flag: string): string[] {
  const given: string[] = [];
  for (const part of flags.list(flag)) {
    const last = given.at(-1);
    if (last === undefined || /=(?:source|target|both)$/.test(last)) given.push(part);
    else given[given.length - 1] = `${last},${part}`;
  }
  return given;
}

function take<Side extends string>(flag: string, taken: Record<string, Side>, name: string, side: Side): void {
  if (Object.hasOwn(taken, name) && taken[name] !== side) {
    throw new HandoverError(
      'usage',
      'bad-value',
      `--${flag} says "${taken[name]}" of "${name}", and "${side}" as well.`,
      'Say it once.',
    );
  }
  taken[name] = side;
}

/** "19:21:Team=target" or "Team=target", in its parts; `pair` is "19:21" or null. */
function readAssignment<Side extends string>(flag: string, given: string, sides: readonly Side[]) {
  const at = given.lastIndexOf('=');
  const side = sides.find((one) => one === given.slice(at + 1));
  const [, pair = null, name = ''] = /^(?:([1-9]\d*:[1-9]\d*):)?(.+)$/s.exec(given.slice(0, Math.max(0, at))) ?? [];
  if (name !== '' && side !== undefined) return { pair, name, side };
  throw new HandoverError(
    'usage',
    'bad-value',
    `--${flag} cannot be "${given}".`,
    `Give it as --${flag} NAME=${sides.join('|')}, for one pair of many as --${flag} SOURCE:TARGET:NAME=${sides.join('|')}; in quotes where the name holds a space.`,
  );
}

function findField(name: string, { fields }: Catalogue): FieldRule {
  const folded = name.toLowerCase();
  const found = fields.find(({ field, label }) => field.toLowerCase() === folded || label.toLowerCase() === folded);
  if (found !== undefined) return found;
  const names = fields.map(({ field, label }) => (field === label ? field : `${field} (${label})`));
  const near = [...new Set(fields.flatMap(({ field, label }) => [field, label]))];
  throw new HandoverError(
    'usage',
    'unknown-field',
    `"${name}" is no profile field that a merge settles.`,
    askIfMeant(name, near, '') ?? `They are: ${names.join(', ')}.`,
  );
}

function refuseLocked({ field, rule, why }: FieldRule, side: 'source' | 'target' | 'both'): void {
  const mayUnite = rule === 'combine' || RIGHTS_FIELDS.has(field);
  const isAllowed = side === 'both' ? mayUnite : rule !== 'keep-target' || side === 'target';
  if (isAllowed) return;
  if (rule === 'pick') {
    const message = `"${field}" is taken as a whole, from one of the two: it cannot take "both".`;
    throw new HandoverError('usage', 'locked-field', message, "Take the source's or the target's.");
  }
  const hint = mayUnite ? "Take the target's, or both." : 'Leave it out of --take.';
  throw new HandoverError('usage', 'locked-field', `"${field}" cannot take "${side}": ${why}`, hint);
}
