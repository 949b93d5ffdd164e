import type { CommandEntry } from '../command.ts';
import type { FlagEntry } from '../flags.ts';

/** What may stand behind a flag, or a command: one of these words, a path, a folder, or anything. */
export type Wanted = readonly string[] | 'path' | 'folder' | 'any';

export interface CompletedFlag {
  name: string;
  about: string;
  /** Null: the flag is on or off. */
  wanted: Wanted | null;
}

export interface CompletedCommand {
  /** "users show". */
  name: string;
  summary: string;
  flags: CompletedFlag[];
  /** What stands behind it that is no flag: the further words of longer commands, or its operand. */
  operand: Wanted;
}

const PATHS: ReadonlyMap<string, Wanted> = new Map([
  ['FILE', 'path'],
  ['PLAN', 'path'],
  ['DIR', 'folder'],
]);

/**
 * The table of commands as completion knows it: those that help shows, the flags of every command behind their own. The
 * first is no command: what may stand before one is named. Behind the one that takes the words of another, "help users"
 * is one as well.
 */
export function completionTable(
  commands: readonly CommandEntry[],
  common: readonly FlagEntry[],
): readonly CompletedCommand[] {
  const shown = commands.filter(({ isHidden }) => !isHidden);
  const names = shown.map(({ name }) => name);
  return [
    { name: '', summary: '', flags: common.map(completedFlag), operand: firstWords(names) },
    ...shown.flatMap((command) => {
      const { name, summary, usage } = command;
      const flags = [...command.flags, ...common].map(completedFlag);
      const own = { name, summary, flags, operand: operandOf(name, usage, names) };
      return usage === NAMING
        ? [own, ...shown.map((named) => ({ ...own, ...namedBehind(name, named, names) }))]
        : [own];
    }),
  ];
}

/** The usage of a command that takes the words of another. */
const NAMING = '[COMMAND]';

/** "help users", behind which only the further words of "users" may stand. */
function namedBehind(name: string, named: Pick<CommandEntry, 'name' | 'summary'>, names: readonly string[]) {
  return { name: `${name} ${named.name}`, summary: named.summary, operand: operandOf(named.name, '', names) };
}

function completedFlag({ name, about, value }: FlagEntry): CompletedFlag {
  return { name, about, wanted: value === undefined ? null : wantedBy(value) };
}

/** The words that commands of these names begin with, each once. */
function firstWords(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.split(' ')[0] ?? name))];
}

function operandOf(name: string, usage: string, names: readonly string[]): Wanted {
  const further = names.filter((other) => other.startsWith(`${name} `)).map((other) => other.slice(name.length + 1));
  if (further.length > 0) return further;
  return usage === NAMING ? firstWords(names) : wantedBy(usage);
}

/** "from-to|to-from" is a choice of words, FILE or [FILE] a path, N anything. */
function wantedBy(value: string): Wanted {
  const bare = value.replace(/^\[(.*)\]$/, '$1');
  const words = bare.split('|');
  return PATHS.get(bare) ?? (words.every((word) => /^[a-z][a-z\d_-]*$/.test(word)) ? words : 'any');
}
