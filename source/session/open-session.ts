import type { Catalogue } from '../model/catalogue.ts';
import { type Operator, type View, viewOf } from '../model/operator.ts';
import { parseCatalogue } from '../model/parse-catalogue.ts';
import type { StoreInfo, StorePort } from '../model/ports.ts';
import { CLEAR, type Veil } from '../redact/veil.ts';
import { openStore } from '../store/open-store.ts';
import type { Context } from './context.ts';
import { findOperator } from './find-operator.ts';
import { readRunPlan } from './read-run-plan.ts';
import { readText } from './read-text.ts';

/** An opened store, and who works on it by which rules. */
export interface Session {
  /** As it is shown: under --redact with stand-ins. */
  store: StorePort;
  /** As it is, for what is planned, run or written. */
  real: StorePort;
  /** What lies between the two, and before all that is shown besides. */
  veil: Veil;
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
  const [real, catalogue] = await Promise.all([
    openStore(context.location, context.random, context.isUnsafeAllowed),
    readCatalogue(context.catalogueFile),
  ]);
  const info = await real.info();
  const { veil } = context;
  await learnStore(real, context);
  const operator = findOperator(info, context);
  return { store: veil.store(real), real, veil, info, catalogue, operator, view: viewOf(operator, info.views) };
}

/** Makes the veil of `context` know the store `real`, before anything of it is shown. */
export async function learnStore(real: StorePort, { veil }: Pick<Context, 'veil'>): Promise<void> {
  if (!veil.isOn) return;
  const { location } = await real.info();
  await veil.learnStore(real, (run) => readRunPlan(location, run).catch(() => null));
}

/** The session without its veil, for what is planned, run or written. */
export function unveiled(session: Session): Session {
  return { ...session, store: session.real, veil: CLEAR };
}

async function readCatalogue(file: string): Promise<Catalogue> {
  return parseCatalogue(await readText(file, 'catalogue'), file);
}
