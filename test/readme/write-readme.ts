import { readFile, writeFile } from 'node:fs/promises';
import { generatedParts, withGeneratedParts } from './generated-parts.ts';

const README = new URL('../../README.md', import.meta.url);

await writeFile(README, withGeneratedParts(await readFile(README, 'utf8'), await generatedParts()));
