import { isUtf8 } from 'node:buffer';

/** Stands for a line that is no text. */
const UNREADABLE = '\uFFFD';

/** The bytes of a log, taken apart. */
export interface SplitLog {
  /** Without their newlines. */
  lines: string[];
  /** How many bytes they take, newlines included. */
  bytes: number;
  /** Bytes behind them whose writing was cut short. */
  tornBytes: number;
}

/**
 * Takes the bytes of a log apart. Cut short are a last line without a newline, and all from the first zero on: what a
 * power cut kept from the disk reads as zeros, and no line holds one.
 */
export function splitLog(bytes: Uint8Array): SplitLog {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zero = buffer.indexOf(0);
  const written = zero === -1 ? buffer : buffer.subarray(0, zero);
  const end = written.lastIndexOf(0x0a) + 1;
  const lines: string[] = [];
  for (let start = 0; start < end; ) {
    const stop = written.indexOf(0x0a, start);
    const line = written.subarray(start, stop);
    lines.push(isUtf8(line) ? line.toString('utf8') : UNREADABLE);
    start = stop + 1;
  }
  return { lines, bytes: end, tornBytes: buffer.length - end };
}
