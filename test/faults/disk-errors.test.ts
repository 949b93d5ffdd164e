import { expect, test } from 'vitest';
import { tempFolder } from '../helpers/temp-folder.ts';
import { DISK_FAULTS, failDisk } from './fail-disk.ts';

test.each(DISK_FAULTS)(
  'a disk $name, at every call: it is told, what was acknowledged stays, what was refused is not there',
  async (fault) => {
    const { points, failures } = await failDisk(fault, await tempFolder());
    expect(failures).toEqual([]);
    expect(points).toBeGreaterThan(20);
  },
);
