import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { PROGRAM } from './helpers/program.ts';

test('the head of the program, through which Node reads at each start, holds no room that waits for a command', async () => {
  const lines = (await readFile(PROGRAM, 'utf8')).split('\n');
  const body = lines.findIndex((line) => line.startsWith('const __modules='));
  const head = [...lines.slice(0, body), ...lines.slice(body + 1)].join('\n');
  // 98 kB, of which meow is two thirds; one command with what it needs would be hundreds more.
  expect(Buffer.byteLength(head)).toBeLessThan(130_000);
});
