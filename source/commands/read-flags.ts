import meow from 'meow';
import { HandoverError, sentenceOf } from '../errors.ts';
import { COMMON_FLAGS } from './common-flags.ts';
import { type FlagEntry, flagKey } from './flags.ts';
import { COMMANDS } from './index.ts';
import { spellOut } from './spell-out.ts';

/** A command line as it was read. */
export interface ReadLine {
  /** The words that are no flags. */
  input: string[];
  /** By the flags' keys; a flag that was not given is absent, or an empty list. */
  values: Record<string, unknown>;
  /** The first thing wrong with it: `unknown-flag`, `wrong-flag`, `bad-value`; what could be read stands in `values`. */
  fault: HandoverError | null;
}

/** Every flag of every command, by its key. */
export function knownFlags(): Map<string, FlagEntry> {
  const all = [...COMMON_FLAGS, ...COMMANDS.flatMap(({ flags }) => flags)];
  return new Map(all.map((flag) => [flagKey(flag.name), flag]));
}

/**
 * Takes `argv` apart into words and the values of flags. It is the one reading of the command line: how to tell what is
 * wrong with it (as JSON, in ASCII) stands in it, too, so that a fault is a value.
 */
export function readFlags(
  argv: readonly string[],
  pkg: Record<string, unknown>,
  known: ReadonlyMap<string, FlagEntry>,
): ReadLine {
  const { spelt, fault } = spellOut(argv, known);
  const types: MeowFlags = Object.fromEntries(
    [...known].map(([key, { value }]) => [
      key,
      value === undefined ? { type: 'boolean' as const } : { type: 'string' as const, isMultiple: true as const },
    ]),
  );
  const { input, flags } = runMeow(spelt, pkg, types);
  const values = Object.fromEntries(
    Object.entries(flags).map(([key, value]) => {
      const isSingle = Array.isArray(value) && known.get(key)?.isMultiple !== true;
      return [key, isSingle ? value[0] : value];
    }),
  );
  return { input: [...input], values, fault };
}

type MeowFlags = Record<string, { type: 'boolean' } | { type: 'string'; isMultiple: true }>;

function runMeow(argv: string[], pkg: Record<string, unknown>, flags: MeowFlags) {
  try {
    return meow('', {
      importMeta: import.meta,
      pkg,
      argv,
      flags: flags as Record<string, never>,
      autoHelp: false,
      autoVersion: false,
      booleanDefault: undefined,
    });
  } catch (error) {
    throw new HandoverError('usage', 'wrong-flag', sentenceOf(error), 'See "handover help".');
  }
}
