import type { Actor } from '../model/actor.ts';
import type { JournalEntry, JournalRecord } from '../model/journal.ts';
import { blankPerson } from '../model/person-of-image.ts';
import type { PlanOperation } from '../model/plan.ts';
import { fullName } from '../model/user.ts';
import type { AuditFacts } from './audit-line.ts';
import { countValues } from './count-values.ts';

/** What a journal record gives to the log, its place there and the names of people aside. */
export interface Told {
  facts: Omit<AuditFacts, 'line'>;
  reason: string | null;
  /** The name of a source who is not in the store any more, where the record tells it. */
  gone?: string;
}

/** What the lines of a run repeat, so that each tells all. */
interface Behind {
  operation: PlanOperation | null;
  undoOf: string | null;
  operator: string | null;
  account: string | null;
  realAccount: string | null;
  host: string | null;
}

const NOBODY: Behind = {
  operation: null,
  undoOf: null,
  operator: null,
  account: null,
  realAccount: null,
  host: null,
};

/** Turns journal records into what the log says of them; it keeps in mind who is behind which run. */
export class RecordTeller {
  readonly #runs = new Map<string, Behind>();
  readonly #operationOf: (run: string) => Pick<Behind, 'operation' | 'undoOf'> | null | undefined;

  /** @param operationOf of runs that begin before the first record or line that it is given */
  constructor(operationOf: (run: string) => Pick<Behind, 'operation' | 'undoOf'> | null | undefined = () => null) {
    this.#operationOf = operationOf;
  }

  /** Takes in who is behind the run that a line of the log tells of. */
  learn({ run, operation, undoOf, operator, account, realAccount, host }: AuditFacts): void {
    if (run !== null) this.#runs.set(run, { operation, undoOf, operator, account, realAccount, host });
  }

  /** What the log says of `record`; null: nothing. */
  tell({ sequence, entry }: JournalRecord): Told | null {
    if (entry.kind === 'audit-head' || entry.kind === 'audit-cut') return null;
    const run = 'run' in entry ? entry.run : null;
    const behind = 'operator' in entry ? this.#meet(entry, run) : this.#known(run);
    const facts: Told['facts'] = {
      sequence,
      at: entry.at,
      event: entry.kind,
      run,
      ...behind,
      source: null,
      target: null,
      person: null,
      counts: null,
      settings: null,
      result: null,
      code: null,
    };
    switch (entry.kind) {
      case 'pair-done': {
        const { source, target, counts = null } = entry;
        const told = { facts: { ...facts, source, target, counts, result: resultOf(entry) }, reason: null };
        const isGone = entry.after.source.exists === false;
        return isGone ? { ...told, gone: fullName({ ...blankPerson(source), ...entry.before.source.user }) } : told;
      }
      case 'pair-failed': {
        const { source, target, code, reason } = entry;
        return { facts: { ...facts, source, target, code, result: 'failed' }, reason };
      }
      case 'run-finished':
        return {
          facts: { ...facts, result: 'closed' in entry ? `${entry.state} for good` : entry.state },
          reason: entry.reason ?? null,
        };
      case 'settings-changed':
        return { facts: { ...facts, settings: entry.settings }, reason: null };
      case 'mapping-saved':
        return { facts: { ...facts, result: entry.mapping.name }, reason: null };
      case 'mapping-deleted':
        return { facts: { ...facts, result: entry.name }, reason: null };
      case 'person-changed': {
        const { active } = entry.after;
        const result = active === undefined ? null : active ? 'activated' : 'deactivated';
        return { facts: { ...facts, person: entry.person, result }, reason: null };
      }
      case 'references-cleared':
        return { facts: { ...facts, person: entry.person, result: `name ${entry.of} no more` }, reason: null };
      case 'person-deleted':
        return { facts: { ...facts, person: entry.person, result: 'deleted' }, reason: null };
      case 'person-erased':
        return { facts: { ...facts, person: entry.person }, reason: null };
      default:
        return { facts, reason: null };
    }
  }

  /** Of an entry that says who acts. Journals of shape 1 tell the operator and the host only. */
  #meet(entry: Actor & { operation?: PlanOperation; undoOf?: string | null }, run: string | null): Behind {
    const { operator, account = null, realAccount = null, host } = entry as Partial<Actor>;
    const known = this.#known(run);
    const behind = {
      operation: entry.operation ?? known.operation,
      undoOf: entry.undoOf ?? known.undoOf,
      operator: operator ?? null,
      account,
      realAccount,
      host: host ?? null,
    };
    if (run !== null) this.#runs.set(run, behind);
    return behind;
  }

  #known(run: string | null): Behind {
    if (run === null) return NOBODY;
    return this.#runs.get(run) ?? { ...NOBODY, ...pickOperation(this.#operationOf(run)) };
  }
}

type PairDone = Extract<JournalEntry, { kind: 'pair-done' }>;

/** What became of a pair; of a row of an import, or of its undo, whether its person came into being, or went. */
function resultOf({ source, target, before, after, partly, counts }: PairDone): string {
  if (source === target && before.source.exists === false) return 'created';
  if (source === target && after.source.exists === false) return 'removed';
  const done = partly ? 'partly' : 'done';
  if (source !== target) return done;
  const { active } = after.source.user ?? {};
  const isCounted = Object.keys(counts ?? {}).length > 0;
  const values = isCounted ? '' : countValues(before.source.user, after.source.user);
  const state = active === undefined ? '' : active ? 'activated' : 'deactivated';
  return [done, values, state].filter((part) => part !== '').join(', ');
}

function pickOperation(run: Pick<Behind, 'operation' | 'undoOf'> | null | undefined) {
  return { operation: run?.operation ?? null, undoOf: run?.undoOf ?? null };
}
