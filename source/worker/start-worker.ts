import { spawn } from 'node:child_process';
import { open, stat } from 'node:fs/promises';
import { type ErrorKind, HandoverError } from '../errors.ts';
import type { Plan } from '../model/plan.ts';
import type { Clock, Disk, Random } from '../model/ports.ts';
import { writeWhole } from '../store/write-whole.ts';
import { locateRun } from './run-folder.ts';

export interface WorkerRequest {
  /** The bundled program that the worker runs. */
  program: string;
  /** Folder of the store. */
  location: string;
  /** Login of the operator. */
  operator: string;
  /** File of the catalogue. */
  catalogue: string;
  /** All that it gets of an environment. */
  environment: Readonly<Record<string, string>>;
  /** Whether the store may lie on a file system whose locks are not to be trusted. */
  isUnsafeAllowed: boolean;
  /** Whether whoever goes on with the run knows that something of it was put back since; absent: not. */
  isUndoKnown?: boolean;
}

/** What the worker tells its starter, once. */
export type WorkerMessage =
  | { started: true }
  | { started: false; kind: ErrorKind; code: string; message: string; hint: string };

/**
 * A new run's id: its day and time in UTC and four random characters. It sorts by age as long as the clock is right,
 * and is none of `taken` however often the clock is put back.
 */
export function makeRunId(clock: Clock, random: Random, taken: ReadonlySet<string>): string {
  const [day, time] = clock.now().toISOString().split('T');
  const id = `${day}-${time?.slice(0, 5).replace(':', '')}-${random.token(4)}`;
  return taken.has(id) ? makeRunId(clock, random, taken) : id;
}

/** Freezes `plan` in the folder of the new run `id`, for the worker to read. */
export async function freezePlan(disk: Disk, random: Random, location: string, id: string, plan: Plan): Promise<void> {
  const files = locateRun(location, id);
  await disk.makeFolder(files.folder);
  await writeWhole(disk, random, files.plan, Buffer.from(`${JSON.stringify(plan)}\n`));
}

/**
 * Starts the detached process that carries out run `id`, and waits until it has begun. It belongs to no terminal and
 * outlives whoever started it.
 * @throws HandoverError with the worker's own reason: store-held, stale-plan, not-permitted …
 */
export async function startWorker(id: string, request: WorkerRequest): Promise<void> {
  const { program, location, operator, catalogue, environment, isUnsafeAllowed, isUndoKnown } = request;
  const { log } = locateRun(location, id);
  const output = await open(log, 'a', 0o600);
  try {
    const options = ['_worker', id, '--store', location, '--as', operator, '--catalogue', catalogue];
    if (isUnsafeAllowed) options.push('--unsafe-fs');
    if (isUndoKnown) options.push('--undo-known');
    const child = spawn(process.execPath, [program, ...options], {
      detached: true,
      cwd: location,
      env: environment,
      stdio: ['ignore', output.fd, output.fd, 'ipc'],
    });
    const message = await new Promise<WorkerMessage>((resolve, reject) => {
      child.once('message', (said) => resolve(said as WorkerMessage));
      child.once('error', reject);
      // Not on 'exit': what it said last may still be on its way then.
      child.once('close', (status, signal) => void diedEarly(status, signal, log).then(reject, reject));
    });
    child.removeAllListeners('close');
    if (child.connected) child.disconnect();
    child.unref();
    if (!message.started) throw new HandoverError(message.kind, message.code, message.message, message.hint);
  } finally {
    await output.close();
  }
}

async function diedEarly(status: number | null, signal: string | null, log: string): Promise<HandoverError> {
  const how = signal === null ? `ended (status ${status ?? 'unknown'})` : `was killed (${signal})`;
  const said = await stat(log).then(
    ({ size }) => size > 0,
    () => false,
  );
  return new HandoverError(
    'unexpected',
    'worker-died',
    `The worker ${how} before it said that it had begun.`,
    said ? `What it said stands in ${log}.` : 'It said nothing.',
  );
}
