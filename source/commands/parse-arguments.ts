import { HandoverError } from '../errors.ts';
import { shellWord } from '../model/shell-word.ts';
import type { CommandEntry } from './command.ts';
import { COMMON_FLAGS } from './common-flags.ts';
import { Flags } from './flags.ts';
import { COMMANDS } from './index.ts';
import { askIfMeant } from './nearest-name.ts';
import { knownFlags, readFlags } from './read-flags.ts';

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
 * @param onFlags told of the flags before anything is checked: whatever is said of that may need them
 * @throws HandoverError of kind usage: `unknown-flag`, `unknown-command`, `wrong-flag`, `wrong-words`, `bad-value`
 */
export function parseArguments(
  argv: readonly string[],
  pkg: Record<string, unknown>,
  onFlags?: (flags: Flags) => void,
): Arguments {
  const known = knownFlags();
  const { input, values, fault } = readFlags(argv, pkg, known);
  const flags = new Flags(values);
  onFlags?.(flags);
  if (fault !== null) throw fault;
  const command = findCommand(input);
  for (const [key, { name, value, isMultiple }] of known) {
    if (values[key] === undefined || (isMultiple && isEmpty(values[key]))) continue;
    refuseForeignFlag(name, command);
    if (value !== undefined && !flags.text(name) && flags.list(name).length === 0) {
      throw new HandoverError('usage', 'bad-value', `--${name} needs a value.`, `Give it as --${name} ${value}.`);
    }
    if (value === 'FILE' && flags.text(name) === '-') throw notAFile(`--${name} "-"`);
  }
  const words = input.slice(command?.name.split(' ').length ?? 0);
  if (command !== null && !flags.isOn('help')) refuseWrongWords(words, command);
  if (words.includes('-') && /FILE|PLAN/.test(command?.usage ?? '')) throw notAFile('"-"');
  return { command, words, flags };
}

/** A file of that name would be made, where most programs mean standard input or output by it. */
function notAFile(said: string): HandoverError {
  return new HandoverError(
    'usage',
    'bad-value',
    `${said} names no file: handover reads and writes files by their names.`,
    'Name a file; what another program is to read, --json writes to standard output. One called "-" is named ./-',
  );
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
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
    askIfMeant(first, names, '') ?? 'See "handover help" for those it knows.',
  );
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
  const word = words[most];
  if (word !== undefined) refuseMisspelt(name, word);
  const show = COMMANDS.find((command) => command.name === `${name} show`);
  if (word !== undefined && show !== undefined) {
    const isList = usage === '';
    const message = isList ? `"${name}" lists them all.` : `"${name}" cannot do anything with "${word}".`;
    throw new HandoverError('usage', 'wrong-words', message, wayWith(name, word));
  }
  const what = words.length < least ? `needs ${usage}` : `cannot do anything with "${words.slice(most).join(' ')}"`;
  throw new HandoverError(
    'usage',
    'wrong-words',
    ended(`"${name}" ${what}`),
    `${ended(`Say it as: handover ${name}${usage === '' ? '' : ` ${usage}`}`)} More: handover help ${name}`,
  );
}

/** A sentence that ends with "ID..." has its end. */
function ended(sentence: string): string {
  return sentence.endsWith('...') ? sentence : `${sentence}.`;
}

/** What may have been meant by `word` behind the command `name`, which takes none, but beside which there is a "show". */
function wayWith(name: string, word: string): string {
  const typed = shellWord(word);
  const isNumber = /^\d+$/.test(word);
  if (name === 'users' && !isNumber) return `To look for somebody: handover users --inactive --query ${typed}`;
  if (name !== 'plan') return `For one of them: handover ${name} show ${typed}`;
  if (isNumber) return 'Say who gives and who gets it: handover plan --source ID --target ID';
  return /\.csv$/i.test(word)
    ? `For the pairs of a file: handover plan --file ${typed}`
    : `To look at it: handover plan show ${typed}`;
}

/** @throws HandoverError where `word` is nearly what one of the commands that begin with `name` goes on with */
function refuseMisspelt(name: string, word: string): void {
  const further = COMMANDS.filter((command) => command.name.startsWith(`${name} `));
  const words = further.map((command) => command.name.slice(name.length + 1));
  const hint = askIfMeant(word, words, '');
  if (hint === null) return;
  throw new HandoverError(
    'usage',
    'unknown-command',
    `handover knows no command "${name} ${word}".`,
    hint.replace('mean ', `mean ${name} `),
  );
}
