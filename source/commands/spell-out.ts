import { HandoverError } from '../errors.ts';
import { type FlagEntry, flagKey } from './flags.ts';
import { askIfMeant } from './nearest-name.ts';

/** What a flag that is on or off can be said to be. */
const SWITCH = new Map([
  [undefined, true],
  ['true', true],
  ['false', false],
]);

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
  const flags: string[] = [];
  const words: string[] = [];
  const said = new Map<string, string | boolean>();
  let fault: HandoverError | null = null;
  let list: FlagEntry | null = null;
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  for (let index = 0; index < end; index += 1) {
    const argument = argv[index] ?? '';
    if (!isFlag(argument)) {
      if (list === null) words.push(argument);
      else flags.push(withValue(list, argument));
      continue;
    }
    list = null;
    const [, typed = '', given] = /^--?([^=]*)(?:=(.*))?$/s.exec(argument) ?? [];
    const flag = findFlag(argument, typed, known);
    if (flag === null) fault ??= unknownFlag(argument.startsWith('--') ? `--${typed}` : argument, typed, known);
    else if (flag.value === undefined) {
      const isSaid = SWITCH.get(given);
      const isOn = isSaid === undefined ? undefined : isSaid !== isDenial(typed);
      const key = flagKey(flag.name);
      if (isOn === undefined) fault ??= notASwitch(typed, given ?? '');
      else if (said.has(key) && said.get(key) !== isOn) fault ??= saidTwice(flag.name, 'on and off');
      else flags.push(`--${flag.name.replace(/^no-/, '')}=${isOn}`);
      if (isOn !== undefined) said.set(key, isOn);
    } else {
      const next = index + 1 < end ? argv[index + 1] : undefined;
      const value = given ?? (next === undefined || isFlag(next) ? '' : next);
      if (value === '') fault ??= missesValue(flag, given === undefined ? next : undefined);
      else if (said.has(flag.name) && !flag.isMultiple) fault ??= saidTwice(flag.name, 'more than once');
      else flags.push(withValue(flag, value));
      if (given === undefined && value === next) index += 1;
      if (flag.isMultiple && given === undefined && words.length > 0) list = flag;
      said.set(flag.name, value);
    }
  }
  return { spelt: [...flags, '--', ...words, ...argv.slice(end + 1)], fault };
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

function isDenial(typed: string): boolean {
  return typed.startsWith('no-');
}

function unknownFlag(shown: string, typed: string, known: ReadonlyMap<string, FlagEntry>): HandoverError {
  const names = [...known.values()].map(({ name }) => name);
  return new HandoverError(
    'usage',
    'unknown-flag',
    `handover knows no flag ${shown}.`,
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
  const dash = next === undefined ? '' : ` If it is to begin with a dash: --${name}=${next}`;
  return new HandoverError('usage', 'bad-value', `--${name} needs a value.`, `Give it as ${form}.${dash}`);
}
