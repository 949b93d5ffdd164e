import { EXIT } from '../errors.ts';
import { OPERATIONS, type Operation } from '../model/catalogue.ts';
import { countOf } from '../model/finding.ts';
import { numberText } from '../model/number-text.ts';
import { DIRECTIONS, type Direction, type Pair } from '../model/pair.ts';
import { shellWord } from '../model/shell-word.ts';
import { nameAndId, type User } from '../model/user.ts';
import type { MatchedPairs } from '../pairs/match-pairs.ts';
import type { PairsFile } from '../pairs/pair-row.ts';
import { howRead } from '../people/import/how-read.ts';
import type { Context } from '../session/context.ts';
import { openSession } from '../session/open-session.ts';
import type { Command } from './command.ts';
import { describeFindings } from './describe-findings.ts';
import { problemsError } from './found-error.ts';
import { matchFile } from './match-file.ts';
import { printJson, printLines } from './print.ts';

/** `check FILE`: each row as pair, skipped or problem. Ends with 4 where there are problems; as JSON with `error` besides. */
export const check: Command = async (context, [name = ''], flags) => {
  const session = await openSession(context);
  const direction = flags.oneOf('direction', DIRECTIONS) ?? 'from-to';
  const operation = flags.oneOf('operation', OPERATIONS);
  const { file, matched } = await matchFile(session, context, name, direction, operation ?? 'transfer');
  if (context.json) {
    const { encoding, delimiter, rows } = file;
    printJson(context, {
      file: name,
      encoding: encoding.name,
      isEncodingGuessed: encoding.guessed,
      delimiter,
      direction,
      rows: rows.length,
      ...matched,
      ...(matched.problems.length > 0 && { error: problemsError(matched.problems) }),
    });
  } else await printCheck(context, file, { direction, operation }, matched, await session.store.users());
  return matched.problems.length > 0 ? EXIT.problems : EXIT.done;
};

async function printCheck(
  context: Context,
  file: PairsFile,
  { direction, operation }: { direction: Direction; operation: Operation | null },
  { pairs, skipped, problems, warnings }: MatchedPairs,
  users: readonly User[],
): Promise<void> {
  const byId = new Map(users.map((user) => [user.id, user]));
  const nameOf = (id: number): string => {
    const user = byId.get(id);
    return user === undefined ? String(id) : nameAndId(user);
  };
  printLines(context, [
    `${file.file}: ${howRead(file)}, ${countOf(file.rows.length, 'row')}`,
    `Direction ${direction}: ${directionSentence(direction)}`,
    '',
    ...pairs.map((pair) => pairSentence(pair, nameOf)),
    ...(pairs.length > 0 ? [''] : []),
    ...section('Warnings', describeFindings(warnings)),
    ...section('Problems', describeFindings(problems)),
    `${countOf(pairs.length, 'pair')}, ${numberText(skipped)} skipped (no To User ID), ${countOf(problems.length, 'problem')}, ${countOf(warnings.length, 'warning')}.`,
    ...nextSteps(
      { file: file.file, direction, operation },
      { rows: file.rows.length, pairs: pairs.length, problems: problems.length },
    ),
  ]);
}

function pairSentence({ line, source, target }: Pair, nameOf: (id: number) => string): string {
  return `${line === null ? '' : `line ${line}: `}FROM ${nameOf(source)} INTO ${nameOf(target)}`;
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
}

function directionSentence(direction: Direction): string {
  return direction === 'from-to'
    ? 'the data of the From User ID goes INTO the To User ID.'
    : 'the data of the To User ID goes INTO the From User ID.';
}

/** `operation`: what was said of it; null: nothing, so that the file was checked for a transfer. */
function nextSteps(
  { file, direction, operation }: { file: string; direction: Direction; operation: Operation | null },
  { rows, pairs, problems }: Record<'rows' | 'pairs' | 'problems', number>,
): string[] {
  // A file that could not be read at all may be another one, as its problem says: to mend it is not what is next.
  if (problems > 0 && rows === 0) return ['Nothing was changed.'];
  if (problems > 0) return ['Mend these in the file and check it again; nothing was changed.'];
  if (pairs === 0) return ['There is nothing to do: fill the To User ID of at least one row.'];
  const flag = direction === 'from-to' ? '' : ` --direction ${direction}`;
  const what = operation === 'merge' ? ' --operation merge' : '';
  return [
    ...(operation === null
      ? ['It was checked for a transfer. For a merge, say --operation merge, here and then.']
      : []),
    `Go on with: handover plan --file ${shellWord(file)}${what}${flag} --out plan.json`,
  ];
}
