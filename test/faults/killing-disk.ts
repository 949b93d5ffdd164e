import type { Disk, DiskFile } from '../../source/model/ports.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';

/** When a process ends itself: at its disk call, or just at its write, of this number, counted from 1; 0: never. */
export interface Deadline {
  kind: 'call' | 'write';
  number: number;
  /** How much of the write still comes to be, 0 to 1; of other calls nothing does. */
  part: number;
}

/** The disk of this machine for a process that kills itself (SIGKILL) at its deadline. `made` tells what it has called. */
export function killingDisk({ kind, number, part }: Deadline): { disk: Disk; made: Record<Deadline['kind'], number> } {
  const made = { call: 0, write: 0 };
  const die = () => process.kill(process.pid, 'SIGKILL');
  const isDue = (isWrite = false): boolean => {
    made.call += 1;
    if (isWrite) made.write += 1;
    return (kind === 'call' || isWrite) && made[kind] === number;
  };
  const counted = <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) => {
    return async (...given: Given): Promise<Result> => {
      if (isDue()) die();
      return work(...given);
    };
  };
  const countedFile = (file: DiskFile): DiskFile => ({
    async write(bytes) {
      if (isDue(true)) {
        await file.write(bytes.subarray(0, Math.floor(bytes.length * part)));
        die();
      }
      return file.write(bytes);
    },
    sync: counted(() => file.sync()),
    size: counted(() => file.size()),
    truncate: counted((size: number) => file.truncate(size)),
    close: counted(() => file.close()),
  });
  const disk: Disk = {
    read: counted(nodeDisk.read),
    create: counted(async (path: string) => countedFile(await nodeDisk.create(path))),
    append: counted(async (path: string) => countedFile(await nodeDisk.append(path))),
    rename: counted(nodeDisk.rename),
    link: counted(nodeDisk.link),
    remove: counted(nodeDisk.remove),
    list: counted(nodeDisk.list),
    syncFolder: counted(nodeDisk.syncFolder),
    makeFolder: counted(nodeDisk.makeFolder),
  };
  return { disk, made };
}
