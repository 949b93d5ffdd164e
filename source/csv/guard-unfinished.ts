import { rmSync } from 'node:fs';
import { HandoverError } from '../errors.ts';

/** Those that ask a process to end, by their wish or because its terminal is gone. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/**
 * Does `act`, which makes the file `own` that is to become `path`. Should the process be ended meanwhile, by a signal or
 * from within, `own` is taken away. A signal throws HandoverError `interrupted` as an uncaught exception, which the
 * program tells and ends by; but where somebody else listens to Ctrl+C, that is left to them.
 * @param act is to await `goOn` before each step: once a signal has come, it never resolves
 */
export async function guardUnfinished<T>(
  path: string,
  own: string,
  act: (goOn: () => Promise<void>) => Promise<T>,
): Promise<T> {
  let isCut = false;
  const remove = () => {
    try {
      rmSync(own, { force: true });
    } catch {
      // Where the folder refuses even that, there is no such file; what `act` throws says why.
    }
  };
  const cut = (signal: NodeJS.Signals) => {
    if (isCut || (signal === 'SIGINT' && process.listenerCount(signal) > 1)) return;
    isCut = true;
    remove();
    throw cutShort(path);
  };
  process.on('exit', remove);
  for (const signal of SIGNALS) process.on(signal, cut);
  try {
    return await act(() => (isCut ? new Promise(() => undefined) : Promise.resolve()));
  } finally {
    remove();
    process.off('exit', remove);
    for (const signal of SIGNALS) process.off(signal, cut);
  }
}

function cutShort(path: string): HandoverError {
  return new HandoverError(
    'interrupted',
    'interrupted',
    `Interrupted: “${path}” was not written.`,
    'Nothing was left behind. Say it again to have the file.',
  );
}
