import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { PROGRAM } from './helpers/program.ts';

test('the head of the program, through which Node reads at each start, holds no room that waits for a command', async () => {
  const [head = '', body = ''] = (await readFile(PROGRAM, 'utf8')).split('\n/*body ');
  expect(Buffer.byteLength(body)).toBeGreaterThan(1_000_000);
  // 107 kB, of which meow is two thirds; one command with what it needs would be hundreds more.
  expect(Buffer.byteLength(head)).toBeLessThan(130_000);
});
