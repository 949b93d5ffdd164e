import path from 'node:path';
import { countOf } from '../model/finding.ts';
import { numberText } from '../model/number-text.ts';
import { isInView, type View } from '../model/operator.ts';
import { shellWord } from '../model/shell-word.ts';
import type { User } from '../model/user.ts';
import { findMapping } from '../people/import/find-mapping.ts';
import { type UnfitValue, writePeopleCsv } from '../people/write-people-csv.ts';
import { listMappings } from '../session/list-mappings.ts';
import { openSession } from '../session/open-session.ts';
import type { Command } from './command.ts';
import { printAside, printJson, printLines } from './print.ts';

const MOST_TOLD = 5;

const ONLY_TO_LOOK_AT =
  'It holds stand-ins for people and is only to be looked at; to import it would write them over who people are. Export without --redact for a file to work with.';

/**
 * `export`: writes everybody, active and inactive (A11), to `people.csv` or the file that is named (A33), headed and
 * written as --mapping says.
 * @throws HandoverError `file-exists`, `not-written`, `unknown-mapping`
 */
export const exportPeople: Command = async (context, _words, flags) => {
  const session = await openSession(context);
  const name = flags.text('mapping');
  const mapping = name === null ? null : findMapping(name, await listMappings(session, context)).mapping;
  const typed = flags.text('out') ?? 'people.csv';
  const out = path.resolve(context.cwd, typed);
  const users = await session.store.users();
  const { people, unfit } = await writePeopleCsv(users.map(session.veil.cells), out, {
    force: flags.isOn('force'),
    bom: flags.isOn('bom'),
    ...(mapping !== null && { mapping }),
  });
  if (context.json) printJson(context, { file: out, people, mapping: mapping?.name ?? null, unfit });
  else {
    printAside(context, [...describeUnfit(unfit), ...describeView(session.view, users)]);
    const named = mapping === null ? '' : ` --mapping ${shellWord(mapping.name)}`;
    printLines(context, [
      `${countOf(people, 'row')} ${people === 1 ? 'is' : 'are'} in ${out}, one for each person.`,
      ...(session.veil.isOn ? [ONLY_TO_LOOK_AT] : nextSteps(shellWord(typed), named)),
    ]);
  }
  return 0;
};

/** What may be done with an export that says of people what the store says. */
function nextSteps(file: string, mapping: string): string[] {
  return [
    'To change people, change their cells and empty none that is to stay: a blank may erase. Rows of new people have the',
    `User ID 0. Then look at it with: handover import ${file}${mapping}`,
    'For a transfer or a merge, write into To User ID the ID of the person who gets the data; leave all other cells as',
    `they are. Then look at it with: handover check ${file}`,
  ];
}

/** That an export holds everybody, also those whom the operator may not touch (A11, A20). */
function describeView(view: View | null, users: readonly User[]): string[] {
  if (view === null) return [];
  const outside = users.filter((user) => !isInView(user, view)).length;
  if (outside === 0) return [];
  return [
    `The export holds everybody: ${countOf(outside, 'row')} ${outside === 1 ? 'is' : 'are'} outside your view "${view.name}", and you cannot change or transfer these.`,
  ];
}

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
      ? 'One value cannot be written so that it reads as it is (several entries in a column of one text, or an entry that holds the separator):'
      : `${numberText(unfit.length)} values cannot be written so that they read as they are (several entries in a column of one text, or an entry that holds the separator):`,
    ...told,
    ...(unfit.length > MOST_TOLD ? [`  and ${numberText(unfit.length - MOST_TOLD)} more`] : []),
    'An import into this store leaves them as they are. Another mapping may be able to write them.',
  ];
}
