import type { Catalogue } from './catalogue.ts';
import { USER_INFORMATION } from './merge-choices.ts';

/** How a data type is called on screens; the profile of a merge as well. One that the catalogue does not name: its id. */
export function typeLabel({ types }: Pick<Catalogue, 'types'>, id: string): string {
  if (id === USER_INFORMATION) return 'User information';
  return types.find((type) => type.id === id)?.label ?? id;
}
