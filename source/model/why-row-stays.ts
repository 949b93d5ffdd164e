import { NOBODY, type Plan, type PlannedPair } from './plan.ts';

/** Why the undo of an import cannot take back a row, not even on purpose: the end of a sentence on its person. */
export function whyRowStays({ source }: Pick<PlannedPair, 'source'>, undoOf: Plan['undoOf']): string {
  if (source.fingerprint === NOBODY) return 'they are gone, and nothing of it can be put back';
  // Whom an undo had removed comes back under their ID or not at all; nobody else is held but who was created.
  return undoOf?.isAgain === true
    ? "they STAY removed: their ID is somebody else's by now"
    : 'they STAY: they own data, others name them, or they were merged';
}
