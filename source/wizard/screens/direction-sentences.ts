import type { Direction } from '../../model/pair.ts';
import { fullName, nameAndId } from '../../model/user.ts';
import { operationNow } from '../operation.ts';
import type { State } from '../state.ts';

/** What each reading of a file of transfers means. */
export const TRANSFER_READ: Record<Direction, string> = {
  'from-to': 'As the headings say: data goes FROM the From User ID INTO the To User ID.',
  'to-from': 'The other way round: data goes FROM the To User ID INTO the From User ID.',
};

/** The same of a file of merges. */
export const MERGE_READ: Record<Direction, string> = {
  'from-to': 'As the headings say: the From User ID is merged INTO the To User ID, who is kept.',
  'to-from': 'The other way round: the To User ID is merged INTO the From User ID, who is kept.',
};

/** "John Smith's data (19) goes INTO Jenny Andrews (21)"; of a merge "John Smith (19) is merged INTO …". */
export function moveSentence(state: State, { source, target }: { source: number; target: number }): string {
  const giver = state.world.byId.get(source);
  const receiver = state.world.byId.get(target);
  if (giver === undefined || receiver === undefined) return `${source} goes INTO ${target}`;
  if (operationNow(state) === 'merge') return `${nameAndId(giver)} is merged INTO ${nameAndId(receiver)}`;
  return `${fullName(giver)}’s data (${giver.id}) goes INTO ${nameAndId(receiver)}`;
}
