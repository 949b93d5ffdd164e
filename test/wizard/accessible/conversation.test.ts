import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { doingRun } from '../../../source/model/doing-run.ts';
import { nodeDisk } from '../../../source/store/node-disk.ts';
import { openAccessible } from '../../../source/wizard/accessible/open-accessible.ts';
import { done, finished, givenStore, HOLDER, openAt, started } from '../../store/given-store.ts';
import { deskAt } from '../tasks/given-desk.ts';

/** The wizard on the store of `folder`, in this process; `tick` lets half a minute pass. */
async function talkAt(folder: string) {
  const { context } = await deskAt(folder);
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
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
    hear: async (expected: string) => {
      await until(() => text.includes(expected));
      text = text.slice(text.indexOf(expected) + expected.length);
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
