import type { Catalogue } from '../model/catalogue.ts';
import { type Operator, type View, viewOf } from '../model/operator.ts';
import { parseCatalogue } from '../model/parse-catalogue.ts';
import type { StoreInfo, StorePort } from '../model/ports.ts';
import { openStore } from '../store/open-store.ts';
import type { Context } from './context.ts';
import { findOperator } from './find-operator.ts';
import { readText } from './read-text.ts';

/** An opened store, and who works on it by which rules. */
export interface Session {
  store: StorePort;
  info: StoreInfo;
  catalogue: Catalogue;
  operator: Operator;
  /** The people whom the operator may touch (A20); null: everybody. */
  view: View | null;
}

/**
 * Opens the store and the catalogue that `context` names and finds the operator.
 * @throws HandoverError what `openStore` and `parseCatalogue` throw; `unreadable`; `not-permitted`
 */
export async function openSession(context: Context): Promise<Session> {
  const [store, catalogue] = await Promise.all([
    openStore(context.location, context.random, context.isUnsafeAllowed),
    readCatalogue(context.catalogueFile),
  ]);
  const info = await store.info();
  const operator = findOperator(info, context);
  return { store, info, catalogue, operator, view: viewOf(operator, info.views) };
}

async function readCatalogue(file: string): Promise<Catalogue> {
  return parseCatalogue(await readText(file, 'catalogue'), file);
}
