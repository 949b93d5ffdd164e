import { HandoverError } from '../../errors.ts';
import { listStoreFiles } from '../../store/list-store-files.ts';
import { openStore } from '../../store/open-store.ts';
import { storeFolder } from '../../store/store-folder.ts';
import { readStorePlace } from '../../store/store-place.ts';
import type { Context } from '../context.ts';
import { checkAudit } from './check-audit.ts';
import { checkCatalogue } from './check-catalogue.ts';
import { checkCheckpoint } from './check-checkpoint.ts';
import { checkDisk } from './check-disk.ts';
import { checkFiles } from './check-files.ts';
import { checkJournals } from './check-journals.ts';
import { checkLocale } from './check-locale.ts';
import { checkLogin } from './check-login.ts';
import { checkNode } from './check-node.ts';
import { checkOperator } from './check-operator.ts';
import { checkPlans } from './check-plans.ts';
import { checkRuns } from './check-runs.ts';
import { checkStore } from './check-store.ts';
import { checkTerminal } from './check-terminal.ts';
import { checkWriter } from './check-writer.ts';
import type { Examined, HealthCheck, Look } from './health-check.ts';

/** THE TABLE: every look, in the order in which they are told. */
const LOOKS: readonly Look[] = [
  checkNode,
  checkStore,
  checkDisk,
  checkFiles,
  checkCheckpoint,
  checkJournals,
  checkAudit,
  checkWriter,
  checkRuns,
  checkPlans,
  checkCatalogue,
  checkOperator,
  checkLogin,
  checkTerminal,
  checkLocale,
];

/** Looks at everything that a run rests on, and changes nothing. What cannot be looked at is left out. */
export async function checkHealth(context: Context): Promise<HealthCheck[]> {
  const examined = await examine(context);
  const found: (HealthCheck | null)[] = [];
  for (const look of LOOKS) found.push(await look(examined));
  return found.filter((check) => check !== null);
}

async function examine(context: Context): Promise<Examined> {
  const { location, random, isUnsafeAllowed } = context;
  try {
    const folder = storeFolder(location);
    const [place, files] = await Promise.all([readStorePlace(folder), listStoreFiles(folder)]);
    const opened = await openStore(location, random, isUnsafeAllowed).catch(asRefusal);
    return { context, place, files, opened };
  } catch (error) {
    return { context, place: null, files: [], opened: asRefusal(error) };
  }
}

function asRefusal(error: unknown): HandoverError {
  if (error instanceof HandoverError) return error;
  throw error;
}
