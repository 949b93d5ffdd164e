import { expect, test } from 'vitest';
import { printAside, printJson, printLines } from '../../source/commands/print.ts';
import { CLEAR } from '../../source/redact/veil.ts';

interface Said {
  text: string;
  isTTY?: boolean;
  write(text: string): void;
}

/** An output that keeps what is written to it. */
function output(isTTY?: boolean): Said {
  return {
    text: '',
    ...(isTTY === undefined ? {} : { isTTY }),
    write(text) {
      this.text += text;
    },
  };
}

const VOICE = { ascii: false, again: '', veil: CLEAR };

test.each([
  ['C1 controls', 'a\u009B31mb\u0085', 'a\\u009b31mb\\u0085'],
  ['DEL', '\u007F', '\\u007f'],
  ['marks that turn the direction', '\u202Egnp.\u2066x\u061C\u200F', '\\u202egnp.\\u2066x\\u061c\\u200f'],
  ['what takes no room', '1\u200B9\uFEFF', '1\\u200b9\\ufeff'],
  ['line separators', 'a\u2028b\u2029', 'a\\u2028b\\u2029'],
  ['C0 controls', 'a\u001B[2J', 'a\\u001b[2J'],
])('JSON holds %s as escapes, and the same value', (_what, value, written) => {
  const stdout = output();
  printJson({ ...VOICE, stdout }, { value });
  expect(stdout.text).toBe(`{"value":"${written}"}\n`);
  expect(JSON.parse(stdout.text)).toEqual({ value });
});

test('JSON leaves letters of every script as they are, but for plain ASCII', () => {
  const value = 'José 山田 😀';
  const [whole, plain] = [output(), output()];
  printJson({ ...VOICE, stdout: whole }, [value]);
  printJson({ ...VOICE, stdout: plain, ascii: true }, [value]);
  expect(whole.text).toBe(`["${value}"]\n`);
  expect(plain.text).toBe('["Jos\\u00e9 \\u5c71\\u7530 \\ud83d\\ude00"]\n');
  expect(JSON.parse(plain.text)).toEqual([value]);
});

test('in ASCII our own signs, and letters with accents, become plain ones; what has none stands by its number', () => {
  const stdout = output();
  printLines({ ...VOICE, stdout, ascii: true }, ['“José Łukasz” → 山田 … –', 'a\u202Eb']);
  expect(stdout.text).toBe('"Jose Lukasz" -> <U+5C71><U+7530> ... -\na<U+202E>b\n');
});

test('a command that a sentence names gets the flags that this one was given; other words do not', () => {
  const stdout = output();
  const again = "--store 'my $& demo' --as admin";
  printLines({ ...VOICE, stdout, again }, [
    'Run it with: handover apply plan.json --confirm "TRANSFER 2"',
    'Make a plan with "handover plan", and run it with "handover apply".',
    'See "handover help". handover applyx, and the files handover plan.csv and handover.csv.',
  ]);
  expect(stdout.text.trimEnd().split('\n')).toEqual([
    `Run it with: handover ${again} apply plan.json --confirm "TRANSFER 2"`,
    `Make a plan with "handover ${again} plan", and run it with "handover ${again} apply".`,
    'See "handover help". handover applyx, and the files handover plan.csv and handover.csv.',
  ]);
});

test('what is said on standard error is folded at a terminal, and is one line for a file', () => {
  const sentence = 'The plan was not confirmed; nothing was changed.';
  const [terminal, file] = [output(true), output()];
  printAside({ ...VOICE, stderr: terminal, columns: 30 }, [sentence]);
  printAside({ ...VOICE, stderr: file, columns: 30 }, [sentence]);
  expect(terminal.text).toBe('The plan was not confirmed;\nnothing was changed.\n');
  expect(file.text).toBe(`${sentence}\n`);
});
