import { isDeepStrictEqual } from 'node:util';
import { HandoverError } from '../errors.ts';
import type { Operation } from '../model/catalogue.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
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
 * reads in it; what only its file could prove has to be of the right shape.
 * @throws HandoverError `edited-plan`; what reading the run that an undo puts back throws
 */
export async function refuseEdited(plan: Plan, shown: Session): Promise<void> {
  const session = unveiled(shown);
  const part = (await findForeign(plan, session)) ?? (await findEdited(plan, session));
  if (part === null) return;
  throw new HandoverError(
    'problems',
    'edited-plan',
    `The plan is not as handover makes it, though nobody in it has changed since. What differs: ${part}.`,
    'Nothing was changed. Somebody has edited it, or another version of handover made it: make it anew, and review that one.',
  );
}

/** What of whence the plan comes the store does not know, in words. */
async function findForeign({ operator, retryOf, operation, pairs }: Plan, { store }: Session): Promise<string | null> {
  const { operators } = await store.info();
  if (!operators.some(({ login }) => login === operator))
    return `who made it, as the store has no operator ${operator}`;
  if (retryOf === null) return null;
  const run = await store.run(retryOf);
  const failed = (run?.pairs ?? []).filter(({ state }) => state === 'failed');
  const keys = new Set(failed.map(({ source, target }) => pairKey(source, target)));
  const isOfRun = pairs.every(({ source, target }) => keys.has(pairKey(source.id, target.id)));
  return isOfRun && run?.operation === operation ? null : `the run whose failed pairs it repeats, ${retryOf}`;
}

async function findEdited(plan: Plan, session: Session): Promise<string | null> {
  const { operation } = plan;
  const remade = await remakePlan(plan, session);
  const part = findEditedPart(plan, remade);
  if (part !== null) return part;
  if (operation === 'undo') {
    return findEditedWarning(plan.warnings, remade.warnings, ({ code }) => code === 'not-undoable');
  }
  const users = new Map((await session.store.users()).map((user) => [user.id, user]));
  if (operation === 'import') {
    const rows = findEditedRow(plan, users);
    return rows.part ?? findEditedWarning(plan.warnings, rows.warnings, ({ code }) => !WARNED_BY_ROWS.has(code));
  }
  const ofPairs = { ...plan, operation };
  if (!isInOrder(plan, operation)) return 'its pairs and their order';
  if (!isCarriable(plan, operation, session)) return 'what it says is carried';
  const warnings = [...remakePairWarnings(ofPairs, users), ...remade.warnings];
  return findEditedWarning(plan.warnings, warnings, (warning) => isOfFile(warning, ofPairs, users));
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
