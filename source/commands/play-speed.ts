import { HandoverError } from '../errors.ts';
import type { Flags } from './flags.ts';

/**
 * How many times as fast as is read with ease `demo --play` goes; 1 unless said.
 * @throws HandoverError `bad-value`; `wrong-flag` for what makes a store to keep
 */
export function playSpeed(flags: Flags): number {
  const given = ['users', 'seed', 'force', 'keep', 'quiet', 'json'].find(
    (name) => flags.isOn(name) || flags.text(name) !== null,
  );
  if (given === undefined) return flags.whole('speed', 1, 100) ?? 1;
  throw new HandoverError(
    'usage',
    'wrong-flag',
    `--${given} has no meaning with --play: it plays on a store of its own, the one that ships.`,
    `Leave out --play to make a store, or --${given} to see it played.`,
  );
}
