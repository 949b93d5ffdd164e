import type { Plan } from '../model/plan.ts';
import {
  checkPlannedRows,
  draftOfImage,
  draftOfPlanned,
  type RowsContext,
} from '../people/import/check-planned-rows.ts';
import type { DraftRow } from '../people/import/draft-row.ts';
import { carryRowBack } from '../transfer/carry-row.ts';
import type { Earlier } from '../transfer/earlier.ts';
import type { UndoPair } from '../transfer/plan-undo.ts';
import { emailCaseOf } from '../transfer/unique-fields.ts';
import type { Context } from './context.ts';
import type { Session } from './open-session.ts';
import { readRunPlan } from './read-run-plan.ts';
import { readTimeZones } from './read-time-zones.ts';

/** Which rows an undo of an import puts back. */
export interface RowsBack {
  rows: readonly Pick<UndoPair, 'line' | 'source'>[];
  earlier: Earlier;
  overwriteChanged: boolean;
}

/**
 * What speaks against the rows of `plan`, an import, as the store and the operator are now; the drafts are in the order of
 * its pairs. @throws HandoverError `unreadable` where what ships is gone
 */
export async function checkImportRows(
  plan: Plan,
  session: Session,
  context: Pick<Context, 'dataFolder'>,
): Promise<DraftRow[]> {
  const users = new Map((await session.store.users()).map((user) => [user.id, user]));
  const drafts = plan.pairs.map((pair) => draftOfPlanned(pair, users.get(pair.source.id) ?? null));
  const { mapping } = plan.import ?? {};
  const reading = mapping === undefined ? null : { mapping, timeZones: await readTimeZones(context) };
  await check(drafts, { rules: { emailCase: emailCaseOf(plan) }, removed: new Set(), reading }, session);
  return drafts;
}

/**
 * The same of the rows of an import that are put back; the drafts are in the order of `rows`.
 * @throws HandoverError `unreadable`, `broken-plan`, `edited-plan` where the plan of the import is lost
 */
export async function checkRowsBack({ rows, earlier, overwriteChanged }: RowsBack, session: Session) {
  const { store, catalogue, info } = session;
  const people = await store.people(rows.map(({ source }) => source));
  const removed = new Set<number>();
  const drafts = rows.map(({ line, source }): DraftRow => {
    const person = people.get(source) ?? null;
    const done = earlier.pairs.get(`${source}:${source}`);
    if (done === undefined) throw new Error(`Nobody looked up what became of row ${source}`);
    const { after } = carryRowBack({ done, person, overwriteChanged, catalogue, earlier }).carried;
    if (after.source.exists === false) removed.add(source);
    return draftOfImage(line, person, after.source);
  });
  const emailCase = emailCaseOf(await readRunPlan(info.location, earlier.root));
  await check(drafts, { rules: { emailCase }, removed, reading: null }, session);
  return drafts;
}

async function check(
  drafts: readonly DraftRow[],
  more: Pick<RowsContext, 'rules' | 'removed' | 'reading'>,
  { store, operator, view }: Session,
): Promise<void> {
  const [{ names, views, settings }, users] = await Promise.all([store.info(), store.users()]);
  checkPlannedRows(drafts, { users, names, views, operator, view, seats: settings.seats, ...more });
}
