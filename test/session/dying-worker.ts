import { nodeDisk } from '../../source/store/node-disk.ts';
import { workOn } from '../faults/work-on.ts';

/** A worker that is called as the program's own is, and is killed when its run stands in the store and nobody has heard of it. */
const [, run = '', , folder = '', , , , catalogueFile = ''] = process.argv.slice(2);
await workOn({
  run,
  folder,
  catalogueFile,
  disk: nodeDisk,
  around: (append) => append,
  tell: () => process.kill(process.pid, 'SIGKILL'),
});
