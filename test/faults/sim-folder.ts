import type { Dice } from '../../source/people/demo/dice.ts';
import { systemError } from '../store/faulty-disk.ts';
import type { SimFile } from './sim-file.ts';

/** Names that come, change or go at once, whatever happens: both names of a rename. */
type NameChange = [name: string, file: SimFile | null][];

/** The names in a folder of a simulated disk: those on the medium, and what was done to them since and is not. */
export class SimFolder {
  #lasting: Map<string, SimFile>;
  #names: Map<string, SimFile>;
  #unsynced: NameChange[] = [];

  constructor(names: Map<string, SimFile> = new Map()) {
    this.#lasting = new Map(names);
    this.#names = new Map(names);
  }

  /** As every process sees them, synced or not. */
  get names(): ReadonlyMap<string, SimFile> {
    return this.#names;
  }

  /** @throws ENOENT */
  find(name: string): SimFile {
    const file = this.#names.get(name);
    if (file === undefined) throw systemError('ENOENT');
    return file;
  }

  /** @throws EEXIST where the name is taken */
  add(name: string, file: SimFile): void {
    if (this.#names.has(name)) throw systemError('EEXIST');
    this.#do([[name, file]]);
  }

  /** @throws ENOENT */
  remove(name: string): void {
    this.find(name);
    this.#do([[name, null]]);
  }

  /** Whatever had the new name before is gone. @throws ENOENT */
  rename(name: string, newName: string): void {
    const file = this.find(name);
    if (name === newName) return;
    this.#do([
      [name, null],
      [newName, file],
    ]);
  }

  /** All names are on the medium. */
  sync(): void {
    this.#lasting = new Map(this.#names);
    this.#unsynced = [];
  }

  /** The same folder, with what is not synced still not synced; `copyOf` gives the copy of each file. */
  copy(copyOf: (file: SimFile) => SimFile): SimFolder {
    const copy = new SimFolder(new Map([...this.#lasting].map(([name, file]) => [name, copyOf(file)])));
    for (const change of this.#unsynced) {
      copy.#do(change.map(([name, file]) => [name, file === null ? null : copyOf(file)]));
    }
    return copy;
  }

  /** The names on the medium after a power cut; `some`: each change that was not synced by chance, in no order. */
  survivors(fate: 'dropped' | 'kept' | 'some', dice: Dice): Map<string, SimFile> {
    if (fate === 'dropped') return new Map(this.#lasting);
    if (fate === 'kept') return new Map(this.#names);
    const names = new Map(this.#lasting);
    for (const change of this.#unsynced) if (dice.chance(0.5)) apply(names, change);
    return names;
  }

  #do(change: NameChange): void {
    apply(this.#names, change);
    this.#unsynced.push(change);
  }
}

function apply(names: Map<string, SimFile>, change: NameChange): void {
  for (const [name, file] of change) {
    if (file === null) names.delete(name);
    else names.set(name, file);
  }
}
