import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What logind.conf says of the processes of a session that closes. */
export interface KillRules {
  /** KillUserProcesses */
  killsAll: boolean;
  /** KillOnlyUsers: where it names anybody, theirs are ended and nobody else's. */
  only: readonly string[];
  /** KillExcludeUsers: theirs never. */
  except: readonly string[];
}

/** Where logind's configuration lies; an earlier folder counts for more. */
const FOLDERS = ['etc/systemd', 'run/systemd', 'usr/local/lib/systemd', 'usr/lib/systemd', 'lib/systemd'];

/**
 * The rules of the machine whose files begin at `root`: the first logind.conf that there is, then all of
 * logind.conf.d by name, where one file hides those of its name in later folders.
 */
export async function readKillRules(root: string): Promise<KillRules> {
  const [main] = (await Promise.all(FOLDERS.map((folder) => textOf(join(root, folder, 'logind.conf'))))).filter(
    (text) => text !== null,
  );
  const extras = new Map<string, string>();
  for (const folder of FOLDERS.toReversed()) {
    const extra = join(root, folder, 'logind.conf.d');
    const names = await readdir(extra).catch(() => []);
    for (const name of names) if (name.endsWith('.conf')) extras.set(name, (await textOf(join(extra, name))) ?? '');
  }
  const inOrder = [...extras].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text);
  return parseKillRules([main ?? '', ...inOrder]);
}

async function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

/** The rules of these texts of logind.conf, a later one counting for more. A list goes on; an empty value empties it. */
export function parseKillRules(texts: readonly string[]): KillRules {
  const rules = { killsAll: false, only: [] as string[], except: null as string[] | null };
  const extended = (list: readonly string[], value: string) => (value === '' ? [] : [...list, ...value.split(/\s+/)]);
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const [, key, value = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === 'KillUserProcesses') rules.killsAll = /^(1|yes|y|true|t|on)$/i.test(value);
    if (key === 'KillOnlyUsers') rules.only = extended(rules.only, value);
    if (key === 'KillExcludeUsers') rules.except = extended(rules.except ?? [], value);
  }
  return { ...rules, except: rules.except ?? ['root'] };
}

/** Whether the processes of a session of `user` end with it. */
export function endsWithSession({ killsAll, only, except }: KillRules, user: string): boolean {
  if (except.includes(user)) return false;
  return only.length > 0 ? only.includes(user) : killsAll;
}
