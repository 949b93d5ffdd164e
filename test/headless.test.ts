import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runLine } from './helpers/run-line.ts';
import { tempFolder } from './helpers/temp-folder.ts';

const SCRIPT = fileURLToPath(new URL('headless.sh', import.meta.url));

test('a transfer of many pairs, a merge and an import are planned, run and undone by a shell script', async () => {
  const folder = await tempFolder();
  const { status, output } = await runLine(`sh "${SCRIPT}"`, folder);
  expect(status, output).toBe(0);
  expect(output).toBe('A transfer of many pairs\nA merge\nAn import\nAll is as it was.\n');
  expect(await readFile(`${folder}/plan.json.txt`, 'utf8')).toContain('In all: 20 pairs');
});
