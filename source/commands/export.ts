import path from 'node:path';
import { writePeopleCsv } from '../people/write-people-csv.ts';
import { openSession } from '../session/open-session.ts';
import type { Command } from './command.ts';
import { printJson, printLines } from './print.ts';

/**
 * `export`: writes everybody, active and inactive (A11), to `people.csv` or the file that is named (A33).
 * @throws HandoverError `file-exists`, `not-written`
 */
export const exportPeople: Command = async (context, _words, flags) => {
  const { store } = await openSession(context);
  const out = path.resolve(context.cwd, flags.text('out') ?? 'people.csv');
  const options = { force: flags.isOn('force'), bom: flags.isOn('bom') };
  const { people } = await writePeopleCsv(await store.users(), out, options);
  if (context.json) printJson(context, { file: out, people });
  else {
    printLines(context, [
      `${people} people are in ${out}`,
      "Each row is one person. Into its To User ID write the ID of the person who gets that person's data;",
      'leave all other cells as they are. Then look at it with: handover check FILE',
    ]);
  }
  return 0;
};
