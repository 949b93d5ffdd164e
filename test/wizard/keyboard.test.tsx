import { PassThrough } from 'node:stream';
import { type Key, render, Text, useInput, usePaste } from 'ink';
import SelectInput from 'ink-select-input';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type KeyPress, keyboardStdin, nameKey, pasteKey } from '../../source/wizard/keyboard.ts';
import { ESCAPE_KEY, finishKey, splitKeys } from '../../source/wizard/split-keys.ts';
import { fc } from '../helpers/fast-check.ts';

const DOWN = '\u001B[B';
const UP = '\u001B[A';

/** A terminal's input end that tests type into. */
function makeTerminal() {
  return Object.assign(new PassThrough(), { isTTY: true, setRawMode: vi.fn(), ref: vi.fn(), unref: vi.fn() });
}

function makeScreen() {
  const screen = Object.assign(new PassThrough(), { columns: 80, rows: 24, isTTY: true });
  screen.resume();
  return screen;
}

const open: { unmount(): void }[] = [];
afterEach(() => {
  for (const app of open.splice(0)) app.unmount();
});

function show(node: React.ReactNode, terminal = makeTerminal()) {
  const stdin = keyboardStdin(terminal);
  const app = render(node, { stdin, stdout: makeScreen(), exitOnCtrlC: false, patchConsole: false, interactive: true });
  open.push(app);
  return { terminal, app };
}

function Listener({ report }: { report: (press: KeyPress) => void }) {
  useInput((input, key) => report(nameKey(input, key)));
  usePaste((text) => report(pasteKey(text)));
  return <Text>listening</Text>;
}

/** A field as naive as they come: each key is added to the value of the last render. */
function NaiveField({ onEnter }: { onEnter: (value: string) => void }) {
  const [value, setValue] = useState('');
  useInput((input, key) => (key.return ? onEnter(value) : setValue(value + input)));
  return <Text>{value}</Text>;
}

/** Shows a component that reports every key, and waits for as many as asked. */
function listen(terminal = makeTerminal()) {
  const presses: KeyPress[] = [];
  const told: (() => void)[] = [];
  const report = (press: KeyPress) => {
    presses.push(press);
    for (const tell of told) tell();
  };
  const { app } = show(<Listener report={report} />, terminal);
  const heard = (count: number) =>
    new Promise<KeyPress[]>((resolve) => {
      const check = () => presses.length >= count && resolve(presses);
      told.push(check);
      check();
    });
  return { terminal, app, heard };
}

const names = (presses: readonly KeyPress[]) => presses.map(({ name }) => name);

describe('keyboardStdin under Ink', () => {
  it('selects the sixth item for down five times and Enter in one chunk', async () => {
    const items = Array.from({ length: 9 }, (_, index) => ({ label: `item ${index}`, value: index }));
    const chosen = new Promise<number>((resolve) => {
      show(<SelectInput items={items} onSelect={(item) => resolve(item.value)} />).terminal.write(
        `${DOWN.repeat(5)}\r`,
      );
    });
    expect(await chosen).toBe(5);
  });

  it('lets a component that reads its state from a closure see the effect of the key before', async () => {
    const done = new Promise<string>((resolve) => {
      show(<NaiveField onEnter={resolve} />).terminal.write('Jenny\r');
    });
    expect(await done).toBe('Jenny');
  });

  it('tells Escape from what follows it, in one chunk or alone', async () => {
    const { terminal, heard } = listen();
    terminal.write(`\u001B${DOWN}`);
    expect(names(await heard(2))).toEqual(['escape', 'down']);
    terminal.write('\u001B');
    expect(names(await heard(3))).toEqual(['escape', 'down', 'escape']);
    terminal.write('\u001B\r');
    expect(names(await heard(5)).slice(3)).toEqual(['escape', 'enter']);
  });

  it('joins an arrow whose bytes come in three chunks', async () => {
    const { terminal, heard } = listen();
    terminal.write('\u001B[');
    await new Promise(setImmediate);
    terminal.write('1;5');
    await new Promise(setImmediate);
    terminal.write('Cx');
    expect(names(await heard(2))).toEqual(['right', 'char']);
  });

  it('joins a character whose bytes come in two chunks', async () => {
    const { terminal, heard } = listen();
    const bytes = Buffer.from('山');
    terminal.write(bytes.subarray(0, 1));
    await new Promise(setImmediate);
    terminal.write(bytes.subarray(1));
    expect(await heard(1)).toEqual([{ name: 'char', text: '山' }]);
  });

  it('hands over a bracketed paste as one key, whatever is in it', async () => {
    const { terminal, heard } = listen();
    terminal.write('a\u001B[200~John\r\nSm');
    await new Promise(setImmediate);
    terminal.write(`ith${UP}\u001B[201~b`);
    expect(await heard(3)).toEqual([
      { name: 'char', text: 'a' },
      { name: 'paste', text: `John\r\nSmith${UP}` },
      { name: 'char', text: 'b' },
    ]);
  });

  it('does not let a paste without an end swallow the keyboard', async () => {
    const { terminal, heard } = listen();
    terminal.write('\u001B[200~half');
    expect(await heard(1)).toEqual([{ name: 'paste', text: 'half' }]);
    terminal.write('\u0003');
    expect(names(await heard(2))).toEqual(['paste', 'ctrl-c']);
  });

  it('keeps keys that were typed while no screen listened', async () => {
    const terminal = makeTerminal();
    const first = listen(terminal);
    terminal.write('ab');
    await first.heard(2);
    first.app.unmount();
    terminal.write('cd');
    const second = listen(terminal);
    expect((await second.heard(2)).map(({ text }) => text)).toEqual(['c', 'd']);
  });

  it('passes raw mode, ref and unref on to the terminal', async () => {
    const { terminal, app } = listen();
    expect(terminal.setRawMode).toHaveBeenLastCalledWith(true);
    expect(terminal.ref).toHaveBeenCalled();
    app.unmount();
    await app.waitUntilExit();
    expect(terminal.setRawMode).toHaveBeenLastCalledWith(false);
    expect(terminal.unref).toHaveBeenCalled();
    expect(terminal.listenerCount('readable')).toBe(0);
  });

  it('is no terminal where the source is none', () => {
    expect(keyboardStdin(new PassThrough()).isTTY).toBe(false);
  });
});

describe('splitKeys', () => {
  it.each([
    ['letters', 'ab', ['a', 'b']],
    ['a letter with its accent apart', 'e\u0301x', ['e\u0301', 'x']],
    ['an emoji family', '👨‍👩‍👧!', ['👨‍👩‍👧', '!']],
    ['Enter as carriage return, line feed and both', '\r\n\r\n', ['\r', '\r', '\r', '\r']],
    ['arrows of both kinds', '\u001B[A\u001BOB', ['\u001B[A', '\u001BOB']],
    ['the Linux console', '\u001B[[A\u001B[2$', ['\u001B[[A', '\u001B[2$']],
    ['Alt with a letter', '\u001Bbx', ['\u001Bb', 'x']],
    ['Alt with Backspace', '\u001B\u007F', ['\u001B\u007F']],
    ['Escape twice and a key', '\u001B\u001B\t', [ESCAPE_KEY, ESCAPE_KEY, '\t']],
    ['backspaces and Ctrl+C', '\u007F\u007F\u0003', ['\u007F', '\u007F', '\u0003']],
  ])('splits %s', (_what, input, keys) => {
    expect(splitKeys(input)).toEqual({ keys, rest: '' });
  });

  it.each(['\u001B', '\u001B[', '\u001B[1;', '\u001BO', '\u001B[200~abc', '\u001B[200~abc\u001B[201'])(
    'waits for the rest of %j',
    (input) => expect(splitKeys(`x${input}`)).toEqual({ keys: ['x'], rest: input }),
  );

  it('drops a sequence that never ends instead of typing it', () => {
    expect(finishKey('\u001B[1;')).toEqual([]);
    expect(finishKey('\u001B')).toEqual([ESCAPE_KEY]);
  });

  it('finds the same keys however the input is cut into chunks', () => {
    const key = fc.constantFrom(
      'a',
      '山',
      'é',
      UP,
      DOWN,
      '\u001BOH',
      '\r',
      '\t',
      '\u007F',
      '\u001B[200~p\r\u001B[Aq\u001B[201~',
      '\u001B[3~',
    );
    fc.assert(
      fc.property(fc.array(key), fc.array(fc.nat({ max: 40 })), (keys, cuts) => {
        const whole = keys.join('');
        const places = [
          0,
          ...cuts.filter((cut) => cut < whole.length).sort((left, right) => left - right),
          whole.length,
        ];
        const found: string[] = [];
        let rest = '';
        for (const [index, place] of places.slice(1).entries()) {
          const split = splitKeys(rest + whole.slice(places[index], place));
          found.push(...split.keys);
          rest = split.rest;
        }
        expect({ found, rest }).toEqual({ found: keys, rest: '' });
      }),
    );
  });
});

describe('nameKey', () => {
  const NONE: Key = {
    upArrow: false,
    downArrow: false,
    leftArrow: false,
    rightArrow: false,
    pageDown: false,
    pageUp: false,
    home: false,
    end: false,
    return: false,
    escape: false,
    ctrl: false,
    shift: false,
    tab: false,
    backspace: false,
    delete: false,
    meta: false,
    super: false,
    hyper: false,
    capsLock: false,
    numLock: false,
  };

  it.each<[string, string, Partial<Key>, KeyPress]>([
    ['an arrow', '', { upArrow: true }, { name: 'up', text: '' }],
    ['page down', '', { pageDown: true }, { name: 'page-down', text: '' }],
    ['Enter', '\r', { return: true }, { name: 'enter', text: '' }],
    ['Alt+Enter, which is not Enter', '\r', { return: true, meta: true }, { name: 'alt-enter', text: '' }],
    ['Tab', '\t', { tab: true }, { name: 'tab', text: '' }],
    ['Shift+Tab', '', { tab: true, shift: true }, { name: 'shift-tab', text: '' }],
    ['space', ' ', {}, { name: 'space', text: ' ' }],
    ['Ctrl+L', 'l', { ctrl: true }, { name: 'ctrl-l', text: '' }],
    ['Alt+Backspace', '', { backspace: true, meta: true }, { name: 'alt-backspace', text: '' }],
    ['Alt+B', 'b', { meta: true }, { name: 'alt-b', text: '' }],
    ['a letter', 'Ł', {}, { name: 'char', text: 'Ł' }],
    ['an emoji', '👨‍👩‍👧', {}, { name: 'char', text: '👨‍👩‍👧' }],
    ['several letters', 'John', {}, { name: 'paste', text: 'John' }],
    ['a function key', '', {}, { name: 'unknown', text: '' }],
    ['a key let go', 'a', { eventType: 'release' }, { name: 'unknown', text: '' }],
  ])('names %s', (_what, input, key, press) => {
    expect(nameKey(input, { ...NONE, ...key })).toEqual(press);
  });
});
