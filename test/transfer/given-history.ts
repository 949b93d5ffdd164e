import type { Operation } from '../../source/model/catalogue.ts';
import type { Image } from '../../source/model/change.ts';
import { fingerprint } from '../../source/model/fingerprint.ts';
import type { JournalEntry, JournalRecord } from '../../source/model/journal.ts';
import { USER_INFORMATION } from '../../source/model/merge-choices.ts';
import type { Operator } from '../../source/model/operator.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { StorePort, StoreWriter } from '../../source/model/ports.ts';
import type { Person } from '../../source/model/user.ts';
import { matchPairs } from '../../source/pairs/match-pairs.ts';
import { leaveOutHopeless } from '../../source/session/leave-out-hopeless.ts';
import { applyEntry } from '../../source/store/lowdb/apply-entry.ts';
import type { LiveData } from '../../source/store/lowdb/apply-to-run.ts';
import { checkEntries } from '../../source/store/lowdb/check-entries.ts';
import { findDonePairs } from '../../source/store/lowdb/find-done-pairs.ts';
import { changesAnything } from '../../source/transfer/changes-anything.ts';
import { checkRunnable } from '../../source/transfer/check-runnable.ts';
import { chooseTypes } from '../../source/transfer/choose-types.ts';
import { chooseUndoTypes } from '../../source/transfer/choose-undo-types.ts';
import { planUndo } from '../../source/transfer/plan-undo.ts';
import { readEarlier } from '../../source/transfer/read-earlier.ts';
import { rootOperation } from '../../source/transfer/root-operation.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { typesOfPlan } from '../../source/transfer/types-of-plan.ts';
import { STANDARD } from '../merge/given.ts';
import { ACTOR } from '../store/given-store.ts';
import { type GivenRow, importOn } from './given-import.ts';
import { CLOCK, planOn } from './given-plan.ts';
import { NEVER } from './given-run.ts';

/** Somebody who may do everything that a transfer, a merge or an import needs. */
export const ADMIN: Operator = {
  login: 'admin',
  name: 'Administrator',
  permissions: ['transfer-user-data', 'users-view', 'users-edit', 'assign-user-roles'],
  view: null,
  divisions: [],
};

/** What of a run is to be put back; all of it where nothing is said. */
export interface Wish {
  /** Whether the pair at that place of those that stand is wanted. */
  isWanted?: (place: number) => boolean;
  /** One data type that the run carried, and what rests on it. */
  only?: string;
  overwriteChanged?: boolean;
}

/** A store without a disk, and what is done with it: real plans, real runs, the real journal's entries. */
export class History {
  readonly live: LiveData;
  readonly records: JournalRecord[] = [];
  readonly plans = new Map<string, Plan>();
  /** Whether an undo took for put back what had come back otherwise. */
  hasAccepted = false;
  /** Whether an undo lost on purpose what had changed, or what had come into its way. */
  hasLost = false;

  constructor(people: readonly Person[]) {
    const settings = { guest: null, keepCheckpoints: 0, sendsActivationMail: false, seats: null };
    this.live = {
      people: new Map(people.map((person) => [person.id, person])),
      runs: new Map(),
      settings,
      mappings: new Map(),
      auditHead: null,
      lastId: Math.max(0, ...people.map(({ id }) => id)),
    };
  }

  /** What plans and runs read of a store. */
  readonly store = {
    records: ({ run }: { run?: string | readonly string[] } = {}) => recordsOf(this.records, run),
    runs: async () => [...this.live.runs.values()].toReversed(),
    run: async (id: string) => this.live.runs.get(id) ?? null,
    users: async () => [...this.live.people.values()],
    people: async () => new Map(this.live.people),
    donePairs: async (operation: Operation) => findDonePairs(this.live.runs, operation),
  } as unknown as StorePort;

  readonly #writer = {
    person: (id: number) => this.live.people.get(id),
    run: (id: string) => this.live.runs.get(id),
    append: async (entries: readonly JournalEntry[]) => {
      checkEntries(this.live, entries);
      return entries.map((entry) => {
        const sequence = this.records.length + 1;
        const record = { sequence, entry: structuredClone(entry), hash: '' };
        this.records.push(record);
        applyEntry(this.live, entry, { generation: 1, sequence: sequence - 1, chain: '', bytes: 0, lines: 0 });
        return record;
      });
    },
  } as unknown as StoreWriter;

  /** Carries `pairs`; the run's id, or null where the checks are against it. */
  async carry(pairs: readonly (readonly [number, number])[], operation: Operation): Promise<string | null> {
    const rows = pairs.map(([source, target]) => ({ line: null, source, target }));
    const carried = chooseTypes(STANDARD, operation, {});
    const people = [...this.live.people.values()];
    if (operation === 'merge' && (await this.#isRefused(pairs))) return null;
    return this.#execute(planOn({ id: 'store', people }, rows, { operation, carried, id: `plan ${this.plans.size}` }));
  }

  /**
   * Imports these rows, each person whose ID is not there being a new one with the next ID that is free; the run's id, or
   * null where nothing of them changes anybody.
   */
  async import(rows: readonly GivenRow[]): Promise<string | null> {
    const people = [...this.live.people.values()];
    let last = this.live.lastId;
    const known = rows.map(({ id, set }) => {
      if (this.live.people.has(id)) return { id, set };
      last += 1;
      return { id: last, set };
    });
    return this.#execute(importOn({ id: 'store', people }, known, { id: `plan ${this.plans.size}` }));
  }

  /** Puts back what is wished for of run `undone`; the run's id, or null where there is nothing to do, or the checks are against it. */
  async undo(undone: string, { isWanted = () => true, only, overwriteChanged = false }: Wish = {}) {
    const plan = await this.planUndo(undone, { isWanted, overwriteChanged, ...(only === undefined ? {} : { only }) });
    return plan === null ? null : this.#execute(plan);
  }

  /** The plan of it, or null where no pair stands. */
  async planUndo(
    undone: string,
    { isWanted = () => true, only, overwriteChanged = false }: Wish,
  ): Promise<Plan | null> {
    const earlier = await readEarlier(this.store, undone);
    const made = this.plans.get(undone);
    const operation = made === undefined ? 'transfer' : rootOperation(made);
    const done = await this.store.donePairs(operation);
    const standing = (this.live.runs.get(undone)?.pairs ?? [])
      // The program refuses those of which some was put back by way of another run.
      .filter(({ source, target }) => earlier.pairs.get(`${source}:${target}`)?.elsewhere !== true)
      .filter(({ source, target }) => earlier.pairs.has(`${source}:${target}`))
      .filter(({ source, target }) => !earlier.undone.has(`${source}:${target}`))
      .filter((_pair, place) => isWanted(place));
    const pairs =
      made === undefined || operation === 'import'
        ? standing.map(({ source, target }) => ({ line: null, source, target }))
        : leaveOutHopeless(standing, made, earlier, { operation, users: this.live.people, doneBy: done, view: null })
            .pairs;
    if (pairs.length === 0) return null;
    const carried = made === undefined ? [] : typesOfPlan(made);
    const root = operation === 'merge' ? this.plans.get(earlier.root) : undefined;
    const basis = STANDARD.types.find(({ id }) => id === only);
    const chosen = basis?.derive?.from ?? basis?.follows?.type ?? only;
    const isCarried = chosen !== undefined && carried.includes(chosen);
    return planUndo({
      id: `plan ${this.plans.size}`,
      store: 'store',
      undoOf: { run: undone, operation, isAgain: earlier.isAgain, overwriteChanged },
      operator: 'admin',
      createdAt: CLOCK.now(),
      catalogue: STANDARD,
      types: chooseUndoTypes(STANDARD, carried, isCarried ? { only: [chosen] } : {}),
      pairs,
      earlier,
      ...(root === undefined ? {} : { merge: { ...root, standing: new Set(done.keys()) } }),
      people: this.live.people,
      problems: [],
      warnings: [],
    });
  }

  /** "source:target" of the pairs of run `id` of which something stands by the journal, of the data types that are looked at. */
  async standingOf(id: string, isLookedAt: (type: string) => boolean): Promise<Set<string>> {
    const { pairs } = await readEarlier(this.store, id);
    const open = [...pairs].filter(([, { before, after }]) => {
      // Whatever the order of the columns.
      const text = (images: typeof before) =>
        fingerprint([images.source, images.target].map((image) => contentOf(image, isLookedAt)));
      return text(before) !== text(after);
    });
    return new Set(open.map(([key]) => key));
  }

  /** Whether nobody could ask for these merges: who was merged has no part in another one. */
  async #isRefused(pairs: readonly (readonly [number, number])[]): Promise<boolean> {
    const rows = pairs.map(([source, target], index) => ({
      ...{ line: index + 2, from: String(source), to: String(target), claims: null, ragged: null },
    }));
    const donePairs = await this.store.donePairs('merge');
    const users = this.live.people;
    return (
      matchPairs({ rows, direction: 'from-to', operation: 'merge', users, view: null, donePairs }).problems.length > 0
    );
  }

  async #execute(plan: Plan): Promise<string | null> {
    if (!changesAnything(plan)) return null;
    const earlier = plan.undoOf === null ? undefined : await readEarlier(this.store, plan.undoOf.run);
    const donePairs = await this.store.donePairs(rootOperation(plan));
    const { people, lastId } = this.live;
    const context = { store: 'store', operator: ADMIN, catalogue: STANDARD, people, lastId, view: null };
    const refusal = checkRunnable(plan, { ...context, donePairs, earlier });
    if (refusal?.code === 'already-done' && plan.undoOf === null) return null;
    if (refusal !== null) throw refusal;
    const run = `run ${this.plans.size}`;
    this.plans.set(run, plan);
    const request = { run, plan, catalogue: STANDARD, writer: this.#writer, clock: CLOCK, actor: ACTOR, earlier };
    for await (const event of runPlan({ ...request, stop: NEVER })) {
      if (event.event === 'pair-failed') throw new Error(`${event.source}:${event.target} failed: ${event.reason}`);
    }
    const accepts = plan.undoOf?.overwriteChanged === true;
    const changes = plan.pairs.flatMap(({ undo }) => Object.values(undo));
    if (accepts && changes.some(({ already }) => already !== undefined)) this.hasAccepted = true;
    if (changes.some(({ overwritten }) => overwritten > 0)) this.hasLost = true;
    return run;
  }
}

async function* recordsOf(records: readonly JournalRecord[], run: string | readonly string[] | undefined) {
  const runs = run === undefined ? null : new Set([run].flat());
  for (const record of records) {
    if (runs === null || ('run' in record.entry && runs.has(record.entry.run))) yield record;
  }
}

/** The records of an image, whatever their order, and what it says of the profile. */
function contentOf({ records, user }: Image, isLookedAt: (type: string) => boolean) {
  const held = Object.entries(records)
    .filter(([type]) => isLookedAt(type))
    .map(([type, list]) => [type, list.toSorted((left, right) => left.id - right.id)])
    .sort();
  return [...held, ...(user !== undefined && isLookedAt(USER_INFORMATION) ? [user] : [])];
}
