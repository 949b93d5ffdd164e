import type { Image } from '../model/change.ts';
import type { JournalEntry } from '../model/journal.ts';
import type { Warning } from '../model/pair.ts';
import { pairText } from '../model/pair-text.ts';
import type { Plan, PlannedPair } from '../model/plan.ts';
import type { StorePort } from '../model/ports.ts';
import { pairKey } from '../pairs/check-pair.ts';
import { sealPlan } from '../transfer/plan-transfer.ts';

type PairDone = Extract<JournalEntry, { kind: 'pair-done' }>;

/** A pair that was taken for undone, as its data was back where it had come from: a pair of the undo had brought it there. */
interface Undone {
  run: string;
  source: number;
  target: number;
  /** The undo of it. */
  by: string;
  pair: PlannedPair;
}

/**
 * The undo `plan` with a warning for each pair of another run that was undone since, and whose data this undo brings to
 * where that run had carried it: there it is then, while the run counts as undone.
 * @throws HandoverError `damaged-journal`, `missing-journal`
 */
export async function warnUndoneRuns(plan: Plan, store: StorePort): Promise<Plan> {
  const { undoOf } = plan;
  if (undoOf === null || undoOf.isAgain) return plan;
  const undone = await findUndone(plan, undoOf.run, store);
  const brought = undone.length === 0 ? [] : await keepBrought(undone, undoOf.run, store);
  if (brought.length === 0) return plan;
  const people = await store.people(brought.flatMap(({ source, target }) => [source, target]));
  const warnings = brought.map(({ run, by, pair, ...ids }): Warning => {
    const what = pairText(ids, people);
    return {
      line: pair.line,
      column: null,
      value: null,
      code: 'later-run',
      message: `Run ${run}, which had carried ${what}, was undone while its data was back by this run: to undo this one brings data to where run ${run} had it, though that counts as undone.`,
      cure: `For run ${run} to count as done again, undo first what undid it: handover undo ${by} --pair ${pairKey(ids.source, ids.target)}`,
    };
  });
  const { seal: _seal, ...rest } = plan;
  return sealPlan({ ...rest, warnings: [...plan.warnings, ...warnings] });
}

/** Pairs of runs before `run`, undone wholly by something after it, whose target is the source of a pair of the undo. */
async function findUndone({ pairs }: Plan, run: string, store: StorePort): Promise<Undone[]> {
  const bySource = Map.groupBy(pairs, ({ source }) => source.id);
  const runs = (await store.runs()).map(({ id }) => id);
  const place = runs.indexOf(run);
  const newer = new Set(runs.slice(0, place));
  const undone: Undone[] = [];
  for (const id of runs.slice(place + 1)) {
    const earlier = await store.run(id);
    if (earlier === null || earlier.operation === 'undo') continue;
    for (const { source, target, undone: taken } of earlier.pairs) {
      const by = taken?.whole ? taken.by.find((undo) => newer.has(undo)) : undefined;
      if (by === undefined) continue;
      for (const pair of bySource.get(target) ?? []) undone.push({ run: id, source, target, by, pair });
    }
  }
  return undone;
}

/** Those of which a record had come to the person from whom `run` took it, and goes back to them. */
async function keepBrought(undone: readonly Undone[], run: string, store: StorePort): Promise<Undone[]> {
  const entries = new Map<string, PairDone>();
  for (const id of new Set([...undone.map((each) => each.run), run])) {
    for await (const { entry } of store.records({ run: id })) {
      if (entry.kind === 'pair-done') entries.set(`${id} ${pairKey(entry.source, entry.target)}`, entry);
    }
  }
  return undone.filter(({ pair, ...done }) => {
    const came = entries.get(`${done.run} ${pairKey(done.source, done.target)}`);
    const went = entries.get(`${run} ${pairKey(pair.source.id, pair.target.id)}`);
    if (came === undefined || went === undefined) return false;
    return Object.entries(pair.undo).some(([type, { returned }]) => {
      const arrived = new Set(idsMoved(came.before.target, came.after.target, type, 'gained'));
      return (
        returned > 0 && idsMoved(went.before.source, went.after.source, type, 'lost').some((id) => arrived.has(id))
      );
    });
  });
}

/** Ids of the records of a type that a person gained, or lost, from one moment to the next. */
function idsMoved(before: Image, after: Image, type: string, which: 'gained' | 'lost'): number[] {
  const [one, other] = which === 'lost' ? [before, after] : [after, before];
  const known = new Set((other.records[type] ?? []).map(({ id }) => id));
  return (one.records[type] ?? []).map(({ id }) => id).filter((id) => !known.has(id));
}
