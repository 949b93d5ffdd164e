import { HandoverError } from '../../errors.ts';
import { timeText } from '../../model/time-text.ts';
import type { Look } from './health-check.ts';

/** Who writes to the store at the moment. */
export const checkWriter: Look = async ({ opened }) => {
  if (opened instanceof HandoverError) return null;
  const holder = await opened.holder();
  if (holder === null) return { name: 'writer', ok: true, message: 'Nobody writes to the store at the moment.' };
  const { login, host, pid, since, doing } = holder;
  const started = since === '' ? '' : ` since ${timeText(since)}`;
  return { name: 'writer', ok: true, message: `${login} on ${host} (process ${pid}) writes${started}: ${doing}.` };
};
