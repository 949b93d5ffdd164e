import { sentenceOf } from '../errors.ts';
import { personFingerprint } from '../merge/person-fingerprint.ts';
import type { Actor } from '../model/actor.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { JournalEntry } from '../model/journal.ts';
import type { MappingRules } from '../model/mapping.ts';
import type { Plan, PlannedPair } from '../model/plan.ts';
import type { Clock, StoreWriter } from '../model/ports.ts';
import type { Failure, RunCounts, RunEvent } from '../model/run.ts';
import { nameAndId, type Person, type User } from '../model/user.ts';
import { withImage } from '../model/with-image.ts';
import { type Carrier, carrierOf, isAsPlanned } from './carry-pair.ts';
import type { Earlier } from './earlier.ts';
import { groupPairs } from './group-pairs.ts';
import { rootOperation } from './root-operation.ts';
import { rowSettler, type SettleRow } from './settle-row.ts';

export interface RunRequest {
  /** Id of the run. */
  run: string;
  plan: Plan;
  catalogue: Catalogue;
  writer: StoreWriter;
  clock: Clock;
  actor: Actor;
  /** What is known of the run that an undo puts back; no other plan needs it. */
  earlier?: Earlier | undefined;
  /** Everybody as the run begins or goes on: no row of an import gets an address or a login that somebody keeps. */
  users?: readonly User[] | undefined;
  /** How many people may be active: no row of an import takes one more seat. Null, and unless said: no limit. */
  seats?: number | null | undefined;
  /** How an undo of an import compares addresses: as that import did; unless said, without letter case. */
  emailCase?: MappingRules['emailCase'] | undefined;
  /** Frees room on a full disk for the record of the run's end. */
  makeRoom?: () => Promise<void>;
  /** Aborted: the run ends after the pair at work. */
  stop: AbortSignal;
  /**
   * Pairs that share one sync, at least 1; 16 unless said, of an import, whose rows are small, 64. The last of them waits
   * for the first: so many take no longer than a glance. People who swap addresses are never parted.
   */
  group?: number;
}

/**
 * Runs a plan pair by pair: journal first, event after. A pair that fails is recorded with its reason, nothing of it
 * is applied, and the next one goes on. Where the run exists already, what it has left is done.
 * Where the store takes no more (a full disk), the run ends as stopped, with the reason; it can be resumed.
 * @throws HandoverError `store-fault` or `disk-full` where not even that could be written; what was done is kept
 */
export async function* runPlan(request: RunRequest): AsyncGenerator<RunEvent> {
  const { run, plan, writer, clock, stop } = request;
  const { group = rootOperation(plan) === 'import' ? 64 : 16 } = request;
  const settled = settledPairs(request);
  const counts: RunCounts = { ...(writer.run(run)?.counts ?? freshCounts(plan)) };
  const left = plan.pairs.filter(({ source, target }) => !settled.has(`${source.id}:${target.id}`));
  const course: Course = {
    carrier: carrierOf(request),
    broken: new Set(peopleOfFailed(request)),
    recurring: recurringPeople(plan),
    ahead: new Map(),
    settleRow: rowSettler(request, left),
  };
  const groups = groupPairs(request, left, group);
  const groupAt = (index: number) => carryGroup(request, groups[index] ?? [], course);

  const opening = await appendWhile(writer, [openingEntry(request)], () => groupAt(0));
  if (opening.fault !== null) throw opening.fault;
  yield { event: 'run-started', run, pairs: counts.pairs, ...tally(counts) };

  let entries = opening.result;
  for (let index = 0; index < groups.length && !stop.aborted; index += 1) {
    const { fault, result: next } = await appendWhile(writer, entries, () => groupAt(index + 1));
    if (fault !== null) {
      yield await endAtFault(request, fault, counts);
      return;
    }
    for (const entry of entries) {
      counts.left -= 1;
      counts[entry.kind === 'pair-done' ? 'done' : 'failed'] += 1;
      const { source, target } = entry;
      if (entry.kind === 'pair-done') yield { event: 'pair-done', run, source, target, ...tally(counts) };
      else {
        const { code, reason } = entry;
        yield { event: 'pair-failed', run, source, target, code, reason, ...tally(counts) };
      }
    }
    entries = next;
  }

  const state = counts.left > 0 ? 'stopped' : counts.failed > 0 ? 'finished-with-errors' : 'succeeded';
  await writer.append([{ kind: 'run-finished', run, at: clock.now().toISOString(), state }]);
  yield { event: 'run-finished', run, state, ...tally(counts) };
}

/** The store takes no more: the run ends as stopped, with the reason, where there is room left to say so. */
async function endAtFault(request: RunRequest, fault: unknown, counts: RunCounts): Promise<RunEvent> {
  const { run, writer, clock, makeRoom } = request;
  const reason = sentenceOf(fault);
  try {
    await makeRoom?.();
    await writer.append([{ kind: 'run-finished', run, at: clock.now().toISOString(), state: 'stopped', reason }]);
  } catch {
    throw fault;
  }
  return { event: 'run-finished', run, state: 'stopped', reason, ...tally(counts) };
}

/** Has `entries` written and, while the disk is at it, does `work`. `fault`: why they are not on disk, or null. */
async function appendWhile<T>(writer: StoreWriter, entries: readonly JournalEntry[], work: () => T) {
  const writing = writer.append(entries).then(
    () => null,
    (error: Error) => error,
  );
  // The disk is asked first; and signals and other work get their turn.
  await new Promise((resume) => setImmediate(resume));
  const result = work();
  return { fault: await writing, result };
}

type PairEntry = Extract<JournalEntry, { kind: 'pair-done' | 'pair-failed' }>;

function recurringPeople({ pairs }: Plan): Set<number> {
  const seen = new Set<number>();
  const recurring = new Set<number>();
  // The person of an import's row stands on both sides of it.
  for (const id of pairs.flatMap(({ source, target }) => [...new Set([source.id, target.id])])) {
    if (seen.has(id)) recurring.add(id);
    seen.add(id);
  }
  return recurring;
}

/** What the pairs of a run have in common, and what they leave to later ones of it. */
interface Course {
  carrier: Carrier;
  /** Ids of the people of failed pairs. */
  broken: Set<number>;
  /** Ids of the people whom more than one pair names. */
  recurring: ReadonlySet<number>;
  /** Those people as their pairs leave them: the writer has that only once it is on disk. */
  ahead: Map<number, Person>;
  settleRow: SettleRow;
}

/** Works out the next pairs of the run; what they leave is added to `course`. */
function carryGroup(request: RunRequest, pairs: readonly PlannedPair[], course: Course): PairEntry[] {
  const { carrier, broken, ahead, recurring } = course;
  return pairs.map((pair) => {
    const entry = settlePair(request, pair, course);
    if (entry.kind === 'pair-failed') {
      broken.add(entry.source).add(entry.target);
    } else {
      carrier.note(entry);
      for (const image of [entry.after.source, entry.after.target]) {
        if (!recurring.has(image.id)) continue;
        const person = ahead.get(image.id) ?? request.writer.person(image.id);
        if (person !== undefined) ahead.set(image.id, withImage(person, image));
      }
    }
    return entry;
  });
}

function settlePair(request: RunRequest, pair: PlannedPair, { carrier, broken, ahead, settleRow }: Course): PairEntry {
  const { run, clock, writer } = request;
  const find = (id: number) => ahead.get(id) ?? writer.person(id);
  if (rootOperation(request.plan) === 'import') return settleRow(pair);
  const about = { run, source: pair.source.id, target: pair.target.id, at: clock.now().toISOString() };
  const failed = (failure: Failure): PairEntry => ({ kind: 'pair-failed', ...about, ...failure });
  const source = find(pair.source.id);
  const target = find(pair.target.id);
  if (source === undefined || target === undefined) {
    const { name, id } = source === undefined ? pair.source : pair.target;
    return failed({ code: 'unknown-user', reason: `${name} (${id}) is not in the store any more.` });
  }
  for (const [person, planned] of [
    [source, pair.source],
    [target, pair.target],
  ] as const) {
    if (personFingerprint(person) === planned.fingerprint) continue;
    const why = broken.has(person.id) ? 'an earlier pair that names them was not carried' : 'changed since it was made';
    return failed({ code: 'stale', reason: `${nameAndId(person)} is not as the plan saw them: ${why}.` });
  }
  try {
    const worked = carrier.carry({ source, target });
    if (isAsPlanned(pair, worked)) return { kind: 'pair-done', ...about, ...worked.done };
    return failed({ code: 'refused', reason: 'The plan tells of other changes than its rules make.' });
  } catch (error) {
    return failed({ code: 'unreadable-record', reason: `A rule could not read a record: ${sentenceOf(error)}.` });
  }
}

function openingEntry({ run, plan, writer, clock, actor }: RunRequest): JournalEntry {
  const at = clock.now().toISOString();
  if (writer.run(run) !== undefined) return { kind: 'run-resumed', run, ...actor, at };
  const pairs = plan.pairs.map(({ source, target }) => ({ source: source.id, target: target.id }));
  const { id, seal, operation } = plan;
  const undoOf = plan.undoOf?.run ?? null;
  return { kind: 'run-started', run, plan: id, seal, operation, undoOf, ...actor, at, pairs };
}

function settledPairs({ run, writer }: RunRequest): Set<string> {
  const settled = (writer.run(run)?.pairs ?? []).filter(({ state }) => state !== 'left');
  return new Set(settled.map(({ source, target }) => `${source}:${target}`));
}

function peopleOfFailed({ run, writer }: RunRequest): number[] {
  const failed = (writer.run(run)?.pairs ?? []).filter(({ state }) => state === 'failed');
  return failed.flatMap(({ source, target }) => [source, target]);
}

function freshCounts({ pairs }: Plan): RunCounts {
  return { pairs: pairs.length, done: 0, failed: 0, left: pairs.length, undone: 0 };
}

function tally({ done, failed, left }: RunCounts): Pick<RunCounts, 'done' | 'failed' | 'left'> {
  return { done, failed, left };
}
