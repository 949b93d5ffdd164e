import { expect, test } from 'vitest';
import { LEAST_WINDOW } from '../../../source/model/least-window.ts';
import { wrapText } from '../../../source/model/visible-text.ts';
import { PlayControls } from '../../../source/wizard/play/play-controls.ts';
import { playScenes, type Stage } from '../../../source/wizard/play/play-scenes.ts';
import { PLAY_SCRIPT } from '../../../source/wizard/play/play-script.ts';
import type { State } from '../../../source/wizard/state.ts';
import { nextStep } from '../../../source/wizard/steps.ts';
import { atReview, atTypes, opened, press } from '../given.ts';

test('each caption fits in its two lines on the least window', () => {
  const lines = PLAY_SCRIPT.map(({ caption }) => wrapText(caption, LEAST_WINDOW.columns).length);
  expect(Math.max(...lines)).toBe(2);
});

test('the places of the script follow one another as the steps of the wizard do', () => {
  const single = atTypes();
  const places = PLAY_SCRIPT.map(({ at }) => at);
  const way = places.slice(0, places.indexOf('phrase'));
  for (const [index, place] of way.slice(1, -1).entries()) {
    expect(nextStep(single, place as 'target')).toBe(way[index + 2]);
  }
});

/** Plays the script for a wizard that is in the states of `states` one after the other; gives what was asked and sent. */
async function play(states: readonly State[], parts: Partial<Stage> = {}) {
  const controls = new PlayControls(() => Promise.resolve(), 1);
  const sent: string[] = [];
  let now = 0;
  const reached = async (isThere: (state: State) => boolean) => {
    now = states.findIndex((state, index) => index >= now && isThere(state));
    if (now === -1) controls.leave(false);
  };
  await playScenes(PLAY_SCRIPT, { reached, send: (bytes) => sent.push(bytes), ...parts }, controls);
  return sent;
}

test('keys are pressed where the wizard has come to their place, its slow work done', async () => {
  expect(await play([opened()])).toEqual(['\r']);
  expect(await play([press(opened(), '?')])).toEqual([]);
  const waiting = press(atTypes(), 'enter');
  expect(waiting.task).not.toBeNull();
  const toReview = [
    opened(),
    ...['target', 'source'].map((step) => ({ ...opened(), trail: [step] }) as State),
    atTypes(),
  ];
  const before = await play([...toReview, waiting]);
  expect(before.join('')).toBe('\rjenny\r\tsmith\r\u001B[B\u001B[B\r');
  const after = await play([...toReview, waiting, atReview()]);
  expect(after.slice(before.length)).toEqual(['\u001B[C', '\u001B[C', '\r']);
});

test('a window that is too small gets no keys', async () => {
  expect(await play([{ ...opened(), size: { columns: 50, rows: 10 } }])).toEqual([]);
});

test('once it was left, nothing more is pressed', async () => {
  const controls = new PlayControls(() => Promise.resolve(), 1);
  const sent: string[] = [];
  const send = (bytes: string) => {
    sent.push(bytes);
    controls.leave(false);
  };
  await playScenes(PLAY_SCRIPT, { reached: async () => {}, send }, controls);
  expect(sent).toHaveLength(1);
});
