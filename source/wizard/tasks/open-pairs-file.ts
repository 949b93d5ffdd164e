import type { CheckedPairs } from '../../pairs/check-single.ts';
import type { PairsFile } from '../../pairs/pair-row.ts';
import { readPairsFile } from '../../pairs/read-pairs-file.ts';
import { redactPairsFile } from '../../pairs/redact-pairs-file.ts';
import type { Session } from '../../session/open-session.ts';
import type { Desk } from './desk.ts';

/** A file of pairs as it is shown. @throws HandoverError `unreadable`; the reason of `signal` once it aborts */
export async function openPairsFile(path: string, { session }: Desk, signal: AbortSignal): Promise<PairsFile> {
  const file = await readPairsFile(path, { signal });
  const { real, veil } = session;
  if (!veil.isOn) return file;
  return redactPairsFile(file, new Map((await real.users()).map((user) => [user.id, user])), veil);
}

/** Checked pairs whose sentences were made on what is shown, as a plan keeps them. */
export function revealChecked(checked: CheckedPairs, { veil }: Pick<Session, 'veil'>): CheckedPairs {
  if (!veil.isOn) return checked;
  const warnings = checked.warnings.map((warning) => ({
    ...warning,
    value: warning.value === null ? null : veil.reveal(warning.value),
    message: veil.reveal(warning.message),
    cure: veil.reveal(warning.cure),
  }));
  return { ...checked, warnings };
}
