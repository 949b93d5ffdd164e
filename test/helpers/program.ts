import path from 'node:path';

/** The built program, as `npm run build` leaves it. */
export const PROGRAM = path.join(import.meta.dirname, '..', '..', 'dist', 'handover.js');

/**
 * The environment of a person who has just logged in: nothing of the test runner's own gets through (CI, NO_COLOR,
 * FORCE_COLOR, NODE_OPTIONS …). `home` is the home folder; `extra` is added, and undefined takes a variable away.
 */
export function plainEnvironment(home: string, extra: Record<string, string | undefined> = {}): Record<string, string> {
  const all = { PATH: process.env.PATH, HOME: home, USER: 'tester', LANG: 'C.UTF-8', TERM: 'xterm-256color', ...extra };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
