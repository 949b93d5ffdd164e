import { EXIT, HandoverError } from '../errors.ts';
import { OPERATIONS, type Operation } from '../model/catalogue.ts';
import { countOf } from '../model/finding.ts';
import { DIRECTIONS, type Direction } from '../model/pair.ts';
import { permissionError } from '../model/permission-error.ts';
import type { Plan } from '../model/plan.ts';
import type { CheckedPairs } from '../pairs/check-single.ts';
import type { Context } from '../session/context.ts';
import { makePlan } from '../session/make-plan.ts';
import { openSession, type Session } from '../session/open-session.ts';
import { chooseTypes } from '../transfer/choose-types.ts';
import type { Command } from './command.ts';
import { describeFindings } from './describe-findings.ts';
import type { Flags } from './flags.ts';
import { problemsError } from './found-error.ts';
import { givePlan } from './give-plan.ts';
import { matchFile } from './match-file.ts';
import { matchSingle } from './match-single.ts';
import { printAside, printJson, printLines } from './print.ts';
import { readChoices } from './read-choices.ts';
import { readTypes } from './read-types.ts';
import { refuseSameFile } from './refuse-same-file.ts';
import { refuseUnknownChoices } from './refuse-unknown-choices.ts';

/**
 * `plan`: what a transfer or a merge will do. Ends with 4, and writes no file, where there are problems or there is
 * nothing to do; as JSON the plan then has `error` besides.
 * @throws HandoverError `wrong-flag`, `wrong-words`, `not-an-id`, `not-permitted`, `unknown-type`, `locked-type`,
 * `unknown-field`, `locked-field`, `unknown-pair`, `unknown-course`, `bad-value`, `unreadable`, `file-exists`, `not-written`
 */
export const plan: Command = async (context, _words, flags) => {
  const operation = flags.oneOf('operation', OPERATIONS) ?? 'transfer';
  refuseMergeFlags(flags, operation);
  const direction = directionOf(flags);
  await refuseSameFile(context.cwd, {
    '--catalogue': flags.text('catalogue'),
    'The file of pairs': flags.text('file'),
    '--out': flags.text('out'),
  });
  const session = await openSession(context);
  const { catalogue, operator } = session;
  const refusal = permissionError(operator, operation);
  if (refusal !== null) throw refusal;
  const carried = chooseTypes(catalogue, operation, readTypes(flags, catalogue));
  const checked = await matchPeople(session, context, flags, direction, operation);
  const choices = operation === 'merge' ? readChoices(flags, catalogue) : null;
  if (choices !== null && checked.problems.length === 0) {
    const ids = checked.pairs.flatMap(({ source, target }) => [source, target]);
    refuseUnknownChoices(choices, checked.pairs, await session.store.people(ids));
  }
  const made = await makePlan({ operation, direction, carried, choices, checked, retryOf: null }, session, context);
  context.interrupt.throwIfAborted();
  return made.problems.length > 0
    ? refusePlan(session.veil.plan(made), context, flags)
    : givePlan(made, session, context, flags);
};

/** @throws HandoverError where a transfer is told what only a merge has */
function refuseMergeFlags(flags: Flags, operation: Operation): void {
  if (operation === 'merge') return;
  const given = ['take', 'course'].find((name) => flags.list(name).length > 0) ?? (flags.text('fields') && 'fields');
  if (!given) return;
  throw new HandoverError(
    'usage',
    'wrong-flag',
    `--${given} is for a merge: a transfer leaves profiles and courses as they are.`,
    'Leave it out, or add --operation merge.',
  );
}

/** @throws HandoverError where two people and a file are named at once */
function directionOf(flags: Flags): Direction {
  const direction = flags.oneOf('direction', DIRECTIONS);
  const isSingle = flags.text('source') !== null || flags.text('target') !== null;
  if (isSingle && flags.text('file') !== null) {
    throw new HandoverError(
      'usage',
      'wrong-flag',
      'Two people and a file were named.',
      'Give either --source and --target, or --file.',
    );
  }
  if (isSingle && direction !== null) {
    throw new HandoverError(
      'usage',
      'wrong-flag',
      '--direction says how a file is read; --source and --target are clear without it.',
      'Leave out --direction.',
    );
  }
  return direction ?? 'from-to';
}

async function matchPeople(
  session: Session,
  context: Context,
  flags: Flags,
  direction: Direction,
  operation: Operation,
): Promise<CheckedPairs> {
  const name = flags.text('file');
  return name === null
    ? matchSingle(session, flags, operation)
    : (await matchFile(session, context, name, direction, operation)).matched;
}

function refusePlan(made: Plan, context: Context, flags: Flags): number {
  const { problems } = made;
  if (context.json) printJson(context, { ...made, error: problemsError(problems) });
  else printLines(context, ['Problems', ...describeFindings(problems).map((line) => `  ${line}`)]);
  const file = flags.text('out') === null ? '' : `, and ${flags.text('out')} was not written`;
  printAside(context, [`${countOf(problems.length, 'problem')}: there is no plan to run${file}. Nothing was changed.`]);
  return EXIT.problems;
}
