import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { generatedParts, withGeneratedParts } from './generated-parts.ts';
import { manPage } from './man-page.ts';

const README = new URL('../../README.md', import.meta.url);
const PACKAGE = new URL('../../package.json', import.meta.url);
const MAN = new URL('../../data/man/', import.meta.url);

await writeFile(README, withGeneratedParts(await readFile(README, 'utf8'), await generatedParts()));
await mkdir(MAN, { recursive: true });
await writeFile(new URL('handover.1', MAN), manPage(JSON.parse(await readFile(PACKAGE, 'utf8')).version));
