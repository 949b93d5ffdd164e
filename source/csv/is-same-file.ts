import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Whether two names mean one file: by way of links, of folders that are links, or as two names of it; also of one that is not there yet. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  if (resolve(one) === resolve(other)) return true;
  const [here, there] = await Promise.all([one, other].map((path) => stat(path, { bigint: true }).catch(() => null)));
  if (here && there) return here.dev === there.dev && here.ino === there.ino;
  return (await placeOf(one)) === (await placeOf(other));
}

async function placeOf(path: string): Promise<string> {
  const whole = resolve(path);
  return join(await realpath(dirname(whole)).catch(() => dirname(whole)), basename(whole));
}
