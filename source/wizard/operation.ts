import type { Operation } from '../model/catalogue.ts';
import { operationOfRun } from '../model/operation-of-run.ts';
import type { RootOperation } from '../model/plan.ts';
import type { State } from './state.ts';

/** What the way that the operator is on does, or undoes. */
export function operationNow({ mode, plan, retry, undo, result, world }: State): RootOperation {
  switch (mode) {
    case 'merge':
    case 'bulk-merge':
      return 'merge';
    case 'import':
      return 'import';
    case 'retry':
      return retry?.choices == null ? 'transfer' : 'merge';
    case 'resume':
      if (plan?.operation === 'undo') return plan.undoOf?.operation ?? 'transfer';
      return plan?.operation ?? 'transfer';
    case 'undo': {
      const run = [...(result === null ? [] : [result.run]), ...world.runs].find(({ id }) => id === undo?.run);
      return plan?.undoOf?.operation ?? (run === undefined ? 'transfer' : operationOfRun(run, world.runs));
    }
    default:
      return 'transfer';
  }
}

/** The same on the steps of a way that carries data from one person to another. */
export function carryingNow(state: State): Operation {
  return operationNow(state) === 'merge' ? 'merge' : 'transfer';
}
