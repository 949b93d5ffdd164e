import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { takePicture } from './take-picture.ts';

/** The texts of a picture, top to bottom. */
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)/g)].map(([, text = '']) => text.trim());

test('the picture of the README is the review to which the script of the play leads ("npm run picture")', async () => {
  const saved = await readFile(new URL('../../data/pictures/review.svg', import.meta.url), 'utf8');
  const taken = await takePicture();
  expect(textsOf(taken).join('\n')).toContain('FROM John Smith (19) INTO Jenny Andrews (21)');
  expect(textsOf(taken).some((text) => /^\d+ records move/.test(text))).toBe(true);
  expect(textsOf(saved)).toEqual(textsOf(taken));
});

test('the README shows it', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toMatch(/!\[[^\]]+\]\(data\/pictures\/review\.svg\)/);
});
