import { writeFile } from 'node:fs/promises';
import { demoText } from './demo-text.ts';
import { makeDemo } from './make-demo.ts';

/** Writes the demonstration store that ships: `npm run demo:data`, after every change to the generator. */
await writeFile(new URL('../../../data/demo/store.json', import.meta.url), demoText(makeDemo({ users: 240, seed: 1 })));
