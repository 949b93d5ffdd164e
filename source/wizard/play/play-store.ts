import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Context } from '../../session/context.ts';
import { readDemo } from '../../session/read-demo.ts';
import { createStore } from '../../store/create-store.ts';
import { openStore } from '../../store/open-store.ts';

/** Milliseconds between two looks at whether the store is let go of, and how many looks there are. */
const LOOKS = { every: 50, most: 100 };

/**
 * A demonstration store in a new folder among the temporary files of the machine, for as long as `act` works with it;
 * then it is gone, once a worker of it has ended.
 * @param act gets the context of whoever works in that store; what it resolves with is handed on
 */
export async function withPlayStore<T>(context: Context, act: (context: Context) => Promise<T>): Promise<T> {
  const { dataFolder, disk, random } = context;
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-play-'));
  const location = path.join(folder, 'store');
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  // Writing to a terminal that is gone ends the process where it is.
  process.once('exit', remove);
  try {
    await createStore(location, await readDemo(dataFolder), disk, random);
    const catalogueFile = path.join(dataFolder, 'catalogues', 'standard.json');
    return await act({ ...context, location, catalogueFile, cwd: folder, as: null, again: '', isReadOnly: false });
  } finally {
    await awaitWorker({ ...context, location });
    process.off('exit', remove);
    remove();
  }
}

async function awaitWorker({ location, random, isUnsafeAllowed, wait }: Context): Promise<void> {
  const store = await openStore(location, random, isUnsafeAllowed).catch(() => null);
  const never = new AbortController().signal;
  for (let look = 0; look < LOOKS.most && (await store?.holder()) != null; look += 1) await wait(LOOKS.every, never);
}
