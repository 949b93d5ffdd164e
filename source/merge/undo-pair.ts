import type { Catalogue } from '../model/catalogue.ts';
import type { Image, UndoChange } from '../model/change.ts';
import type { Person } from '../model/user.ts';
import { undoType } from './undo-type.ts';

/** A pair that a run has done, by its journal entry. */
export interface DonePair {
  source: number;
  target: number;
  before: { source: Image; target: Image };
  after: { source: Image; target: Image };
}

export interface UndoInput {
  done: DonePair;
  source: Person;
  target: Person;
  catalogue: Catalogue;
  /** Ids of the data types to put back. */
  types: ReadonlySet<string>;
  /** Whether what has changed since is put back all the same. */
  overwriteChanged: boolean;
}

/** What becomes of a pair's records. */
export interface PairUndo {
  /** Data type id → what is put back; types that are as they were before the run are absent. */
  undo: Record<string, UndoChange>;
  /** The records of the types that change, as they are. */
  before: { source: Image; target: Image };
  /** The same types afterwards. */
  after: { source: Image; target: Image };
  /** Whether something that the run did stays as it is. */
  partly: boolean;
}

/** Takes back what a run did to one pair, as far as it is still as the run left it. Pure: the people are left as they are. */
export function undoPair({ done, source, target, catalogue, types, overwriteChanged }: UndoInput): PairUndo {
  const known = new Map(catalogue.types.map((type) => [type.id, type]));
  const images = () => ({ source: { id: source.id, records: {} }, target: { id: target.id, records: {} } });
  const result: PairUndo = { undo: {}, before: images(), after: images(), partly: false };
  for (const id of new Set([...Object.keys(done.after.source.records), ...Object.keys(done.after.target.records)])) {
    const historyOf = (side: 'source' | 'target', person: Person) => ({
      before: done.before[side].records[id] ?? [],
      after: done.after[side].records[id] ?? [],
      now: person.records[id] ?? [],
    });
    const history = { source: historyOf('source', source), target: historyOf('target', target) };
    const outcome = undoType({ type: known.get(id) ?? null, ...history }, overwriteChanged);
    if (outcome.change === null) continue;
    if (!types.has(id)) {
      result.partly = true;
      continue;
    }
    result.undo[id] = outcome.change;
    if (outcome.change.outcome === 'partly' || outcome.change.outcome === 'left-alone') result.partly = true;
    if (outcome.change.outcome === 'left-alone') continue;
    for (const side of ['source', 'target'] as const) {
      result.before[side].records[id] = history[side].now;
      result.after[side].records[id] = outcome[side];
    }
  }
  return result;
}
