import meow from 'meow';
import { HandoverError, sentenceOf } from '../errors.ts';
import { COMMON_FLAGS } from './common-flags.ts';
import { type FlagEntry, flagKey } from './flags.ts';
import { COMMANDS } from './index.ts';
import { askIfMeant } from './nearest-name.ts';

/** Every flag of every command, by its key. */
export function knownFlags(): Map<string, FlagEntry> {
  const all = [...COMMON_FLAGS, ...COMMANDS.flatMap(({ flags }) => flags)];
  return new Map(all.map((flag) => [flagKey(flag.name), flag]));
}

/**
 * Takes `argv` apart into words and the values of flags.
 * @returns values by the flags' keys; a flag that was not given is absent, or an empty list
 * @throws HandoverError `unknown-flag`, `wrong-flag`, `bad-value`
 */
export function readFlags(
  argv: readonly string[],
  pkg: Record<string, unknown>,
  known: Map<string, FlagEntry>,
): { input: string[]; values: Record<string, unknown> } {
  const flags: MeowFlags = Object.fromEntries(
    [...known].map(([key, { value, isMultiple }]) => [
      key,
      value === undefined
        ? { type: 'boolean' as const, ...(key === 'help' ? { shortFlag: 'h' as const } : {}) }
        : { type: 'string' as const, isMultiple: isMultiple === true },
    ]),
  );
  const { input, flags: values } = runMeow(spreadLists(argv, known), pkg, flags);
  refuseUnknownFlags(values, known);
  return { input: [...input], values };
}

type MeowFlags = Record<string, { type: 'boolean'; shortFlag?: 'h' } | { type: 'string'; isMultiple: boolean }>;

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

/**
 * `--only a b` becomes `--only a --only b`: once a command stands, what follows such a flag belongs to it. Without
 * anything behind it meow would take the list for one that was not given, and everything would be carried.
 */
function spreadLists(argv: readonly string[], known: Map<string, FlagEntry>): string[] {
  const multiple = [...known.values()].filter(({ isMultiple }) => isMultiple);
  const lists = new Map(multiple.map(({ name, value = '' }) => [`--${name}`, value]));
  const spread: string[] = [];
  let list: string | null = null;
  for (const [index, argument] of argv.entries()) {
    if (lists.has(argument) && (argv[index + 1] ?? '-').startsWith('-')) {
      throw new HandoverError(
        'usage',
        'bad-value',
        `${argument} needs a value.`,
        `Give it as ${argument} ${lists.get(argument)}.`,
      );
    }
    if (argument.startsWith('-')) list = index > 0 && lists.has(argument) ? argument : null;
    else if (list !== null && argv[index - 1] !== list) spread.push(list);
    spread.push(argument);
  }
  return spread;
}

function refuseUnknownFlags(values: Record<string, unknown>, known: Map<string, FlagEntry>): void {
  for (const key of Object.keys(values)) {
    if (known.has(key)) continue;
    const typed = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const names = [...known.values()].map(({ name }) => name);
    throw new HandoverError(
      'usage',
      'unknown-flag',
      `handover knows no flag ${typed.length === 1 ? `-${typed}` : `--${typed}`}.`,
      askIfMeant(typed, names, '--') ?? 'See "handover help" for those it knows.',
    );
  }
}
