import type { Context } from '../session/context.ts';
import type { FlagEntry, Flags } from './flags.ts';

/**
 * One headless command.
 * @param words what stands on the command line after the command's own name
 * @returns the exit status
 * @throws HandoverError which the caller prints
 */
export type Command = (context: Context, words: readonly string[], flags: Flags) => Promise<number>;

/** One command as it is typed, with all that help says of it. */
export interface CommandEntry {
  name: string;
  /** What stands after the name, flags left out. */
  usage: string;
  /** Least and most words after the name. */
  words: readonly [number, number];
  summary: string;
  flags: readonly FlagEntry[];
  example: string;
  /** Whether it, called in this way, changes a store, and so is refused with --read-only; absent: it never does. */
  isWriting?(words: readonly string[], flags: Flags): boolean;
  /** Whether it, called in this way, looks after Ctrl+C itself and can be left in good order; absent: it just ends. */
  isLeavable?(words: readonly string[], flags: Flags): boolean;
  /** Not shown in help. */
  isHidden?: boolean;
  load: () => Promise<Command>;
}
