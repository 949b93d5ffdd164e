import { expect, test } from 'vitest';
import { PlayControls } from '../../../source/wizard/play/play-controls.ts';

/** Controls whose rests end when `over` is called, or their signal aborts; `asked` gathers their milliseconds. */
function givenControls(speed = 1) {
  const asked: number[] = [];
  let over = () => {};
  const wait = (milliseconds: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      asked.push(milliseconds);
      over = resolve;
      signal.addEventListener('abort', () => resolve());
    });
  return { controls: new PlayControls(wait, speed), asked, over: () => over() };
}

/** Whether `rest` is over once everything that was due has happened. */
async function isOver(rest: Promise<void>): Promise<boolean> {
  const turn = new Promise<boolean>((resolve) => setImmediate(resolve, false));
  return Promise.race([rest.then(() => true), turn]);
}

test('a rest takes its time, divided by the speed', async () => {
  const { controls, asked, over } = givenControls(4);
  const rest = controls.rest(1000);
  expect(asked).toEqual([250]);
  expect(await isOver(rest)).toBe(false);
  over();
  expect(await isOver(rest)).toBe(true);
});

test('while it is held no rest ends, and it goes on from there', async () => {
  const { controls, over } = givenControls();
  controls.pause();
  const rest = controls.rest(1000);
  over();
  expect(await isOver(rest)).toBe(false);
  controls.pause();
  expect(await isOver(rest)).toBe(true);
});

test('next ends all rests of a scene, held or not, and none of the scene after it', async () => {
  const { controls, asked } = givenControls();
  controls.pause();
  controls.begin('one');
  const rest = controls.rest(1000);
  controls.next();
  expect(await isOver(rest)).toBe(true);
  expect(await isOver(controls.rest(1000))).toBe(true);
  controls.begin('two');
  expect(await isOver(controls.rest(1000))).toBe(false);
  expect(asked).toHaveLength(2);
});

test.each([true, false])('leaving ends every rest; that it was an interruption (%s) is remembered', async (isIt) => {
  const { controls } = givenControls();
  controls.pause();
  const rest = controls.rest(1000);
  controls.leave(isIt);
  controls.leave(!isIt);
  expect(await isOver(rest)).toBe(true);
  expect(await isOver(controls.rest(1000))).toBe(true);
  expect(controls.isInterrupted).toBe(isIt);
});

test('whoever watches is told of each change, and of none after that', () => {
  const { controls } = givenControls();
  const seen: string[] = [];
  const stop = controls.watch(() => seen.push(`${controls.line().caption}/${controls.line().key}`));
  controls.begin('one');
  controls.showKey('Enter');
  controls.begin('two');
  stop();
  controls.showKey('Tab');
  expect(seen).toEqual(['one/', 'one/Enter', 'two/']);
});
