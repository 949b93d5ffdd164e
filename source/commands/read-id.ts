import { HandoverError } from '../errors.ts';
import { explainNotAnId, parseId } from '../model/parse-id.ts';
import { shellWord } from '../model/shell-word.ts';

/**
 * The user id that somebody typed at `place` ("--source").
 * @throws HandoverError `not-an-id`
 */
export function readId(typed: string, place: string): number {
  const id = parseId(typed);
  if (id !== null) return id;
  const { message } = explainNotAnId(typed, place);
  const name = /\p{L}/u.test(typed) ? shellWord(typed) : 'NAME';
  throw new HandoverError('usage', 'not-an-id', message, `Find the ID with: handover users --inactive --query ${name}`);
}
