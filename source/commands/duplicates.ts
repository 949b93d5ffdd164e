import path from 'node:path';
import { countOf } from '../model/finding.ts';
import { numberText } from '../model/number-text.ts';
import { shellWord } from '../model/shell-word.ts';
import { tellNamesApart } from '../model/tell-names-apart.ts';
import { fullName, nameAndId, type User } from '../model/user.ts';
import type { Duplicate } from '../people/find-duplicates.ts';
import { pickApart, writeDuplicatesCsv } from '../people/write-duplicates-csv.ts';
import type { Context } from '../session/context.ts';
import { listDuplicates } from '../session/list-duplicates.ts';
import { openSession } from '../session/open-session.ts';
import { alignColumns } from './align-columns.ts';
import type { Command } from './command.ts';
import { printAside, printJson, printLines } from './print.ts';

/**
 * `duplicates`: accounts within the operator's view that may be one person's, the most certain first.
 * @throws HandoverError `file-exists`, `not-written`
 */
export const duplicates: Command = async (context, _words, flags) => {
  const found = await listDuplicates(await openSession(context));
  const out = flags.text('out');
  const picked = pickApart(found);
  if (out !== null) await writeDuplicatesCsv(picked, path.resolve(context.cwd, out), { force: flags.isOn('force') });
  if (context.json) printJson(context, found.map(brief));
  else printLines(context, describe(found, context));
  if (!context.json && out !== null) {
    const left = found.length - picked.length;
    printAside(context, [
      `${countOf(picked.length, 'pair')} ${picked.length === 1 ? 'is' : 'are'} in ${out}. Take out the rows that are not one person, then: handover plan --operation merge --file ${shellWord(out)} --out plan.json`,
      ...(left === 0
        ? []
        : [`${numberText(left)} more share somebody with these; look for them again once these are merged.`]),
    ]);
  }
  return 0;
};

function describe(found: readonly Duplicate[], { ascii }: Context): string[] {
  if (found.length === 0) return ['No two accounts look like one person.'];
  const stateOf = ({ id, active }: User, name: string) => `${name} (${id})${active ? '' : ', inactive'}`;
  const rows = found.map(({ source, target, score, reasons }) => {
    const [ofSource, ofTarget] = tellNamesApart(fullName(source), fullName(target), { ascii });
    return [String(score), stateOf(source, ofSource), stateOf(target, ofTarget), reasons.join('; ')];
  });
  return [
    ...alignColumns([['Score', 'Suggested source', 'Suggested target', 'Why'], ...rows], { right: [0], ascii }),
    `${countOf(found.length, 'pair')} of accounts may be one person each; 100 is certain.`,
    'Look at two people with: handover users show ID',
  ];
}

function brief({ source, target, score, reasons }: Duplicate) {
  const person = (user: User) => ({ id: user.id, name: nameAndId(user), active: user.active });
  return { source: person(source), target: person(target), score, reasons };
}
