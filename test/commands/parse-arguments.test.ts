import { describe, expect, test } from 'vitest';
import type { Flags } from '../../source/commands/flags.ts';
import { parseArguments } from '../../source/commands/parse-arguments.ts';
import { HandoverError } from '../../source/errors.ts';
import { fc } from '../helpers/fast-check.ts';

const PACKAGE = { name: 'handover', version: '1.2.3' };
const parse = (...argv: string[]) => parseArguments(argv, PACKAGE);

function refusal(...argv: string[]): HandoverError {
  try {
    parse(...argv);
  } catch (error) {
    if (error instanceof HandoverError) return error;
    throw error;
  }
  throw new Error(`Not refused: ${argv.join(' ')}`);
}

test('nothing asks for the wizard', () => {
  expect(parse().command).toBeNull();
  expect(parse('--store', 'x').command).toBeNull();
});

test('two words make a command where there is one of that name', () => {
  expect(parse('users', 'show', '19')).toMatchObject({ command: { name: 'users show' }, words: ['19'] });
  expect(parse('users')).toMatchObject({ command: { name: 'users' }, words: [] });
});

test('flags stand before, between and after the words', () => {
  const { command, words, flags } = parse('--json', 'users', '--as=admin', 'show', '--store', 'a b', '007');
  expect(command?.name).toBe('users show');
  expect(words).toEqual(['007']);
  expect([flags.isOn('json'), flags.text('as'), flags.text('store')]).toEqual([true, 'admin', 'a b']);
});

test.each([
  [['--read-only'], true],
  [['--read-only=true'], true],
  [['--no-read-only=false'], true],
  [['--read-only=false'], false],
  [['--no-read-only'], false],
  [[], false],
])('what is on or off may be said as %j', (given, isOn) => {
  expect(parse('users', ...given).flags.isOn('read-only')).toBe(isOn);
});

test('a flag takes no word that follows it, and a value is taken as it stands', () => {
  expect(parse('settings', 'seats', '--json', 'true').words).toEqual(['seats', 'true']);
  expect(parse('users', '--query', '"Ann"').flags.text('query')).toBe('"Ann"');
  expect(parse('users', '--query=a=b\n"c').flags.text('query')).toBe('a=b\n"c');
  expect(parse('users', '--store=-dir', '--query', '-5').flags.text('store')).toBe('-dir');
});

test('whatever a value is, it is taken as it stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'binary' }), (value, word) => {
      const { flags, words } = parse('users', 'show', `--as=${value}`, '--', word);
      expect([flags.text('as'), words]).toEqual([value, [word]]);
    }),
  );
});

test('behind -- everything is a word', () => {
  expect(parse('check', '--json', '--', '-file.csv')).toMatchObject({ words: ['-file.csv'] });
  const { words, flags } = parse('check', '--', '--json');
  expect([words, flags.isOn('json')]).toEqual([['--json'], false]);
  expect(parse('plan', 'show', '--pair', '1:2', '--', 'plan.json').words).toEqual(['plan.json']);
});

test('how to tell what is wrong is known whatever is wrong', () => {
  for (const wrong of ['--bogus', '--redact=1', '--store=', '--as', '-x']) {
    let isJson = false;
    const all = ['users', wrong, '--json=true'];
    const note = (flags: Flags) => {
      isJson = flags.isOn('json');
    };
    expect(() => parseArguments(all, PACKAGE, note)).toThrow();
    expect(isJson).toBe(true);
  }
});

test('--no-color is on when it was said and only then', () => {
  expect(parse('users', '--no-color').flags.isOn('no-color')).toBe(true);
  expect(parse('users').flags.isOn('no-color')).toBe(false);
});

test.each([[['--only', 'a', '--only', 'b']], [['--only', 'a,b']], [['--only', 'a', 'b']], [['--only=a', '--only=b']]])(
  'a list of types may be given as %j',
  (given) => {
    const { flags, words } = parse('plan', ...given, '--source', '19');
    expect(flags.list('only')).toEqual(['a', 'b']);
    expect(flags.text('source')).toBe('19');
    expect(words).toEqual([]);
  },
);

describe('refused, with status 2', () => {
  test.each([
    ['an unknown flag', ['plan', '--sorce', '19'], 'unknown-flag', 'Did you mean --source?'],
    ['a flag like no other', ['--zebra'], 'unknown-flag', 'handover help'],
    ['an unknown short flag', ['users', '-x'], 'unknown-flag', 'handover help'],
    ['an unknown command', ['plna'], 'unknown-command', 'Did you mean plan?'],
    ['the second word of a command', ['users', 'shwo', '19'], 'unknown-command', 'Did you mean users show?'],
    ['a plan where one is made', ['plan', 'my plan.json'], 'wrong-words', "handover plan show 'my plan.json'"],
    ['the beginning of a command', ['exp'], 'unknown-command', 'Did you mean export?'],
    ['the flag of another command', ['users', '--confirm', 'x'], 'wrong-flag', 'users delete, apply, audit.'],
    ['a flag that needs a command', ['--confirm', 'x'], 'wrong-flag', 'apply'],
    ['a flag without its value', ['plan', '--source'], 'bad-value', '--source ID'],
    ['a list without a value', ['plan', '--only'], 'bad-value', '--only TYPE'],
    ['a list of nothing', ['plan', '--only', ','], 'bad-value', '--only TYPE'],
    ['an empty value', ['plan', '--file', ''], 'bad-value', '--file FILE'],
    ['a person where all are listed', ['users', '19'], 'wrong-words', 'handover users show 19'],
    ['a name where all are listed', ['users', 'Jane Roe'], 'wrong-words', "--query 'Jane Roe'"],
    ['a file where there is a flag for it', ['plan', 'people.csv'], 'wrong-words', 'plan --file people.csv'],
    ['a plan where one is made', ['plan', 'plan.json'], 'wrong-words', 'plan show plan.json'],
    ['people where there are flags for them', ['plan', '19', '21'], 'wrong-words', '--source ID --target ID'],
    ['nobody where somebody is needed', ['users', 'delete'], 'wrong-words', 'handover users delete ID... More'],
    ['a dash in place of a file', ['export', '--out', '-'], 'bad-value', './-'],
    ['a dash in place of the file of a command', ['check', '-'], 'bad-value', './-'],
    ['yes of what is on or off', ['users', '--read-only=yes'], 'bad-value', 'Say --read-only to have it on'],
    ['1 of what is on or off', ['users', '--redact=1'], 'bad-value', 'Say --redact to have it on'],
    ['nothing of what is on or off', ['users', '--read-only='], 'bad-value', 'Say --read-only to have it on'],
    ['on and off', ['users', '--read-only', '--no-read-only'], 'wrong-flag', 'Say it once'],
    ['part of a flag', ['users', '--read-only.x'], 'unknown-flag', 'Did you mean --read-only?'],
    ['a flag with one dash', ['users', '-store', 'x'], 'unknown-flag', 'Did you mean --store?'],
    ['a store given twice', ['users', '--store', 'a', '--store', 'b'], 'wrong-flag', 'Say it once'],
    ['a store of no name', ['users', '--store='], 'bad-value', '--store DIR'],
    ['a value that begins with a dash', ['users', '--store', '-dir'], 'bad-value', '--store=-dir'],
    ['a flag given twice', ['plan', '--source', '1', '--source', '2'], 'wrong-flag', 'handover help'],
    ['a missing word', ['users', 'show'], 'wrong-words', 'handover users show ID'],
    ['a word too many', ['export', 'x'], 'wrong-words', 'handover export'],
    ['a name that every object has', ['constructor'], 'unknown-command', 'handover help'],
    ['a flag that every object has', ['users', '--constructor'], 'unknown-flag', 'handover help'],
  ])('%s', (_what, argv, code, hint) => {
    const error = refusal(...argv);
    expect(error).toMatchObject({ code, exitStatus: 2 });
    expect(error.hint).toContain(hint);
  });

  test('a value that is none of the choices, a number out of range', () => {
    const { flags } = parse('demo', '--users', '1e3');
    expect(() => flags.whole('users', 1, 10)).toThrow('"1e3"');
    expect(() => parse('check', 'f', '--direction', 'up').flags.oneOf('direction', ['from-to'])).toThrow('"up"');
  });
});

test('help is given for a command that misses its words', () => {
  expect(parse('apply', '--help').command?.name).toBe('apply');
  expect(parse('apply', '-h').flags.isOn('help')).toBe(true);
});
