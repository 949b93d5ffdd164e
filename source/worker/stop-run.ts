import { HandoverError, hasSystemCode } from '../errors.ts';
import { doingRun } from '../model/doing-run.ts';
import type { StorePort } from '../model/ports.ts';

/**
 * Asks the worker of run `id` to end after the pair at work; what is left stays left and can be gone on with.
 * @throws HandoverError `not-running`, `other-host`, `not-permitted`
 */
export async function stopRun(store: StorePort, id: string, host: string): Promise<void> {
  const holder = await store.holder();
  if (holder === null || holder.doing !== doingRun(id)) throw notRunning(id);
  if (holder.host !== host) {
    throw new HandoverError(
      'usage',
      'other-host',
      `The run ${id} is at work on ${holder.host}.`,
      `Stop it there: handover stop ${id}`,
    );
  }
  try {
    process.kill(holder.pid, 'SIGTERM');
  } catch (error) {
    if (hasSystemCode(error, 'ESRCH')) throw notRunning(id);
    if (!hasSystemCode(error, 'EPERM')) throw error;
    throw new HandoverError(
      'not-permitted',
      'not-permitted',
      `The run ${id} belongs to ${holder.login}; this account may not stop it.`,
      `Ask ${holder.login}, or stop it from the account that started it.`,
    );
  }
}

function notRunning(id: string): HandoverError {
  const hint = `What became of it: handover runs show ${id}. If it broke off or was stopped, and is not to go on: handover stop ${id} --for-good`;
  return new HandoverError('usage', 'not-running', `The run ${id} is not running.`, hint);
}
