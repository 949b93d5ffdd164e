import type { Plan, RootOperation } from '../model/plan.ts';

/** What a plan does, or what the run did that it puts back. */
export function rootOperation({ operation, undoOf }: Pick<Plan, 'operation' | 'undoOf'>): RootOperation {
  return operation === 'undo' ? (undoOf?.operation ?? 'transfer') : operation;
}
