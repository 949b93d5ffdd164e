import { HandoverError } from '../errors.ts';
import type { FlagEntry } from './flags.ts';
import { askIfMeant } from './nearest-name.ts';

/** What a flag that is on or off can be said to be. */
const SWITCH = new Map([
  [undefined, true],
  ['true', true],
  ['false', false],
]);

/** What has been read so far. */
interface Reading {
  /** Each as `--name=value`. */
  flags: string[];
  words: string[];
  /** Names of flags → what was said of them last. */
  said: Map<string, string | boolean>;
  /** The first thing that is wrong. */
  fault: HandoverError | null;
}

/**
 * Spells a command line out: every flag by its name with its value behind a "=", so that nothing is left to guess for
 * whoever takes it apart (which would take "yes" for off, "--json true" for "--json", and quotes off a value). A list may
 * be given as `--only a b` once a command stands; everything behind "--" is a word.
 * @returns the first thing wrong with it besides, as HandoverError `unknown-flag`, `wrong-flag` or `bad-value`
 */
export function spellOut(
  argv: readonly string[],
  known: ReadonlyMap<string, FlagEntry>,
): { spelt: string[]; fault: HandoverError | null } {
  const reading: Reading = { flags: [], words: [], said: new Map(), fault: null };
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  const own = argv.slice(0, end);
  let list: FlagEntry | null = null;
  for (let index = 0; index < own.length; index += 1) {
    const argument = own[index] ?? '';
    if (!isFlag(argument)) {
      if (list === null) reading.words.push(argument);
      else reading.flags.push(withValue(list, argument));
      continue;
    }
    list = null;
    const [, typed = '', given] = /^--?([^=]*)(?:=(.*))?$/s.exec(argument) ?? [];
    const flag = findFlag(argument, typed, known);
    if (flag === null) reading.fault ??= unknownFlag(argument, typed, known);
    else if (flag.value === undefined) takeSwitch(flag, typed, given, reading);
    else if (given !== undefined) takeValue(flag, given, reading);
    else {
      const next = own[index + 1];
      const isTaken = next !== undefined && !isFlag(next);
      takeValue(flag, isTaken ? next : '', reading, next);
      if (isTaken) index += 1;
      if (flag.isMultiple && reading.words.length > 0) list = flag;
    }
  }
  return { spelt: [...reading.flags, '--', ...reading.words, ...argv.slice(end + 1)], fault: reading.fault };
}

function takeSwitch({ name }: FlagEntry, typed: string, given: string | undefined, reading: Reading): void {
  const word = SWITCH.get(given);
  if (word === undefined) {
    reading.fault ??= notASwitch(typed, given ?? '');
    return;
  }
  const isOn = word !== typed.startsWith('no-');
  const before = reading.said.get(name);
  if (before !== undefined && before !== isOn) reading.fault ??= saidTwice(name, 'on and off');
  else reading.flags.push(`--${name.replace(/^no-/, '')}=${isOn}`);
  reading.said.set(name, isOn);
}

/** @param next what stands behind a flag that has no "=" */
function takeValue(flag: FlagEntry, value: string, reading: Reading, next?: string): void {
  if (value === '') reading.fault ??= missesValue(flag, next);
  else if (reading.said.has(flag.name) && !flag.isMultiple) reading.fault ??= saidTwice(flag.name, 'more than once');
  else reading.flags.push(withValue(flag, value));
  reading.said.set(flag.name, value);
}

/** "-" alone stands for an input, and "-5" is a number. */
function isFlag(argument: string): boolean {
  return /^-(?!$|\d+$)/.test(argument);
}

/** Quoted, since one pair of quotes is taken off again. */
function withValue({ name }: FlagEntry, value: string): string {
  return `--${name}="${value}"`;
}

function findFlag(argument: string, typed: string, known: ReadonlyMap<string, FlagEntry>): FlagEntry | null {
  if (argument === '-h') return known.get('help') ?? null;
  if (!argument.startsWith('--')) return null;
  for (const flag of known.values()) {
    if (flag.name === typed) return flag;
    if (flag.value === undefined && flag.name.replace(/^no-/, '') === typed.replace(/^no-/, '')) return flag;
  }
  return null;
}

function unknownFlag(argument: string, typed: string, known: ReadonlyMap<string, FlagEntry>): HandoverError {
  const names = [...known.values()].map(({ name }) => name);
  return new HandoverError(
    'usage',
    'unknown-flag',
    `handover knows no flag ${argument.startsWith('--') ? `--${typed}` : argument}.`,
    askIfMeant(typed, names, '--') ?? 'See "handover help" for those it knows.',
  );
}

function notASwitch(typed: string, given: string): HandoverError {
  return new HandoverError(
    'usage',
    'bad-value',
    `--${typed} is on or off, and cannot be "${given}".`,
    `Say --${typed} to have it on, and leave it out otherwise.`,
  );
}

function saidTwice(name: string, how: string): HandoverError {
  return new HandoverError('usage', 'wrong-flag', `--${name} is said ${how}.`, 'Say it once. See "handover help".');
}

/** @param next what stands behind the flag */
function missesValue({ name, value = '' }: FlagEntry, next: string | undefined): HandoverError {
  const form = `--${name} ${value}`;
  const dash = next === undefined || !/^-[^-]/.test(next) ? '' : ` If it is to begin with a dash: --${name}=${next}`;
  return new HandoverError('usage', 'bad-value', `--${name} needs a value.`, `Give it as ${form}.${dash}`);
}
