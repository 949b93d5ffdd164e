import { resolve } from 'node:path';
import { HandoverError } from '../errors.ts';

/**
 * The folder that `location` names, absolute.
 * @throws HandoverError `unknown-store-kind` for a URL of any other kind of store
 */
export function storeFolder(location: string): string {
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(location)?.[1];
  if (scheme === undefined || scheme === 'file') return resolve(location.replace(/^file:\/\//i, ''));
  throw new HandoverError(
    'usage',
    'unknown-store-kind',
    `This handover has no store of the kind "${scheme}".`,
    'Name the folder of a store: --store DIR.',
  );
}
