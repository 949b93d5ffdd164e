import { basename, dirname } from 'node:path';
import type { Disk, DiskFile } from '../../source/model/ports.ts';
import type { Dice } from '../../source/people/demo/dice.ts';
import { type Fault, systemError } from '../store/faulty-disk.ts';
import { CONTENT_FATES, SimFile } from './sim-file.ts';
import { SimFolder } from './sim-folder.ts';

/** What every call ends with once the power is gone. */
export class PowerCut extends Error {}

/**
 * What a power cut leaves of what was not synced: nothing; all; writes cut at a random byte; writes of which sectors
 * read as zeros; names by chance, their content whole; a mixture by file.
 */
export const CRASH_MODES = ['dropped', 'kept', 'torn', 'zeroed', 'names-lost', 'mixed'] as const;
export type CrashMode = (typeof CRASH_MODES)[number];

type CallName = Parameters<Fault>[0];

/**
 * A disk in memory that forgets at a power cut what POSIX lets it forget: syncing a file makes its content and its size
 * last, but not its name; syncing a folder makes the names in it last; a rename is one change. Each call has a number.
 */
export class SimDisk implements Disk {
  /** How many calls were made. */
  calls = 0;
  /** "sync /store/journal.1.jsonl": the last call, for people. */
  lastCall = '';
  /** Asked before each call: it may throw the fault, or give the number of bytes to which a write is cut. */
  fault: Fault = () => undefined;
  isDead = false;
  #crash: { call: number; dice: Dice } | null = null;
  readonly #folders: Map<string, SimFolder>;
  readonly #writesAtMost: number;

  /** @param writesAtMost bytes that one write takes at most */
  constructor(writesAtMost = Number.POSITIVE_INFINITY, folders = new Map<string, SimFolder>()) {
    this.#writesAtMost = writesAtMost;
    this.#folders = folders;
  }

  /** The power goes at call `call` from now on. That one may still come to be, in part or whole; none after it does. */
  crashAt(call: number, dice: Dice): void {
    this.#crash = { call: this.calls + call, dice };
  }

  /** The disk as it is when the power is back. */
  afterCrash(mode: CrashMode, dice: Dice): SimDisk {
    const fateOfNames = mode === 'dropped' ? 'dropped' : mode === 'names-lost' || mode === 'mixed' ? 'some' : 'kept';
    const copies = new Map<SimFile, SimFile>();
    const copyOf = (file: SimFile): SimFile => {
      const fate = mode === 'mixed' ? dice.pick(CONTENT_FATES) : mode === 'names-lost' ? 'kept' : mode;
      const copy = copies.get(file) ?? new SimFile(file.survivors(fate, dice));
      copies.set(file, copy);
      return copy;
    };
    return this.#with((folder) => {
      const names = folder.survivors(fateOfNames, dice);
      return new SimFolder(new Map([...names].map(([name, file]) => [name, copyOf(file)])));
    });
  }

  /** The disk after the process alone has died: nothing is lost, and what was not synced may still be. */
  afterKill(): SimDisk {
    const copies = new Map<SimFile, SimFile>();
    return this.#with((folder) =>
      folder.copy((file) => {
        const copy = copies.get(file) ?? file.copy();
        copies.set(file, copy);
        return copy;
      }),
    );
  }

  /** Name → content of every file in `folder`; counts as no call. */
  filesOf(folder: string): Map<string, Buffer> {
    const names = this.#folders.get(folder)?.names ?? [];
    return new Map([...names].map(([name, file]) => [name, file.content]));
  }

  read(path: string, start = 0): Promise<Uint8Array> {
    return this.#call('read', path, () => this.#find(path).content.subarray(start));
  }

  create(path: string): Promise<DiskFile> {
    return this.#call('create', path, () => {
      const file = new SimFile();
      this.#folderOf(path).add(basename(path), file);
      return this.#open(path, file);
    });
  }

  append(path: string): Promise<DiskFile> {
    return this.#call('append', path, () => this.#open(path, this.#find(path)));
  }

  rename(path: string, newPath: string): Promise<void> {
    return this.#call('rename', path, () => this.#folderOf(path).rename(basename(path), basename(newPath)));
  }

  link(path: string, newPath: string): Promise<void> {
    return this.#call('link', newPath, () => this.#folderOf(newPath).add(basename(newPath), this.#find(path)));
  }

  remove(path: string): Promise<void> {
    return this.#call('remove', path, () => this.#folderOf(path).remove(basename(path)));
  }

  list(folder: string): Promise<string[]> {
    return this.#call('list', folder, () => {
      const inner = [...this.#folders.keys()].filter((path) => dirname(path) === folder && path !== folder);
      return [...this.#folder(folder).names.keys(), ...inner.map((path) => basename(path))];
    });
  }

  syncFolder(folder: string): Promise<void> {
    return this.#call('syncFolder', folder, () => this.#folder(folder).sync());
  }

  makeFolder(folder: string): Promise<void> {
    return this.#call('makeFolder', folder, () => {
      for (let path = folder; path !== dirname(path) && !this.#folders.has(path); path = dirname(path)) {
        this.#folders.set(path, new SimFolder());
      }
    });
  }

  #open(path: string, file: SimFile): DiskFile {
    return {
      write: (bytes) =>
        this.#call('write', path, (limit) => {
          const taken = bytes.subarray(0, Math.min(limit, this.#writesAtMost));
          file.write(taken);
          return taken.length;
        }),
      sync: () => this.#call('sync', path, () => file.sync()),
      size: () => this.#call('size', path, () => file.content.length),
      truncate: (size) => this.#call('truncate', path, () => file.truncate(size)),
      close: () => this.#call('close', path, () => undefined),
    };
  }

  /** @param effect what the call does; told the number of bytes that it may write */
  async #call<T>(name: CallName, path: string, effect: (limit: number) => T): Promise<T> {
    if (this.isDead) throw new PowerCut();
    const number = this.calls;
    this.calls += 1;
    this.lastCall = `${name} ${path}`;
    if (number === this.#crash?.call) {
      this.isDead = true;
      if (name !== 'sync' && name !== 'syncFolder') halfDo(effect, this.#crash.dice);
      throw new PowerCut();
    }
    return effect(this.fault(name, path) ?? Number.POSITIVE_INFINITY);
  }

  #find(path: string): SimFile {
    return this.#folderOf(path).find(basename(path));
  }

  #folderOf(path: string): SimFolder {
    return this.#folder(dirname(path));
  }

  #folder(path: string): SimFolder {
    const folder = this.#folders.get(path);
    if (folder === undefined) throw systemError('ENOENT');
    return folder;
  }

  #with(copied: (folder: SimFolder) => SimFolder): SimDisk {
    return new SimDisk(this.#writesAtMost, new Map([...this.#folders].map(([path, folder]) => [path, copied(folder)])));
  }
}

/** Does it, a write in part: whether the medium has any of it is up to the power cut. What it came to is never told. */
function halfDo(effect: (limit: number) => unknown, dice: Dice): void {
  try {
    effect(dice.whole(1, 2048));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
