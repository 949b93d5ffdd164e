import stringWidth from 'string-width';
import { describe, expect, it, test } from 'vitest';
import { numberText } from '../../source/model/number-text.ts';
import { plainText } from '../../source/model/plain-text.ts';
import { type Hint, hintsAt } from '../../source/wizard/keys.ts';
import { makeLook } from '../../source/wizard/look.ts';
import { placeNow, type State } from '../../source/wizard/state.ts';
import { Wizard } from '../../source/wizard/wizard.tsx';
import { press } from './given.ts';
import { draw } from './parts/draw.tsx';
import { awkwardWorld, everyPlace } from './places.ts';

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 60, rows: 15 },
  { columns: 120, rows: 40 },
];
/** Controls, and what turns the direction of text round or takes no room. */
const OBEYED = /[\p{Cc}\u200B\u202A-\u202E\u2066-\u2069]/u;

function frameOf(state: State, size: State['size'], ascii = false): string[] {
  const sized = { ...state, size };
  return draw(<Wizard state={sized} dispatch={() => undefined} />, size.columns, makeLook({ ascii }));
}

describe.each(SIZES)('on $columns × $rows', (size) => {
  const places = Object.entries(everyPlace(awkwardWorld()));

  it.each(places)('%s keeps within the terminal, whatever people are called', (_name, state) => {
    const frame = frameOf(state, size);
    expect(frame.filter((line) => stringWidth(line) > size.columns)).toEqual([]);
    expect(frame.length).toBeLessThanOrEqual(size.rows - 1);
    expect(frame.filter((line) => OBEYED.test(line))).toEqual([]);
  });

  it.each(places)('%s is as wide in ASCII, and nothing but ASCII', (_name, state) => {
    const frame = plainText(frameOf(state, size, true).join('\n')).split('\n');
    expect(frame.join('')).toMatch(/^[\x20-\x7E]*$/);
    expect(frame.filter((line) => line.length > size.columns)).toEqual([]);
    expect(frame.length).toBeLessThanOrEqual(size.rows - 1);
  });

  it.each(Object.entries(everyPlace()))('%s shows only hints of the key table, and the way out', (_name, state) => {
    const last = frameOf(state, size).at(-1) ?? '';
    const { own, common } = hintsAt(placeNow(state));
    const known = [...own, ...common].map(({ key, label }: Hint) => `${key} ${label}`);
    const shown = last.split(/ {3,}/).filter((hint) => hint !== '');
    expect(shown.filter((hint) => !known.includes(hint))).toEqual([]);
    expect(shown.some((hint) => hint.endsWith(' quit'))).toBe(true);
  });
});

test.each([
  ['home', ['Watch', 'Single', 'Bulk', 'Merge', 'Import', 'History', 'shows the others']],
  ['bulk', ['Download an export', 'Upload User Data']],
  ['merge', ['Two profiles', 'Many merges']],
  ['bulk, merge', ['Download an export', 'Upload the file of merges']],
  ['policy', ['EVERY FIELD', 'the source’s']],
  ['direction', ['John Smith’s data', 'Jenny Andrews’s data']],
  ['result, errors', ['Errors occurred', ' done, ', ' failed, ', '1601', 'Save the audit log', 'shows the others']],
  ['result, stopped', ['Stopped', ' done, ', ' failed, ', '104', 'Save the audit log', 'shows the others']],
  ['mend', ['Another target', 'Another source', 'Leave this row out', 'Leave it as it is']],
  ['rows-per-page', ['10 rows', '25 rows', '50 rows', '100 rows']],
  ['review, problems', ['[PROBLEMS 1]', 'This cannot be run', 'run run-1']],
  ['confirm', ['[ Cancel ]', 'Run Transfer']],
  ['confirm, merge', ['[ Cancel ]', 'Merge Users', 'REPLACED']],
  ['phrase', ['to confirm', '❯']],
  ['ask', ['[ Let it go on ]', 'Stop the run']],
  ['run', ['2 of 2,000', 'At work']],
  ['preview, a problem', ['❯     3', 'State', '▲ To User ID']],
])('%s shows its choices on the smallest terminal, or that there are more', (name, wanted) => {
  const state = everyPlace()[name];
  if (state === undefined) throw new Error(`There is no place ${name}`);
  const frame = frameOf(state, { columns: 60, rows: 15 }).join('\n');
  expect(wanted.filter((text) => !frame.includes(text))).toEqual([]);
});

test('the counts of a run and its id stand on the smallest terminal, whatever there is to be chosen', () => {
  const results = Object.entries(everyPlace()).filter(([name]) => name.startsWith('result'));
  expect(results.length).toBeGreaterThan(5);
  for (const [name, state] of results) {
    const { id, counts } = state.result?.run ?? {};
    const frame = frameOf(state, { columns: 60, rows: 15 }).join('\n');
    expect(frame, name).toContain(
      `${numberText(counts?.done ?? 0)} done, ${numberText(counts?.failed ?? 0)} failed, ${numberText(counts?.left ?? 0)} left`,
    );
    expect(frame, name).toContain(id);
  }
});

/** What depends on the height of a pane: where it stands in its text, which of its rows are shown, and how to read it all. */
const WINDOWED =
  /(lines|rows) [\d,]+ to [\d,]+ of [\d,]+$|choices: .* shows the others$|… (w|d|Enter|\?) shows all$|↑↓ scroll {3}PgUp.PgDn page$|^[│|] {3}.* \d+\/\d+ +[│|]/;

it.each(Object.entries(everyPlace()))(
  '%s shows each line of a small terminal as a tall one does: whole',
  (_name, state) => {
    const tall = new Set(frameOf(state, { columns: 60, rows: 90 }));
    const small = frameOf(state, { columns: 60, rows: 15 });
    expect(small.filter((line) => !tall.has(line) && !WINDOWED.test(line))).toEqual([]);
  },
);

it.each(['result, done', 'result, errors', 'detail', 'records', 'run', 'direction', 'preview', 'mend', 'confirm'])(
  '%s: no data begins a line of its own',
  (name) => {
    const state = everyPlace()[name];
    if (state === undefined) throw new Error(`There is no place ${name}`);
    const faked = state.world.users.map((user) => ({ ...user, lastName: 'x\r\nFAKED\n\u2028FAKED' }));
    const shown = { ...state, world: { ...state.world, byId: new Map(faked.map((user) => [user.id, user])) } };
    const frame = frameOf({ ...shown, records: ['kept  x\nFAKED'] }, { columns: 120, rows: 40 });
    expect(frame.filter((line) => line.startsWith('FAKED'))).toEqual([]);
  },
);

test.each(['fields', 'courses', 'fields, a pair of a file'])(
  '%s tells on the smallest terminal with which key a reason is read whole, and that key shows it',
  (name) => {
    const state = everyPlace()[name];
    if (state === undefined) throw new Error(`There is no place ${name}`);
    const size = { columns: 60, rows: 15 };
    const here = press(state, 'down');
    const [said = ''] = frameOf(here, size).filter((line) => line.endsWith('… w shows all'));
    const start = said.slice(0, said.indexOf('…')).trim();
    expect(start.length).toBeGreaterThan(20);
    const whole = frameOf(press(here, 'w'), size).join(' ');
    expect(whole).toContain(start);
    expect(whole).toMatch(/Source: .* Target: /);
  },
);

/** Columns at which the uprights of a table line stand. */
function uprightsOf(line: string): number[] {
  const places = [...line].flatMap((sign, index) => (sign === '│' ? index : []));
  return places.map((place) => stringWidth([...line].slice(0, place).join('')));
}

it.each(Object.entries(everyPlace(awkwardWorld())))(
  '%s: the columns of a table stand one below the other',
  (_name, state) => {
    for (const size of SIZES) {
      const tables = frameOf(state, size).filter((line) => line.startsWith('│'));
      const [heading = '', ...rows] = tables;
      for (const row of rows) expect(uprightsOf(row), row).toEqual(uprightsOf(heading));
    }
  },
);

test('below 60 × 15 a sentence says what is needed', () => {
  for (const size of [
    { columns: 59, rows: 24 },
    { columns: 80, rows: 14 },
    { columns: 20, rows: 5 },
  ]) {
    for (const state of Object.values(everyPlace())) {
      const frame = frameOf(state, size);
      expect(frame.join(' ').replace(/\s+/g, ' ')).toContain('handover needs 60×15');
      expect(frame.filter((line) => stringWidth(line) > size.columns)).toEqual([]);
    }
  }
});

test('whether it is for real, and whether names are hidden, is whole at every width; the store’s name gives way', () => {
  for (const columns of [60, 80, 100, 109, 110, 120, 140, 200]) {
    for (const [name, state] of Object.entries(everyPlace())) {
      const operator = { ...state.world.operator, login: 'a-login-of-more-than-forty-letters-in-all' };
      const shown = { ...state, world: { ...state.world, operator, isRedacted: true } };
      const [title = ''] = frameOf(shown, { columns, rows: 24 });
      expect(title, `${name} at ${columns}`).toMatch(/ {2}(LIVE|READ-ONLY) {2}REDACTED$/);
    }
  }
});

test('who, what and where are on every screen', () => {
  for (const [name, state] of Object.entries(everyPlace())) {
    const frame = frameOf(state, { columns: 80, rows: 24 });
    expect(frame[0], name).toMatch(/^handover {2}.+ admin {2}(LIVE|READ-ONLY)$/);
    if (state.mode === 'single') expect(frame[2], name).toMatch(/^FROM .* INTO /);
  }
});
