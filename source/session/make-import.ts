import path from 'node:path';
import type { Mapping } from '../model/mapping.ts';
import type { Problem } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import { withoutAbsent } from '../people/import/change-mapping.ts';
import { checkImportInSteps } from '../people/import/check-import.ts';
import type { ImportCheck, PeopleFile } from '../people/import/import-check.ts';
import { planImport } from '../transfer/plan-import.ts';
import type { Context } from './context.ts';
import { importContext } from './import-context.ts';
import type { Session } from './open-session.ts';

export interface ImportWish {
  file: PeopleFile;
  mapping: Mapping;
  /** Whether one problem keeps all of it from running. */
  allOrNothing: boolean;
  /** What is wrong with the file besides what the check will find. No row is looked at where there is any. */
  problems?: readonly Problem[];
}

/**
 * The check of a file on the people as the store has them now, and the plan of its good rows. Changes nothing.
 * @throws HandoverError `unreadable` where what ships is gone; an AbortError once the context is interrupted
 */
export async function makeImport(
  { file, mapping, allOrNothing, problems = [] }: ImportWish,
  session: Session,
  context: Context,
): Promise<{ plan: Plan; check: ImportCheck }> {
  const compared = await importContext(session, context);
  const whole = problems.length === 0 ? file : { ...file, problems: [...file.problems, ...problems] };
  const check = await checkInTurns(checkImportInSteps(whole, mapping, compared), context.interrupt);
  const plan = planImport({
    id: context.random.token(12),
    store: session.info.id,
    // What the file lacks was not read by; the check tells of it.
    check: { ...check, mapping: withoutAbsent(check.mapping, file.headings) },
    users: new Map(compared.users.map((user) => [user.id, user])),
    operator: session.operator.login,
    createdAt: context.clock.now(),
    catalogue: session.catalogue,
    allOrNothing,
    file: path.basename(file.file),
  });
  context.veil.learnPlan(plan);
  context.veil.learnHeadings(mapping.columns.map(({ heading }) => heading));
  context.veil.learnRows(whole, mapping);
  return { plan, check };
}

/** Does the steps one by one and lets signals have their turn between them. */
async function checkInTurns(steps: Generator<number, ImportCheck>, interrupt: AbortSignal): Promise<ImportCheck> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resume) => setImmediate(resume));
    interrupt.throwIfAborted();
  }
}
