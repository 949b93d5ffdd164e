import { mkdir, writeFile } from 'node:fs/promises';
import { takePicture } from './take-picture.ts';

const PICTURES = new URL('../../data/pictures/', import.meta.url);

await mkdir(PICTURES, { recursive: true });
await writeFile(new URL('review.svg', PICTURES), await takePicture());
