import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';

/** A shell that can be started, with what it needs to find its own files. */
export interface Shell {
  command: string;
  env: Record<string, string>;
  /** Folder under which its files lie: "" where it is installed. */
  root: string;
}

/** The Debian packages that a shell comes in. */
const PACKAGES = { zsh: ['zsh', 'zsh-common'], fish: ['fish', 'fish-common', 'libpcre2-32-0'] };
const CACHE = path.join(import.meta.dirname, '../../node_modules/.cache/shells');

/**
 * The shell of that name: the one that is installed, or else one that is fetched from Debian's packages and unpacked below
 * node_modules, nothing being installed.
 * @throws Error where neither can be had
 */
export async function findShell(name: keyof typeof PACKAGES): Promise<Shell> {
  const installed = (process.env.PATH ?? '').split(':').map((folder) => path.join(folder, name));
  const command = installed.find((each) => existsSync(each));
  if (command !== undefined) return { command, env: {}, root: '' };
  const root = path.join(CACHE, name);
  if (!existsSync(root)) await unpack(name, root);
  const libraries = execFileSync('find', [root, '-name', '*-linux-gnu', '-type', 'd'], { encoding: 'utf8' });
  const env = { LD_LIBRARY_PATH: libraries.trim().split('\n').join(':') };
  const fetched = [path.join(root, 'usr/bin', name), path.join(root, 'bin', name)].find((each) => existsSync(each));
  if (fetched === undefined) throw new Error(`the packages ${PACKAGES[name].join(', ')} hold no ${name}`);
  return { command: fetched, env, root };
}

async function unpack(name: keyof typeof PACKAGES, root: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const work = await mkdtemp(path.join(CACHE, 'new-'));
  try {
    const quiet = { cwd: work, stdio: 'pipe' as const };
    for (const each of PACKAGES[name]) {
      execFileSync('apt-get', ['download', each], quiet);
    }
    const whole = path.join(work, 'root');
    for (const file of execFileSync('find', ['.', '-name', '*.deb'], { ...quiet, encoding: 'utf8' })
      .trim()
      .split('\n')) {
      execFileSync('dpkg', ['-x', file, whole], quiet);
    }
    renameSync(whole, root);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
