import { HandoverError } from '../errors.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import { typeLabel } from '../model/type-label.ts';
import type { Flags } from './flags.ts';
import { askIfMeant } from './nearest-name.ts';

/**
 * The data types that --only and --without name, as ids: each by its id, or as a plan calls it, in whatever case. A name
 * that is neither, nor near to one, is given back as it is.
 * @throws HandoverError `unknown-type` where a name is near to one
 */
export function readTypes(flags: Flags, catalogue: Catalogue): { only: string[]; without: string[] } {
  const ids = [USER_INFORMATION, ...catalogue.types.map(({ id }) => id)];
  const names = new Map(ids.flatMap((id) => [id, typeLabel(catalogue, id)].map((name) => [name.toLowerCase(), id])));
  const idOf = (name: string): string => {
    const id = names.get(name.toLowerCase());
    const meant = id === undefined ? askIfMeant(name, [...names.keys()], '') : null;
    if (meant === null) return id ?? name;
    throw new HandoverError('usage', 'unknown-type', `"${name}" is no data type.`, meant);
  };
  return { only: flags.list('only').map(idOf), without: flags.list('without').map(idOf) };
}
