import { HandoverError } from '../errors.ts';
import type { Flags } from './flags.ts';
import { readId } from './read-id.ts';

/** Two people, by id. */
export interface Ids {
  source: number;
  target: number;
}

/** The pairs that `--pair SOURCE:TARGET` names, in that order; [] where it was not given. @throws HandoverError `bad-value`, `not-an-id` */
export function readPairs(flags: Flags): Ids[] {
  return flags.list('pair').map((text) => {
    const [source, target, ...rest] = text.split(':');
    if (source === undefined || target === undefined || rest.length > 0) {
      const hint = 'Give the two IDs with a colon between them, as in --pair 19:21.';
      throw new HandoverError('usage', 'bad-value', `--pair cannot be "${text}".`, hint);
    }
    return { source: readId(source, '--pair'), target: readId(target, '--pair') };
  });
}

/** That there is no such pair, and which there are. @param what has none, in a sentence: "The plan" */
export function unknownPair(what: string, key: string, keys: readonly string[]): HandoverError {
  const shown = keys.slice(0, 5).join(', ');
  return new HandoverError(
    'usage',
    'unknown-pair',
    `${what} has no pair ${key}.`,
    `Give it as SOURCE:TARGET, the user IDs. Its pairs: ${shown}${keys.length > 5 ? ' …' : ''}.`,
  );
}
