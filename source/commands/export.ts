import path from 'node:path';
import { findMapping } from '../people/import/find-mapping.ts';
import { type UnfitValue, writePeopleCsv } from '../people/write-people-csv.ts';
import { listMappings } from '../session/list-mappings.ts';
import { openSession } from '../session/open-session.ts';
import type { Command } from './command.ts';
import { printAside, printJson, printLines } from './print.ts';

const MOST_TOLD = 5;

/**
 * `export`: writes everybody, active and inactive (A11), to `people.csv` or the file that is named (A33), headed and
 * written as --mapping says.
 * @throws HandoverError `file-exists`, `not-written`, `unknown-mapping`
 */
export const exportPeople: Command = async (context, _words, flags) => {
  const session = await openSession(context);
  const name = flags.text('mapping');
  const mapping = name === null ? null : findMapping(name, await listMappings(session, context)).mapping;
  const out = path.resolve(context.cwd, flags.text('out') ?? 'people.csv');
  const { people, unfit } = await writePeopleCsv(await session.store.users(), out, {
    force: flags.isOn('force'),
    bom: flags.isOn('bom'),
    ...(mapping !== null && { mapping }),
  });
  if (context.json) printJson(context, { file: out, people, mapping: mapping?.name ?? null, unfit });
  else {
    printAside(context, describeUnfit(unfit));
    printLines(context, [
      `${people} people are in ${out}`,
      "Each row is one person. Into its To User ID write the ID of the person who gets that person's data;",
      'leave all other cells as they are. Then look at it with: handover check FILE',
    ]);
  }
  return 0;
};

/** What another store would not read back as it is, in words. */
function describeUnfit(unfit: readonly UnfitValue[]): string[] {
  if (unfit.length === 0) return [];
  const told = unfit.slice(0, MOST_TOLD).map(({ person, heading }) => {
    return heading === null
      ? `  user ${person}: the whole row is too long to be read again`
      : `  user ${person}: ${heading}`;
  });
  const isOne = unfit.length === 1;
  return [
    isOne
      ? 'One value cannot be written so that it reads as it is (an entry that holds the separator, for example):'
      : `${unfit.length} values cannot be written so that they read as they are (an entry that holds the separator, for example):`,
    ...told,
    ...(unfit.length > MOST_TOLD ? [`  and ${unfit.length - MOST_TOLD} more`] : []),
    'An import into this store leaves them as they are. Another mapping may be able to write them.',
  ];
}
