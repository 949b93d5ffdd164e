import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { printError } from '../../source/commands/print-error.ts';
import { HandoverError } from '../../source/errors.ts';
import { CLEAR } from '../../source/redact/veil.ts';

async function told(error: unknown, json = false) {
  const said = { stdout: '', stderr: '' };
  const into = (name: keyof typeof said) =>
    new Writable({
      write(chunk, _encoding, done) {
        said[name] += String(chunk);
        done();
      },
    });
  const status = await printError(error, {
    stdout: into('stdout'),
    stderr: into('stderr'),
    json,
    ascii: false,
    again: '',
    veil: CLEAR,
    columns: 80,
  });
  return { status, ...said };
}

test('a sentence and a hint on standard error, no stack', async () => {
  const error = new HandoverError('held', 'store-held', 'Somebody writes.', 'Wait.');
  expect(await told(error)).toEqual({ status: 6, stdout: '', stderr: 'Somebody writes.\nWait.\n' });
});

test('one document on standard output for JSON', async () => {
  const { status, stdout, stderr } = await told(new HandoverError('stale', 'stale-plan', 'Old.', 'Anew.'), true);
  expect([status, stderr]).toEqual([5, '']);
  expect(JSON.parse(stdout)).toEqual({ error: { code: 'stale-plan', message: 'Old.', hint: 'Anew.' } });
});

test('what nobody expected is one plain sentence and status 1', async () => {
  const { status, stderr } = await told(new TypeError('x is not a function'));
  expect(status).toBe(1);
  expect(stderr).toContain('x is not a function');
  expect(stderr).not.toContain('    at ');
});

test('left with Ctrl+C is status 130', async () => {
  expect((await told(AbortSignal.abort().reason)).status).toBe(130);
});

test('a hostile file name does not reach the terminal as a control', async () => {
  const { stderr } = await told(new HandoverError('problems', 'unreadable', 'No \u001B[2J.csv', 'Look.'));
  expect(stderr).toBe('No ␛[2J.csv\nLook.\n');
});
