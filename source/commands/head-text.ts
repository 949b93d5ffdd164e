import { readHead } from '../audit/read-head.ts';
import type { Context } from '../session/context.ts';
import type { Session } from '../session/open-session.ts';

/** "Audit log: 312 lines, head 3f9a…": to be kept elsewhere, so that a log whose end is cut off is found out. */
export async function headText({ store }: Pick<Session, 'store'>, { disk }: Context): Promise<string> {
  const head = await readHead(store, disk);
  return head === null ? 'Audit log: no line yet' : `Audit log: ${head.lines} lines, head ${head.hash}`;
}
