import type { Disk, DiskFile } from '../../source/model/ports.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';

type Call = keyof Disk | keyof DiskFile;

/**
 * What is asked before each call to the disk; it may throw the fault. A number cuts a `write`
 * to so many bytes, or is what `size` tells.
 */
export type Fault = (call: Call, path: string) => number | undefined;

/** A system error as the disk of this machine would throw it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made for the test`), { code });
}

/** The disk of this machine, with faults that can be set and taken away. */
export class FaultyDisk implements Disk {
  fault: Fault = () => undefined;

  async read(path: string, start?: number): Promise<Uint8Array> {
    this.fault('read', path);
    return nodeDisk.read(path, start);
  }

  async create(path: string): Promise<DiskFile> {
    this.fault('create', path);
    return this.#file(await nodeDisk.create(path), path);
  }

  async append(path: string): Promise<DiskFile> {
    this.fault('append', path);
    return this.#file(await nodeDisk.append(path), path);
  }

  async rename(path: string, newPath: string): Promise<void> {
    this.fault('rename', path);
    return nodeDisk.rename(path, newPath);
  }

  async link(path: string, newPath: string): Promise<void> {
    this.fault('link', newPath);
    return nodeDisk.link(path, newPath);
  }

  async remove(path: string): Promise<void> {
    this.fault('remove', path);
    return nodeDisk.remove(path);
  }

  async list(folder: string): Promise<string[]> {
    this.fault('list', folder);
    return nodeDisk.list(folder);
  }

  async syncFolder(folder: string): Promise<void> {
    this.fault('syncFolder', folder);
    return nodeDisk.syncFolder(folder);
  }

  async makeFolder(folder: string): Promise<void> {
    this.fault('makeFolder', folder);
    return nodeDisk.makeFolder(folder);
  }

  #file(file: DiskFile, path: string): DiskFile {
    const ask = (call: Call) => this.fault(call, path);
    return {
      async write(bytes) {
        const limit = ask('write');
        return file.write(typeof limit === 'number' ? bytes.subarray(0, limit) : bytes);
      },
      async sync() {
        ask('sync');
        await file.sync();
      },
      async size() {
        return ask('size') ?? file.size();
      },
      async truncate(size) {
        ask('truncate');
        await file.truncate(size);
      },
      close: () => file.close(),
    };
  }
}
