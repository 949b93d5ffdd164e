import { distantFileSystem } from '../../store/distant-file-system.ts';
import type { Look } from './health-check.ts';
import { sizeText } from './size-text.ts';

/** A new checkpoint lies beside the one before it, and journals grow meanwhile. */
const CHECKPOINTS_OF_ROOM = 3;

/** Whether the disk under the store keeps locks, and has room for what a run writes. */
export const checkDisk: Look = async ({ place, files }) => {
  if (place === null) return null;
  const distant = distantFileSystem(place.fileSystem);
  if (distant !== null) {
    return {
      name: 'disk',
      ok: false,
      message: `The store lies on ${distant}, where locks are not to be trusted: two runs could write at once.`,
      cure: 'Put the store on a disk of this machine, or see to it that just one machine ever opens it.',
    };
  }
  if (place.free === null) return { name: 'disk', ok: true, message: 'It is a disk of this machine.' };
  const checkpoint = files.find(({ name }) => name === 'store.json')?.bytes ?? 0;
  const wanted = CHECKPOINTS_OF_ROOM * checkpoint;
  if (place.free >= wanted) {
    return { name: 'disk', ok: true, message: `It is a disk of this machine with ${sizeText(place.free)} free.` };
  }
  return {
    name: 'disk',
    ok: false,
    message: `Just ${sizeText(place.free)} are free on the disk; a run may need ${sizeText(wanted)}.`,
    cure: 'Make room before the next run. A run that finds the disk full stops in good order and can be gone on with.',
  };
};
