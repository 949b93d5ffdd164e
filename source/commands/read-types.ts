import { HandoverError } from '../errors.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import { typeLabel } from '../model/type-label.ts';
import type { Flags } from './flags.ts';
import { askIfMeant } from './nearest-name.ts';

/**
 * The data types that --only and --without name, as ids: each by its id, or as a plan calls it, in whatever case. A name
 * that is neither, nor near to one, is given back as it is.
 * @throws HandoverError `unknown-type` where a name is near to one; `wrong-flag` where one is to be carried and left
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
  const [only, without] = [flags.list('only').map(idOf), flags.list('without').map(idOf)];
  const both = only.find((id) => without.includes(id));
  if (both === undefined) return { only, without };
  throw new HandoverError(
    'usage',
    'wrong-flag',
    `"${both}" is named by --only and by --without.`,
    'Name it with --only to have it, or with --without to leave it behind.',
  );
}
