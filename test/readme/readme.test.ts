import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { EXIT } from '../../source/errors.ts';
import { runLine } from '../helpers/run-line.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { EXIT_STATUSES } from './exit-statuses.ts';
import { generatedParts, withGeneratedParts } from './generated-parts.ts';
import { manPage } from './man-page.ts';

const README = new URL('../../README.md', import.meta.url);

interface ReadmeCommand {
  line: string;
  /** Exit status that a comment behind it names; 0 without one. */
  status: number;
}

/** The lines of the README's `sh` blocks that call handover or prepare for it, in order. */
function commandsOf(readme: string): ReadmeCommand[] {
  const blocks = [...readme.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block = '']) => block);
  return blocks
    .flatMap((block) => block.split('\n'))
    .filter((line) => /^(handover|sed) /.test(line))
    .map((line) => ({ line, status: Number(/# ends with (\d+)/.exec(line)?.[1] ?? 0) }));
}

test('every command of the README does what it says, in the order in which they stand', async () => {
  const folder = await tempFolder();
  const commands = commandsOf(await readFile(README, 'utf8'));
  expect(commands.length).toBeGreaterThan(10);
  for (const { line, status } of commands) {
    const ended = await runLine(line, folder);
    expect(ended.status, `${line}\n${ended.output}`).toBe(status);
  }
});

test('every exit status of the program is told of', () => {
  expect(EXIT_STATUSES.map(([status]) => status)).toEqual(Object.values(EXIT));
});

test('keys, commands, exit statuses and data types in the README are those of the program', async () => {
  const readme = await readFile(README, 'utf8');
  expect(readme).toBe(withGeneratedParts(readme, await generatedParts()));
});

test('the manual page is that of the program and of this version, and the package has it', async () => {
  const { version, man, files } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(man).toEqual(['data/man/handover.1']);
  expect(files).toContain('data');
  expect(await readFile(new URL(`../../${man[0]}`, import.meta.url), 'utf8')).toBe(manPage(version));
});
