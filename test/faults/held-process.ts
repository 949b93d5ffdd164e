import { nodeDisk } from '../../source/store/node-disk.ts';
import { workOn } from './work-on.ts';

/**
 * A worker that is called as the program's own is, and that waits between the beginning of its run and the first pair
 * until it gets SIGUSR2; for a minute at the most, lest it outlive a test that has failed.
 */
const [, run = '', , folder = '', , , , catalogueFile = ''] = process.argv.slice(2);
const released = new Promise<void>((resolve) => {
  const limit = setTimeout(resolve, 60_000);
  process.once('SIGUSR2', () => {
    clearTimeout(limit);
    resolve();
  });
});
process.exitCode = await workOn({
  run,
  folder,
  catalogueFile,
  disk: nodeDisk,
  around: (append) => async (entries) => {
    if (entries.some(({ kind }) => kind === 'pair-done')) await released;
    return append(entries);
  },
  tell: (message) => process.send?.(message),
});
// The limit of one that was refused.
process.exit();
