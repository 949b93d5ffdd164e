import { writeSync } from 'node:fs';
import { killingDisk } from './killing-disk.ts';
import { workOn } from './work-on.ts';

/**
 * A worker of the run named to it, on the store of that folder, with a disk that may end it at one of its calls. It says
 * `ready` before it opens the store, `done 19:21` once the entry of a pair is on disk, and `made 61 9` at its end: disk
 * calls, and the writes among them.
 */
const [run = '', folder = '', catalogueFile = '', kind = '', number = '', part = ''] = process.argv.slice(2);
// Straight into the pipe: what has been said is not lost with the process.
const say = (line: string) => writeSync(1, `${line}\n`);

say('ready');
const isWrite = kind === 'write';
const { disk, made } = killingDisk({ kind: isWrite ? 'write' : 'call', number: Number(number), part: Number(part) });
process.exitCode = await workOn({
  run,
  folder,
  catalogueFile,
  disk,
  around: (append) => async (entries) => {
    const written = await append(entries);
    for (const entry of entries) if (entry.kind === 'pair-done') say(`done ${entry.source}:${entry.target}`);
    return written;
  },
  tell: (message) => {
    if (!message.started) throw new Error(message.message);
  },
});
say(`made ${made.call} ${made.write}`);
