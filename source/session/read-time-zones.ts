import path from 'node:path';
import type { Context } from './context.ts';
import { readText } from './read-text.ts';

/** The names of time zones that a file of people may use (B14), in the order of the list that ships. @throws HandoverError `unreadable` */
export async function readTimeZones({ dataFolder }: Pick<Context, 'dataFolder'>): Promise<string[]> {
  const text = await readText(path.join(dataFolder, 'time-zones.txt'), 'list of time zones');
  return text.split('\n').filter((name) => name !== '');
}
