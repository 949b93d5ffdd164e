import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { StoreData } from '../model/store-data.ts';

/** The demonstration store that ships in `dataFolder`: 240 people, made with seed 1. */
export async function readDemo(dataFolder: string): Promise<StoreData> {
  return JSON.parse(await readFile(path.join(dataFolder, 'demo', 'store.json'), 'utf8')) as StoreData;
}
