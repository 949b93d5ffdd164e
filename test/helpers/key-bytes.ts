const NAMED = {
  enter: '\r',
  escape: '\x1b',
  tab: '\t',
  'shift+tab': '\x1b[Z',
  space: ' ',
  backspace: '\x7f',
  delete: '\x1b[3~',
  insert: '\x1b[2~',
  'page-up': '\x1b[5~',
  'page-down': '\x1b[6~',
} as const;

const CURSOR = { up: 'A', down: 'B', right: 'C', left: 'D', home: 'H', end: 'F' } as const;

/** A key of the keyboard: by its name, or the character that it types. */
export type Key = keyof typeof NAMED | keyof typeof CURSOR | `ctrl+${string}` | `alt+${string}` | (string & {});

const isIn = <Table extends object>(table: Table, name: PropertyKey): name is keyof Table => Object.hasOwn(table, name);

/**
 * The bytes that xterm sends for `key`; `applicationMode` is its cursor-key mode (DECCKM). Throws a RangeError for a
 * name that is no key, so that a misspelt one is not typed letter by letter.
 */
export function bytesOfKey(key: Key, applicationMode = false): string {
  if (isIn(NAMED, key)) return NAMED[key];
  if (isIn(CURSOR, key)) return `\x1b${applicationMode ? 'O' : '['}${CURSOR[key]}`;
  if (/^ctrl\+[a-z@[\\\]^_]$/.test(key)) return String.fromCharCode((key.toUpperCase().codePointAt(5) ?? 0) & 0x1f);
  if (/^alt\+./u.test(key)) return `\x1b${bytesOfKey(key.slice(4))}`;
  if ([...key].length === 1) return key;
  throw new RangeError(`There is no key named "${key}".`);
}
