import { expect, test } from 'vitest';
import { pairSentence } from '../../source/commands/describe-plan.ts';
import { tellNamesApart } from '../../source/model/tell-names-apart.ts';

test('two people of whom ASCII would show the same name are told apart there, others keep theirs', () => {
  expect(tellNamesApart('Zoë Lee', 'Zoe Lee', { ascii: true })).toEqual(['Zo<U+00EB> Lee', 'Zoe Lee']);
  expect(tellNamesApart('Zoë Lee', 'Zoe Lee', {})).toEqual(['Zoë Lee', 'Zoe Lee']);
  expect(tellNamesApart('José Lee', 'Zoë Lee', { ascii: true })).toEqual(['José Lee', 'Zoë Lee']);
});

test('who is kept is no riddle in ASCII', () => {
  const pair = { source: { id: 4, name: 'Zoë Lee' }, target: { id: 9, name: 'Zoe Lee' } };
  const said = 'FROM Zo<U+00EB> Lee (4) INTO Zoe Lee (9), Zoe Lee is kept';
  expect(pairSentence(pair as Parameters<typeof pairSentence>[0], { ascii: true })).toBe(said);
});
