import { PassThrough } from 'node:stream';
import { render, Text, useInput } from 'ink';
import { type ReactNode, useState } from 'react';
import { keyboardStdin } from '../../source/wizard/keyboard.ts';
import { isNoisy, type Measurement } from './measurement.ts';

/** The least that a key can do: an app of one letter. */
export function OneLetter() {
  const [letter, setLetter] = useState('');
  useInput((input) => setLetter(letter === input ? '' : input));
  return <Text>{letter}</Text>;
}

/** Milliseconds from each key's bytes to the end of the frame that shows its effect, on a terminal of 80×24. */
export async function timeKeys(node: ReactNode, keys: readonly string[]): Promise<number[]> {
  const terminal = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const screen = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  screen.resume();
  let painted: () => void = () => undefined;
  const app = render(node, {
    stdin: keyboardStdin(terminal),
    stdout: screen,
    interactive: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    patchConsole: false,
    // Ink holds frames back that come faster than this; keys here come one after the other's frame.
    maxFps: 1000,
    onRender: () => painted(),
  });
  await app.waitUntilRenderFlush();
  const times: number[] = [];
  for (const key of keys) {
    const frame = new Promise<void>((resolve) => {
      painted = resolve;
    });
    const start = performance.now();
    terminal.write(key);
    await frame;
    times.push(performance.now() - start);
    await new Promise(setImmediate);
  }
  app.unmount();
  return times;
}

/** A measurement of what a key costs: all but one in twenty, beside the same of an app of one letter. In milliseconds. */
export function keyTime(name: string, times: readonly number[], floors: readonly number[]): Measurement {
  const [value, floor] = [p95(times), p95(floors)];
  return { name, value, floor, ratio: value / floor, goal: '≤ 16 ms', noisy: isNoisy(floors) };
}

/** What all but one in twenty of `values` stay within. */
function p95(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}
