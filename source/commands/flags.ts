import { HandoverError } from '../errors.ts';

/** One flag as `--help` shows it. */
export interface FlagEntry {
  /** As it is typed, without the dashes. */
  name: string;
  /** What stands after it: DIR, N, "from-to|to-from"; absent: it is on or off. */
  value?: string;
  /** May be given several times, and with several values. */
  isMultiple?: boolean;
  about: string;
}

/** For every command that writes a file. */
export const FORCE: FlagEntry = { name: 'force', about: 'replace the file if it is there already' };

/** The flags of one command line. Names are as they are typed. */
export class Flags {
  readonly #values: Readonly<Record<string, unknown>>;

  /** @param values camel-cased names to strings, booleans and lists of strings; `--no-x` is `x: false` */
  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  isOn(name: string): boolean {
    return name.startsWith('no-') ? this.#values[flagKey(name)] === false : this.#values[flagKey(name)] === true;
  }

  text(name: string): string | null {
    const value = this.#values[flagKey(name)];
    return typeof value === 'string' ? value : null;
  }

  /** The values of a flag that may be given several times; commas part them as well. */
  list(name: string): string[] {
    const value = this.#values[flagKey(name)];
    const given = Array.isArray(value) ? value.map(String) : [];
    return given.flatMap((one) => one.split(',')).filter((one) => one !== '');
  }

  /** A whole number from `least` to `most`, or null. @throws HandoverError `bad-value` */
  whole(name: string, least: number, most: number): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw badValue(name, text, `Give a whole number from ${least} to ${most}.`);
  }

  /** One of `choices`, or null. @throws HandoverError `bad-value` */
  oneOf<const T extends string>(name: string, choices: readonly T[]): T | null {
    const text = this.text(name);
    if (text === null) return null;
    const found = choices.find((choice) => choice === text);
    if (found === undefined) throw badValue(name, text, `Give one of: ${choices.join(', ')}.`);
    return found;
  }
}

/** The key under which a flag's value stands: `read-only` → readOnly, `no-color` → color. */
export function flagKey(name: string): string {
  return name.replace(/^no-/, '').replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
}

function badValue(name: string, text: string, hint: string): HandoverError {
  return new HandoverError('usage', 'bad-value', `--${name} cannot be "${text}".`, hint);
}
