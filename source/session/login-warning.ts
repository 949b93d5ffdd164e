import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAccountName } from '../account-name.ts';
import { endsWithSession, readKillRules } from './logind-rules.ts';

/** A run would not outlive the login that it is started in. */
export interface LoginWarning {
  /** A sentence of at most one line. */
  message: string;
  cure: string;
}

const STAY = 'Stay logged in until it has ended (what it has left can be gone on with)';

/**
 * Whether systemd would end a worker started here when the login closes, as two sentences; null where it would not, or
 * where there is no systemd. A process of a login session goes with it where logind's rules say so, and lingering does
 * not save it; one of the user's own manager (a desktop's terminal, `systemd-run --user`) goes with the user's last
 * login unless the user lingers.
 * @param root where the machine's files begin: "/"
 * @param uid number of the account that this runs under; null on a system without such numbers
 */
export async function readLoginWarning(root: string, uid: number | null): Promise<LoginWarning | null> {
  const groups = await readFile(join(root, 'proc', 'self', 'cgroup'), 'utf8').catch(() => '');
  const place = /\/user-(?<uid>\d+)\.slice\/(?<unit>session-[^/\n]+\.scope|user@\d+\.service)/.exec(groups)?.groups;
  if (place === undefined) return null;
  // With sudo the session stays that of whoever has logged in.
  const user = await readAccountName(Number(place.uid), root);
  const isLingering = await access(join(root, 'var', 'lib', 'systemd', 'linger', user)).then(
    () => true,
    () => false,
  );
  const linger = `loginctl enable-linger ${user}`;
  if (place.unit?.startsWith('user@')) {
    if (isLingering) return null;
    return {
      message: `A run ends here when the last login of ${user} closes.`,
      cure: `${STAY}, or say once: ${linger}`,
    };
  }
  if (!endsWithSession(await readKillRules(root), user)) return null;
  const start = uid === 0 ? 'systemd-run --scope' : `${isLingering ? '' : `${linger}; `}systemd-run --user --scope`;
  return {
    message: 'A run ends here when this login closes, in tmux or not.',
    cure: `${STAY}, or start it with: ${start} handover …`,
  };
}
