import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAccountName } from '../account-name.ts';

/** The kernel's number for "nobody has logged in here": services, containers. */
const NO_LOGIN = 2 ** 32 - 1;

/** The account that a process runs under, and what may tell of another one behind it. */
export interface RunningAccount {
  login: string;
  /** Null on a system without such numbers. */
  uid: number | null;
  /** Who asked, as `sudo` or `doas` says in the environment. */
  askedBy: string | null;
  /** Where the machine's files begin: "/". */
  root: string;
}

/**
 * The account that was logged in with, where `sudo`, `su` or `doas` has changed it since; else null. The kernel's own
 * note counts for more than the environment, which anybody can set.
 */
export async function readRealAccount({ login, uid, askedBy, root }: RunningAccount): Promise<string | null> {
  const loginUid = await readLoginUid(root);
  if (loginUid === null) return askedBy === login ? null : askedBy;
  return loginUid === uid ? null : readAccountName(loginUid, root);
}

async function readLoginUid(root: string): Promise<number | null> {
  const text = await readFile(join(root, 'proc', 'self', 'loginuid'), 'utf8').catch(() => '');
  return /^\d+\s*$/.test(text) && Number(text) !== NO_LOGIN ? Number(text) : null;
}
