import meow from 'meow';
import { HandoverError, sentenceOf } from '../errors.ts';
import { type FlagEntry, Flags, flagKey } from './flags.ts';
import { COMMANDS, COMMON_FLAGS, type CommandEntry } from './index.ts';
import { nearestName } from './nearest-name.ts';

export interface Arguments {
  /** null: no command was given, which asks for the wizard. */
  command: CommandEntry | null;
  /** What stands after the command's name. */
  words: string[];
  flags: Flags;
}

/**
 * Takes a command line apart and checks it against the table of commands.
 * @param pkg what meow would otherwise search the disk for
 * @throws HandoverError of kind usage: `unknown-flag`, `unknown-command`, `wrong-flag`, `wrong-words`, `bad-value`
 */
export function parseArguments(argv: readonly string[], pkg: Record<string, unknown>): Arguments {
  const known = knownFlags();
  const { input, flags: values } = readFlags(spreadLists(argv, known), pkg, known);
  refuseUnknownFlags(values, known);
  const flags = new Flags(values);
  const command = findCommand(input);
  for (const [key, { name, value }] of known) {
    if (values[key] === undefined || (Array.isArray(values[key]) && values[key].length === 0)) continue;
    refuseForeignFlag(name, command);
    if (value !== undefined && (values[key] === '' || values[key] === false)) {
      throw new HandoverError('usage', 'bad-value', `--${name} needs a value.`, `Give it as --${name} ${value}.`);
    }
  }
  const words = input.slice(command?.name.split(' ').length ?? 0);
  if (command !== null && !flags.isOn('help')) refuseWrongWords(words, command);
  return { command, words, flags };
}

function knownFlags(): Map<string, FlagEntry> {
  const all = [...COMMON_FLAGS, ...COMMANDS.flatMap(({ flags }) => flags)];
  return new Map(all.map((flag) => [flagKey(flag.name), flag]));
}

/** `--only a b` becomes `--only a --only b`: once a command stands, what follows such a flag belongs to it. */
function spreadLists(argv: readonly string[], known: Map<string, FlagEntry>): string[] {
  const lists = new Set([...known.values()].filter(({ isMultiple }) => isMultiple).map(({ name }) => `--${name}`));
  const spread: string[] = [];
  let list: string | null = null;
  for (const [index, argument] of argv.entries()) {
    if (argument.startsWith('-')) list = index > 0 && lists.has(argument) ? argument : null;
    else if (list !== null && argv[index - 1] !== list) spread.push(list);
    spread.push(argument);
  }
  return spread;
}

function readFlags(argv: string[], pkg: Record<string, unknown>, known: Map<string, FlagEntry>) {
  const flags = Object.fromEntries(
    [...known].map(([key, { value, isMultiple }]) => [
      key,
      value === undefined
        ? { type: 'boolean' as const, ...(key === 'help' ? { shortFlag: 'h' as const } : {}) }
        : { type: 'string' as const, isMultiple: isMultiple === true },
    ]),
  );
  try {
    const { input, flags: values } = meow('', {
      importMeta: import.meta,
      pkg,
      argv,
      flags,
      autoHelp: false,
      autoVersion: false,
      booleanDefault: undefined,
    });
    return { input: [...input], flags: values as Record<string, unknown> };
  } catch (error) {
    throw new HandoverError('usage', 'wrong-flag', sentenceOf(error), 'See "handover help".');
  }
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
      askedFor(nearestName(typed, names), '--') ?? 'See "handover help" for those it knows.',
    );
  }
}

function findCommand(input: readonly string[]): CommandEntry | null {
  const [first, second] = input;
  if (first === undefined) return null;
  const find = (name: string) => COMMANDS.find((command) => command.name === name);
  const command = find(`${first} ${second}`) ?? find(first);
  if (command !== undefined) return command;
  const names = COMMANDS.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
  throw new HandoverError(
    'usage',
    'unknown-command',
    `handover knows no command "${first}".`,
    askedFor(nearestName(first, names), '') ?? 'See "handover help" for those it knows.',
  );
}

function askedFor(name: string | null, dashes: string): string | null {
  return name === null ? null : `Did you mean ${dashes}${name}?`;
}

function refuseForeignFlag(name: string, command: CommandEntry | null): void {
  const own = [...COMMON_FLAGS, ...(command?.flags ?? [])];
  if (own.some((flag) => flag.name === name)) return;
  const where = COMMANDS.filter(({ flags }) => flags.some((flag) => flag.name === name)).map((one) => one.name);
  throw new HandoverError(
    'usage',
    'wrong-flag',
    command === null ? `--${name} needs a command.` : `"${command.name}" has no flag --${name}.`,
    `It belongs to: ${where.join(', ')}.`,
  );
}

function refuseWrongWords(words: readonly string[], { name, usage, words: [least, most] }: CommandEntry): void {
  if (words.length >= least && words.length <= most) return;
  const what = words.length < least ? `needs ${usage}` : `cannot do anything with "${words.slice(most).join(' ')}"`;
  throw new HandoverError(
    'usage',
    'wrong-words',
    `"${name}" ${what}.`,
    `Say it as: handover ${name}${usage === '' ? '' : ` ${usage}`}. More: handover help ${name}`,
  );
}
