import type { Disk } from '../../source/model/ports.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';

/** The disk of this machine, but that some files read as what `altered` has for their path. */
export function alteredDisk(altered: ReadonlyMap<string, Uint8Array>): Disk {
  return {
    ...nodeDisk,
    async read(path, start = 0) {
      return altered.get(path)?.subarray(start) ?? nodeDisk.read(path, start);
    },
  };
}
