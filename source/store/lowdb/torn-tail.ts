/** What a disk writes whole or not at all, in bytes. */
const SECTOR = 512;

/**
 * Whether `tail`, which begins with the record `sequence` and is not what was written, is a group of records whose
 * writing was cut short by a kill, a full disk or a power cut. Then it ends within a record, or sectors of it never
 * reached the disk and read as zeros; and no record of a later group follows, for that one was begun only once this
 * one was on disk. Anything else was written, and then altered.
 */
export function isTornTail(tail: Buffer, sequence: number): boolean {
  const lines = tail.toString('latin1').split('\n');
  if (lines.length > 1 && !hasLostSector(tail)) return false;
  return lines.every((line) => {
    const group = /^\{"sequence":\d+,"group":(\d+),(?:"last":\d+,)?"entry":/.exec(line)?.[1];
    return group === undefined || Number(group) <= sequence;
  });
}

/** Zeros from the beginning, up to the end, or a whole sector of them. A single altered byte is none of these. */
function hasLostSector(tail: Buffer): boolean {
  return tail.at(0) === 0 || tail.at(-1) === 0 || tail.includes(Buffer.alloc(SECTOR));
}
