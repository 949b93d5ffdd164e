import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { HandoverError, hasSystemCode } from '../../errors.ts';
import type { Disk, Random } from '../../model/ports.ts';
import type { StoreData } from '../../model/store-data.ts';
import { readFault } from '../store-fault.ts';
import { writeWhole } from '../write-whole.ts';
import { parseStoreData } from './parse-store-data.ts';

const HEAD = /^\{"format":"handover-checkpoint","checksum":"([0-9a-f]{64})","data":$/;
const TAIL = '\n}\n';

/**
 * lowdb's adapter for a checkpoint: JSON with a checksum over its data, written whole or not at all.
 * A missing, empty, cut or altered file is an error that names it, and never taken for an empty store.
 */
export class CheckpointAdapter implements Adapter<StoreData> {
  readonly #disk: Disk;
  readonly #random: Random;
  readonly #path: string;

  constructor(disk: Disk, random: Random, path: string) {
    this.#disk = disk;
    this.#random = random;
    this.#path = path;
  }

  async read(): Promise<StoreData> {
    return decodeCheckpoint(await this.#bytes(), this.#path);
  }

  async write(data: StoreData): Promise<void> {
    await writeWhole(this.#disk, this.#random, this.#path, encodeCheckpoint(data));
  }

  async #bytes(): Promise<Uint8Array> {
    try {
      return await this.#disk.read(this.#path);
    } catch (error) {
      if (hasSystemCode(error, 'ENOENT', 'ENOTDIR')) throw noStore(this.#path, error);
      if (hasSystemCode(error, 'EISDIR')) throw damaged(this.#path, 'it is a folder');
      throw readFault(this.#path, error);
    }
  }
}

/** The bytes of a checkpoint: a head with the SHA-256 of the data's text, the data, a tail. One JSON document. */
export function encodeCheckpoint(data: StoreData): Uint8Array {
  const text = JSON.stringify(data);
  const checksum = createHash('sha256').update(text).digest('hex');
  return Buffer.from(`{"format":"handover-checkpoint","checksum":"${checksum}","data":\n${text}${TAIL}`);
}

/**
 * The data of a checkpoint's bytes.
 * @throws HandoverError `damaged-store` naming the file and what is wrong; `newer-store` for a later shape
 */
export function decodeCheckpoint(bytes: Uint8Array, path: string): StoreData {
  let value: unknown;
  try {
    value = JSON.parse(checkpointBody(bytes, path).toString('utf8'));
  } catch (error) {
    if (error instanceof HandoverError) throw error;
    // The engine's own sentence would show a piece of somebody's data.
    throw damaged(path, 'what it holds is no JSON');
  }
  return parseStoreData(value, path);
}

/**
 * The text of the data within a checkpoint's bytes, which is as it was written; nothing of it is looked at.
 * @throws HandoverError `damaged-store` naming the file and what is wrong
 */
export function checkpointBody(bytes: Uint8Array, path: string): Buffer {
  if (bytes.length === 0) throw damaged(path, 'it is empty');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.indexOf('\n') + 1;
  const end = buffer.length - TAIL.length;
  const checksum = HEAD.exec(buffer.toString('latin1', 0, Math.max(0, start - 1)))?.[1];
  if (checksum === undefined) throw damaged(path, 'it does not begin as a checkpoint does');
  if (end < start || buffer.toString('latin1', end) !== TAIL) throw damaged(path, 'its end is missing');
  const body = buffer.subarray(start, end);
  if (createHash('sha256').update(body).digest('hex') !== checksum) {
    throw damaged(path, 'its content does not match its checksum');
  }
  return body;
}

function damaged(path: string, what: string): HandoverError {
  return new HandoverError(
    'unexpected',
    'damaged-store',
    `The store file ${path} is damaged: ${what}.`,
    'Nothing was changed. Earlier checkpoints lie beside it as checkpoint.<n>.json; put back the store folder from a backup.',
  );
}

/** What is told where a store was looked for at `path` and there is none. */
export function noStore(path: string, cause?: unknown): HandoverError {
  const isFile = hasSystemCode(cause, 'ENOTDIR');
  return new HandoverError(
    'usage',
    'no-store',
    isFile ? `${dirname(path)} is a file, or lies in one; a store is a folder.` : `There is no store at ${path}.`,
    'Name its folder with --store DIR, or make a demonstration store with "handover demo --store DIR".',
    { cause },
  );
}
