import { readFault } from '../store-fault.ts';
import { decodeJournal } from './journal-lines.ts';
import type { Replay } from './replay-journals.ts';
import { journalPath } from './store-files.ts';

/**
 * What stands behind the last record of the journal that `replay` has come to; null: nothing. Nothing is taken in.
 * @returns the journal's path, and how many bytes of it
 * @throws HandoverError `damaged-journal`, `store-fault`
 */
export async function readTornTail({
  disk,
  folder,
  position,
}: Replay): Promise<{ file: string; bytes: number } | null> {
  const file = journalPath(folder, position.generation);
  const bytes = await disk.read(file, position.bytes).catch((error: unknown) => {
    throw readFault(file, error);
  });
  const { tornBytes } = decodeJournal(bytes, position, file);
  return tornBytes === 0 ? null : { file, bytes: tornBytes };
}
