import { isDeepStrictEqual } from 'node:util';
import { HandoverError } from '../errors.ts';
import type { Operation } from '../model/catalogue.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import type { Warning } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import { pairKey } from '../pairs/check-pair.ts';
import { orderPairs } from '../pairs/order-pairs.ts';
import { isOfFile, remakePairWarnings } from '../pairs/remake-warnings.ts';
import { findEditedRow, WARNED_BY_ROWS } from '../people/import/find-edited-row.ts';
import { listSwitches } from '../transfer/choose-types.ts';
import { findEditedPart } from '../transfer/find-edited-part.ts';
import { findEditedWarning } from '../transfer/find-edited-warning.ts';
import { type Session, unveiled } from './open-session.ts';
import { remakePlan } from './remake-plan.ts';

/**
 * Throws where `plan`, whose people are as it saw them, tells of them anything that the store and the rules do not give:
 * its seal proves that it is whole, and not who made it. The plan is worked out anew and compared in all that a person
 * reads in it; what only its file could prove has to be of the right shape. Warnings name people whom the plan does not
 * touch, so that they may differ by what others did since: then it is out of date, and nobody is said to have edited it.
 * @throws HandoverError `edited-plan`, `stale-plan`; what reading the run that an undo puts back throws
 */
export async function refuseEdited(plan: Plan, shown: Session): Promise<void> {
  const session = unveiled(shown);
  const found = edited(await findForeign(plan, session)) ?? (await findDifference(plan, session));
  if (found === null) return;
  const { part, isWarning } = found;
  if (isWarning) throw staleWarnings(part);
  throw new HandoverError(
    'problems',
    'edited-plan',
    `The plan is not as handover makes it, though nobody in it has changed since. What differs: ${part}.`,
    'Nothing was changed. Somebody has edited it, or another version of handover made it: make it anew, and review that one.',
  );
}

/** What differs, in words, and whether it is no more than what the plan warns of. */
interface Difference {
  part: string;
  isWarning: boolean;
}

const edited = (part: string | null): Difference | null => (part === null ? null : { part, isWarning: false });
const warned = (part: string | null): Difference | null => (part === null ? null : { part, isWarning: true });

function staleWarnings(part: string): HandoverError {
  return new HandoverError(
    'stale',
    'stale-plan',
    `What the plan warns of is no more what there is to warn of: ${part}.`,
    'Nothing was changed. Something has changed since it was made, or somebody has edited it: make it anew, and review that one.',
  );
}

/** What of whence the plan comes the store does not know, in words. */
async function findForeign({ operator, retryOf, operation, pairs }: Plan, { store }: Session): Promise<string | null> {
  const { operators } = await store.info();
  if (!operators.some(({ login }) => login === operator))
    return `who made it, as the store has no operator ${operator}`;
  if (retryOf === null) return null;
  const run = await store.run(retryOf);
  const notDone = (run?.pairs ?? []).filter(({ state }) => state !== 'done');
  const keys = new Set(notDone.map(({ source, target }) => pairKey(source, target)));
  const isOfRun = pairs.every(({ source, target }) => keys.has(pairKey(source.id, target.id)));
  return isOfRun && run?.operation === operation ? null : `the run whose pairs it repeats, ${retryOf}`;
}

async function findDifference(plan: Plan, session: Session): Promise<Difference | null> {
  const { operation } = plan;
  const remade = await remakePlan(plan, session);
  const part = findEditedPart(plan, remade);
  if (part !== null) return edited(part);
  if (operation === 'undo') {
    return warned(findEditedWarning(plan.warnings, remade.warnings, ({ code }) => code === 'not-undoable'));
  }
  const users = new Map((await session.store.users()).map((user) => [user.id, user]));
  if (operation === 'import') {
    const rows = findEditedRow(plan, users);
    const isFree = ({ code }: Warning) => !WARNED_BY_ROWS.has(code);
    return edited(rows.part) ?? warned(findEditedWarning(plan.warnings, rows.warnings, isFree));
  }
  const ofPairs = { ...plan, operation };
  if (!isInOrder(plan, operation)) return edited('its pairs and their order');
  if (!isCarriable(plan, operation, session)) return edited('what it says is carried');
  const warnings = [...remakePairWarnings(ofPairs, users), ...remade.warnings];
  return warned(findEditedWarning(plan.warnings, warnings, (warning) => isOfFile(warning, ofPairs, users)));
}

/** Whether nobody passes on what they receive: chains run as those of a file do. */
function isInOrder(plan: Plan, operation: Operation): boolean {
  const pairs = plan.pairs.map(({ line, source, target }) => ({ line, source: source.id, target: target.id }));
  return isDeepStrictEqual(orderPairs(pairs, operation), pairs);
}

/** Whether it carries all that nobody may leave behind, and nothing that is never carried. */
function isCarriable({ carried }: Plan, operation: Operation, { catalogue }: Session): boolean {
  const own = new Set(carried);
  const switches = listSwitches(catalogue, operation).filter(({ carries }) => carries);
  const known = new Set([...switches.map(({ type }) => type.id), ...(operation === 'merge' ? [USER_INFORMATION] : [])]);
  return carried.every((id) => known.has(id)) && switches.every(({ type }) => type.optional || own.has(type.id));
}
