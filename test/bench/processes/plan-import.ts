import { join } from 'node:path';
import { checkImport } from '../../../source/people/import/check-import.ts';
import { guessMapping } from '../../../source/people/import/guess-mapping.ts';
import { readPeopleFile } from '../../../source/people/import/read-people-file.ts';
import { readPresets } from '../../../source/session/list-mappings.ts';
import { readTimeZones } from '../../../source/session/read-time-zones.ts';
import { openStore } from '../../../source/store/open-store.ts';
import { systemRandom } from '../../../source/system-ports.ts';
import { planImport } from '../../../source/transfer/plan-import.ts';
import { readStandardCatalogue } from '../given-plan.ts';

/** Milliseconds from the file to the plan, and the most memory that the process had, in MB. */
export interface ImportBenchResult {
  milliseconds: number;
  peak: number;
}

/** Opens the store at `location` and, where a file is named, plans its import: each second row changes. */
async function planAlone(location: string, file: string | undefined): Promise<ImportBenchResult> {
  const dataFolder = join(import.meta.dirname, '..', '..', '..', 'data');
  const store = await openStore(location, systemRandom);
  const [info, users, timeZones, presets, catalogue] = await Promise.all([
    store.info(),
    store.users(),
    readTimeZones({ dataFolder }),
    readPresets({ dataFolder }),
    readStandardCatalogue(),
  ]);
  const [operator] = info.operators;
  if (operator === undefined) throw new Error('the store has no operator');
  const start = performance.now();
  if (file !== undefined) {
    const read = await readPeopleFile(file);
    const { mapping } = guessMapping(read, presets);
    const { names, views, id, lastId } = info;
    const { seats, sendsActivationMail } = info.settings;
    const today = '2026-03-02';
    const store = { users, lastId, names, views };
    const context = { ...store, operator, view: null, timeZones, seats, sendsActivationMail, today };
    const check = checkImport(read, mapping, context);
    const byId = new Map(users.map((user) => [user.id, user]));
    const made = { check, users: byId, catalogue, store: id, id: 'bench', operator: operator.login };
    const plan = planImport({ ...made, createdAt: new Date(0), allOrNothing: false, file: 'people.csv' });
    const changed = plan.pairs.length + check.counts.problems;
    if (changed !== users.length / 2) throw new Error(`${changed} rows change or have problems`);
  }
  const milliseconds = performance.now() - start;
  return { milliseconds, peak: process.resourceUsage().maxRSS / 1024 };
}

const [location = '', file] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await planAlone(location, file)));
