import type { Clock, Disk, Random } from '../model/ports.ts';
import type { Veil } from '../redact/veil.ts';

/** Everything that the command line, the environment and the machine decide. Whoever needs any of it gets this. */
export interface Context {
  cwd: string;
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
  /** Whether somebody sits at a terminal that can move its cursor; never under TERM=dumb. */
  isTerminal: boolean;
  /** Whether a line on standard error may be written over and over: somebody sees it, and wants things to move. */
  isRedrawn: boolean;
  /** Width of the terminal; 80 where there is none. */
  columns: number;
  /** Folder of the store, absolute; or a URL of another kind of store. */
  location: string;
  /** Flags that a further command needs to mean the same store and operator, as they are typed: "--store demo". */
  again: string;
  /** Login of the operator to work as, where one was named. */
  as: string | null;
  /** Login of the account that this runs under. */
  login: string;
  /** Number of that account; null on a system that has none. */
  uid: number | null;
  /** The account that was logged in with, where sudo or su changed it since; else null. */
  realAccount: string | null;
  /** Where the machine's own files begin: "/". */
  root: string;
  host: string;
  pid: number;
  /** Absolute path of the catalogue. */
  catalogueFile: string;
  /** Absolute path of the folder with what ships: demo, catalogues, samples. */
  dataFolder: string;
  /** Absolute path of this program's file, for the worker. */
  program: string;
  /** The environment that a worker gets. */
  workerEnvironment: Readonly<Record<string, string>>;
  json: boolean;
  colour: boolean;
  ascii: boolean;
  inline: boolean;
  /** Whether the wizard asks numbered questions, and draws nothing. */
  isAccessible: boolean;
  isReadOnly: boolean;
  /** What lies before all that is shown: under --redact stand-ins for people and operators, so that the screen can be shared. */
  veil: Veil;
  /** Whether the store may lie on a file system whose locks are not to be trusted. */
  isUnsafeAllowed: boolean;
  clock: Clock;
  random: Random;
  disk: Disk;
  /** Resolves after that many milliseconds, or at once when `signal` aborts; never rejects. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Aborted by the first Ctrl+C, for whatever can be left in good order. */
  interrupt: AbortSignal;
}
