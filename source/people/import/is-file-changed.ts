import { fileStamp } from '../../csv/file-stamp.ts';
import type { PeopleFile } from './import-check.ts';

/** Whether the file on the disk is another one than was read, or is gone. One of which that is not known counts as the same. */
export async function isFileChanged({ file, stamp }: Pick<PeopleFile, 'file' | 'stamp'>): Promise<boolean> {
  return stamp !== undefined && (await fileStamp(file)) !== stamp;
}
