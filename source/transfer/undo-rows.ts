import { userFingerprint } from '../merge/user-fingerprint.ts';
import { NO_RECORDS, NO_UNDO } from '../model/change.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import type { Plan, PlannedPair, PlannedPerson } from '../model/plan.ts';
import { fullName, type Person } from '../model/user.ts';
import { addTotals } from './add-totals.ts';
import { effectOf } from './carry-pair.ts';
import { carryRowBack } from './carry-row.ts';
import type { UndoRequest } from './plan-undo.ts';

/**
 * What an undo of an import will do, row by row, the last one that ran first; a row has nobody but its person in it, who
 * stands on both sides and need not be there any more.
 * @throws Error where nobody looked up what became of a row
 */
export function undoRows(request: UndoRequest): Pick<Plan, 'pairs' | 'totals'> {
  const { catalogue, types, earlier, people } = request;
  const { overwriteChanged } = request.undoOf;
  const totals: Plan['totals'] = { pairs: 0, ...NO_RECORDS, ...NO_UNDO, notMoved: 0 };
  const wanted = types.has(USER_INFORMATION) ? request.pairs.toReversed() : [];
  const pairs = wanted.map(({ line, source: id, name }): PlannedPair => {
    const done = earlier.pairs.get(`${id}:${id}`);
    if (done === undefined) throw new Error(`Nobody looked up what became of row ${id}`);
    const person = people.get(id) ?? null;
    const { carried, change } = carryRowBack({ done, person, overwriteChanged, catalogue, earlier });
    const undo: PlannedPair['undo'] = change === null ? {} : { [USER_INFORMATION]: change };
    const effect = effectOf(carried);
    const planned = plannedPerson(id, person, name);
    addTotals(totals, { changes: {}, undo });
    return {
      line,
      source: planned,
      target: planned,
      changes: {},
      undo,
      ...(effect ? { effect } : {}),
      fields: [],
    };
  });
  totals.pairs = pairs.length;
  return { pairs, totals };
}

/** @param name of somebody who is not there */
function plannedPerson(id: number, person: Person | null, name = `user ${id}`): PlannedPerson {
  return { id, name: person === null ? name : fullName(person), fingerprint: userFingerprint(person) };
}
