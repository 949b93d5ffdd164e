import type { Context } from '../session/context.ts';
import type { Flags } from './flags.ts';

/**
 * One headless command.
 * @param words what stands on the command line after the command's own name
 * @returns the exit status
 * @throws HandoverError which the caller prints
 */
export type Command = (context: Context, words: readonly string[], flags: Flags) => Promise<number>;
