import { HandoverError } from '../../../source/errors.ts';
import type { StoreWriter } from '../../../source/model/ports.ts';
import { openStore } from '../../../source/store/open-store.ts';
import { systemRandom } from '../../../source/system-ports.ts';
import { holderOf } from '../given-plan.ts';

/** Opens the store named to it, says so, tries to become its writer until it is, says when (ms since 1970), and ends. */
const store = await openStore(process.argv[2] ?? '', systemRandom);
process.send?.('waiting');
let writer: StoreWriter | null = null;
while (writer === null) writer = await store.startWriting(holderOf('bench')).catch(heldByAnother);
process.send?.(performance.timeOrigin + performance.now());
await writer.close();
process.disconnect();

function heldByAnother(error: unknown): null {
  if (error instanceof HandoverError && error.code === 'store-held') return null;
  throw error;
}
