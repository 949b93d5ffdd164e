import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { doingRun } from '../../../source/model/doing-run.ts';
import type { JournalEntry } from '../../../source/model/journal.ts';
import { nodeDisk } from '../../../source/store/node-disk.ts';
import { openAccessible } from '../../../source/wizard/accessible/open-accessible.ts';
import { done, failed, finished, givenStore, HOLDER, openAt, started } from '../../store/given-store.ts';
import { deskAt } from '../tasks/given-desk.ts';

/** The wizard on the store of `folder`, in this process; `tick` lets half a minute pass; `isTTY`: the answers come from a terminal. */
async function talkAt(folder: string, isTTY = false) {
  const { context } = await deskAt(folder);
  const [stdin, stdout] = [Object.assign(new PassThrough(), { isTTY }), new PassThrough()];
  let text = '';
  let wake = () => {};
  stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    wake();
  });
  let pass: (() => void) | null = null;
  const wait = (milliseconds: number, signal: AbortSignal): Promise<void> => {
    if (milliseconds !== 30_000) return context.wait(milliseconds, signal);
    return new Promise((resolve) => {
      pass = resolve;
      wake();
    });
  };
  const ended = openAccessible({
    ...context,
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    wait,
  });
  onTestFinished(async () => {
    stdin.end();
    await ended;
  });
  const until = async (holds: () => boolean) => {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return {
    ended,
    type: (line: string) => void stdin.write(`${line}\n`),
    end: () => stdin.end(),
    /** Resolves with all that was said up to `expected`. */
    hear: async (expected: string) => {
      await until(() => text.includes(expected));
      const end = text.indexOf(expected) + expected.length;
      const heard = text.slice(0, end);
      text = text.slice(end);
      return heard;
    },
    tick: async () => {
      await until(() => pass !== null);
      const passed = pass;
      pass = null;
      passed?.();
    },
  };
}

test('a run that is watched tells every half minute how far it is, and asks on; and once more at its end', async () => {
  const { folder } = await givenStore(60);
  const opened = await openAt(folder, nodeDisk);
  const writer = await opened.startWriting({ ...HOLDER, doing: doingRun('one') });
  await writer.append([started('one', 3)]);
  const talk = await talkAt(folder);
  await talk.hear('1. Watch');
  talk.type('1');
  await talk.hear('s: stop after the current pair.\nYour answer: ');
  await talk.tick();
  await talk.hear('\n0 of 3 pairs: 0 done, 0 failed, 3 left.\nYour answer: ');
  await talk.tick();
  await talk.hear('\n0 of 3 pairs: 0 done, 0 failed, 3 left.\nYour answer: ');
  await writer.append([0, 1, 2].map((index) => done('one', index)));
  await writer.append([finished('one')]);
  await writer.close();
  await talk.hear('\n3 of 3 pairs: 3 done, 0 failed, 0 left.\n');
  await talk.hear('Data Transfer Successful');
  talk.end();
  expect(await talk.ended).toBe(130);
});

test('the numbers of a question hold as it was asked, whatever happens to the store meanwhile', async () => {
  const { folder } = await givenStore(60);
  const talk = await talkAt(folder);
  await talk.hear('1. Single');
  await talk.hear('Your answer: ');
  const opened = await openAt(folder, nodeDisk);
  const writer = await opened.startWriting({ ...HOLDER, doing: doingRun('one') });
  await writer.append([started('one', 3)]);
  talk.type('3');
  await talk.hear('Merge.');
  talk.type('b');
  await talk.hear('Start.');
  await writer.append([finished('one')]);
  await writer.close();
});

const endOf = (run: string, state: 'succeeded' | 'finished-with-errors'): JournalEntry => ({
  kind: 'run-finished',
  run,
  at: '2026-01-01T00:00:00.000Z',
  state,
});

/** The run `one` of three pairs, watched; `finish` ends it, with its second pair done or failed. */
async function watchedRun(isTTY: boolean) {
  const { folder } = await givenStore(60);
  const opened = await openAt(folder, nodeDisk);
  const writer = await opened.startWriting({ ...HOLDER, doing: doingRun('one') });
  await writer.append([started('one', 3)]);
  const talk = await talkAt(folder, isTTY);
  await talk.hear('1. Watch');
  talk.type('1');
  await talk.hear('s: stop after the current pair.\nYour answer: ');
  return {
    talk,
    finish: async (hasFailed: boolean) => {
      await writer.append([done('one', 0), hasFailed ? failed('one', 1) : done('one', 1), done('one', 2)]);
      await writer.append([endOf('one', hasFailed ? 'finished-with-errors' : 'succeeded')]);
      await writer.close();
    },
  };
}

test('over a pipe, what is no answer to the run waits for its result, and so does all that follows', async () => {
  const { talk, finish } = await watchedRun(false);
  talk.type('p');
  talk.type('b');
  await talk.hear('\n“p” is no answer to the run: it waits until the run has ended.\nYour answer: ');
  await finish(false);
  await talk.hear('Data Transfer Successful');
  await talk.hear('Pairs of the run.');
  await talk.hear('Result of one.');
});

test.each([
  [false, 0],
  [true, 3],
])('over a pipe that ends before the run, the run is followed; failed: %s, status %i', async (hasFailed, status) => {
  const { talk, finish } = await watchedRun(false);
  talk.type('p');
  talk.end();
  await talk.hear('it waits until the run has ended.');
  await finish(hasFailed);
  await talk.hear(hasFailed ? '3 of 3 pairs: 2 done, 1 failed, 0 left.' : '3 of 3 pairs: 3 done, 0 failed, 0 left.');
  await talk.hear('Pairs of the run.');
  expect(await talk.ended).toBe(status);
});

test('at a terminal nothing waits, and the end of the input leaves the run to itself', async () => {
  const { talk, finish } = await watchedRun(true);
  talk.type('p');
  await talk.hear('“p” is no answer here.');
  talk.end();
  await talk.hear('The run one goes on: 0 of 3 pairs so far.');
  expect(await talk.ended).toBe(130);
  await finish(false);
});

test('?, b and q are told of at the first question, and at no other', async () => {
  const { folder } = await givenStore(60);
  const talk = await talkAt(folder);
  await talk.hear('1. Single');
  await talk.hear('At every question: ? is help, b goes back, q quits.\nYour answer: ');
  talk.type('3');
  expect(await talk.hear('Your answer: ')).toContain('Merge.');
  talk.type('b');
  expect(await talk.hear('Your answer: ')).not.toContain('At every question');
});
