import { HandoverError } from '../errors.ts';
import { foldLine } from '../model/fold-line.ts';
import type { Context } from '../session/context.ts';
import type { Command, CommandEntry } from './command.ts';
import { COMMON_FLAGS } from './common-flags.ts';
import type { FlagEntry } from './flags.ts';
import { COMMANDS } from './index.ts';
import { askIfMeant } from './nearest-name.ts';
import type { Voice } from './print.ts';

/** `help [COMMAND]`: the table in words, or as JSON. @throws HandoverError `unknown-command` */
export const help: Command = async (context, words) => {
  await tellHelp(context, words);
  return 0;
};

/**
 * Writes what help says of the command that `words` name, or of all of them, on standard output; as JSON what it says it by.
 * @throws HandoverError `unknown-command`
 */
export async function tellHelp(
  { stdout, columns, json, ...voice }: Pick<Context, 'stdout' | 'columns' | 'json'> & Voice,
  words: readonly string[],
): Promise<void> {
  const text = helpText(words, columns);
  if (!json) {
    stdout.write(text);
    return;
  }
  const name = words.join(' ');
  const told = COMMANDS.filter((command) => (name === '' ? !command.isHidden : command.name === name));
  const commands = told.map(({ name, usage, summary, flags, example }) => ({ name, usage, summary, flags, example }));
  const { printJson } = await import('./print.ts');
  printJson({ stdout, ...voice }, { commands, flags: COMMON_FLAGS });
}

/**
 * What help says of the command that `words` name, or of all of them, in lines of at most `columns` columns.
 * @throws HandoverError `unknown-command`
 */
export function helpText(words: readonly string[], columns: number): string {
  const name = words.join(' ');
  const command = COMMANDS.find((one) => one.name === name);
  if (name !== '' && command === undefined) throw unknownCommand(name);
  return `${command === undefined ? helpForAll(columns) : helpFor(command, columns)}\n`;
}

/** What `handover --help` says, in lines of at most `columns` columns. */
export function helpForAll(columns: number): string {
  const shown = COMMANDS.filter(({ isHidden }) => !isHidden);
  return [
    'handover moves what one person owns to another person, without losing any of it.',
    '',
    'handover             opens the wizard, which leads through everything',
    'handover COMMAND     does one step of it without the wizard',
    '',
    'Commands',
    ...table(shown.map(({ name, summary }) => [name, summary])),
    '',
    'With every command',
    ...table(COMMON_FLAGS.map(flagRow)),
    '',
    'One command in full: handover help COMMAND',
  ]
    .flatMap((line) => foldLine(line, columns))
    .join('\n');
}

/** What `handover help COMMAND` says. */
export function helpFor({ name, usage, summary, flags, example }: CommandEntry, columns: number): string {
  const call = ['handover', name, usage, flags.length > 0 ? '[FLAGS]' : ''].filter((part) => part !== '').join(' ');
  return [
    call,
    '',
    `It ${summary}.`,
    ...(flags.length > 0 ? ['', 'Flags', ...table(flags.map(flagRow))] : []),
    '',
    'Example',
    `  ${example}`,
    '',
    'Flags of every command, --store and --json among them: handover help',
  ]
    .flatMap((line) => foldLine(line, columns))
    .join('\n');
}

function flagRow({ name, value, isMultiple, about }: FlagEntry): [string, string] {
  return [`--${name}${value === undefined ? '' : ` ${value}`}${isMultiple ? '...' : ''}`, about];
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(20, Math.max(...rows.map(([name]) => name.length)));
  return rows.map(([name, about]) => `  ${name.padEnd(width)}  ${about}`);
}

function unknownCommand(name: string): HandoverError {
  const names = COMMANDS.map((command) => command.name);
  return new HandoverError(
    'usage',
    'unknown-command',
    `handover knows no command "${name}".`,
    askIfMeant(name, names, '') ?? 'See "handover help" for those it knows.',
  );
}
