import { HandoverError } from '../errors.ts';
import type { Settings } from '../model/store-data.ts';

/** A setting as it is typed, and what it holds. */
interface SettingEntry {
  name: string;
  /** What it is called in JSON; typed, it does as well as the name. */
  key: keyof Settings;
  about: string;
  /** What may be given; null: it can only be looked at. */
  values: string | null;
  /** What was typed as a value; undefined where it is none. */
  parse(typed: string): Partial<Settings> | undefined;
}

/** As people say it, and as JSON has it. */
const YES_OR_NO = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

/** THE TABLE of settings. */
export const SETTINGS: readonly SettingEntry[] = [
  {
    name: 'keep-checkpoints',
    key: 'keepCheckpoints',
    about: 'checkpoints before the present one that are kept',
    values: 'a whole number from 0 to 1000',
    parse: (typed) => mapDefined(parseWhole(typed, 1000), (keepCheckpoints) => ({ keepCheckpoints })),
  },
  {
    name: 'seats',
    key: 'seats',
    about: 'people who may be active at a time',
    values: 'a whole number from 0 to 10000000, or none',
    parse: (typed) =>
      ['none', 'null'].includes(typed)
        ? { seats: null }
        : mapDefined(parseWhole(typed, 10_000_000), (seats) => ({ seats })),
  },
  {
    name: 'sends-activation-mail',
    key: 'sendsActivationMail',
    about: 'whether the system sends activation mail to new and changed addresses',
    values: 'yes or no',
    parse: (typed) => mapDefined(YES_OR_NO.get(typed), (sendsActivationMail) => ({ sendsActivationMail })),
  },
  {
    name: 'guest',
    key: 'guest',
    about: 'the operator as whom anybody else works; demonstration stores only',
    values: null,
    parse: () => undefined,
  },
];

/**
 * The setting that is called `name`, or is called so in JSON.
 * @throws HandoverError `unknown-setting`
 */
export function findSetting(name: string): SettingEntry {
  const found = SETTINGS.find((setting) => setting.name === name || setting.key === name);
  if (found !== undefined) return found;
  const names = SETTINGS.map((setting) => setting.name).join(', ');
  throw new HandoverError('usage', 'unknown-setting', `There is no setting "${name}".`, `There are: ${names}.`);
}

/**
 * What `typed` sets: as `settings` shows a value, or as its JSON does.
 * @throws HandoverError `bad-value` naming what is refused; `fixed-setting`
 */
export function parseSetting({ name, values, parse }: SettingEntry, typed: string): Partial<Settings> {
  if (values === null) {
    throw new HandoverError(
      'usage',
      'fixed-setting',
      `The setting "${name}" can only be looked at.`,
      'Nothing was changed.',
    );
  }
  const set = parse(typed);
  if (set !== undefined) return set;
  throw new HandoverError('usage', 'bad-value', `${name} cannot be "${typed}".`, `Give ${values}.`);
}

/** A setting's value as it is typed. */
export function settingText(settings: Settings, { key }: Pick<SettingEntry, 'key'>): string {
  const value = settings[key];
  if (value === null) return 'none';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

function parseWhole(typed: string, most: number): number | undefined {
  const number = /^(0|[1-9]\d{0,8})$/.test(typed) ? Number(typed) : Number.NaN;
  return number <= most ? number : undefined;
}

function mapDefined<T, R>(value: T | undefined, map: (value: T) => R): R | undefined {
  return value === undefined ? undefined : map(value);
}
