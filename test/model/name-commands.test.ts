import { expect, test } from 'vitest';
import { nameCommands } from '../../source/model/name-commands.ts';

const AGAIN = '--store sa --as operator1';

test('every command of a sentence means the same store, and a file called so is none', () => {
  expect(nameCommands('See handover.csv, "handover runs" and handover undo one --out undo.json', AGAIN)).toBe(
    `See handover.csv, "handover ${AGAIN} runs" and handover ${AGAIN} undo one --out undo.json`,
  );
  expect(nameCommands('To have them in one: handover duplicates --out pairs.csv', AGAIN)).toContain(AGAIN);
  expect(nameCommands('handover undo one --out undo.json', '')).toBe('handover undo one --out undo.json');
});

test('no command of a sentence shows names where none are to be shown: a plan is looked at before it is written', () => {
  const redacted = `${AGAIN} --redact`;
  for (const [line, own] of [
    ['handover undo one --out undo.json', 'undo one'],
    ['handover retry one --out retry.json', 'retry one'],
    ["handover plan --file 'of people.csv' --out plan.json", "plan --file 'of people.csv'"],
    ['handover duplicates --out pairs.csv', 'duplicates --out pairs.csv'],
  ]) {
    expect(nameCommands(`Go on: ${line}. Or: handover runs`, redacted)).toBe(
      `Go on: handover ${redacted} ${own}. Or: handover ${redacted} runs`,
    );
  }
});
