import { expect, test } from 'vitest';
import { Flags } from '../../source/commands/flags.ts';
import { readChoices } from '../../source/commands/read-choices.ts';
import { STANDARD } from '../merge/given.ts';

const read = (flags: { take?: string[]; course?: string[] }) => readChoices(new Flags(flags), STANDARD);

test('a comma parts assignments, and may stand in the name of a course', () => {
  const { every } = read({
    take: ['Team=source,Rank=target'],
    course: ['Health, Safety=source,Fire=target', 'A,B=target'],
  });
  expect(every).toEqual({
    fields: { Team: 'source', Rank: 'target' },
    courses: { 'Health, Safety': 'source', Fire: 'target', 'A,B': 'target' },
  });
});

test.each([
  [{ take: ['Tem=source'] }, 'unknown-field', 'Did you mean Team?'],
  [{ take: ['company start=source'] }, 'unknown-field', 'Did you mean Company Start Date?'],
  [{ take: ['Team=source', 'team=target'] }, 'bad-value', 'Say it once.'],
  [{ course: ['Fire=source', 'Fire=target'] }, 'bad-value', 'Say it once.'],
  [{ course: ['Health, Safety'] }, 'bad-value', 'Give it as --course NAME=source|target'],
])('%j is refused, with what helps', (flags, code, hint) => {
  expect(() => read(flags)).toThrow(expect.objectContaining({ code, hint: expect.stringContaining(hint) }));
});

test('what is said twice the same way is said once', () => {
  expect(read({ take: ['Team=source', 'Team=source'] }).every.fields).toEqual({ Team: 'source' });
});
