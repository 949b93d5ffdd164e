import { HandoverError } from '../errors.ts';
import type { FieldChange } from '../model/change.ts';
import type { Plan } from '../model/plan.ts';
import { pairKey } from '../pairs/check-pair.ts';
import { fieldsDone } from '../transfer/fields-back.ts';
import { rootOperation } from '../transfer/root-operation.ts';
import { type Session, unveiled } from './open-session.ts';

/**
 * The plan of run `run`, an undo of an import, with every value that it has put back in the `fields` of its rows, by the
 * journal; rows that it has not done have none. Any other plan is given back as it is, and so is one of which the journal
 * cannot be read.
 */
export async function tellRowsDone(plan: Plan, run: string, shown: Session): Promise<Plan> {
  if (plan.operation !== 'undo' || rootOperation(plan) !== 'import') return plan;
  const done = await readDone(run, unveiled(shown)).catch((error: unknown) => {
    if (error instanceof HandoverError) return null;
    throw error;
  });
  if (done === null) return plan;
  const fieldsOf = (id: number) => done.get(pairKey(id, id)) ?? [];
  return { ...plan, pairs: plan.pairs.map((pair) => ({ ...pair, fields: fieldsOf(pair.source.id) })) };
}

/** "source:target" of each row that the run has done → its values. */
async function readDone(run: string, { store }: Session): Promise<Map<string, FieldChange[]>> {
  const done = new Map<string, FieldChange[]>();
  for await (const { entry } of store.records({ run })) {
    if (entry.kind !== 'pair-done') continue;
    const { source, target, before, after } = entry;
    done.set(pairKey(source, target), fieldsDone(before.source, after.source));
  }
  return done;
}
