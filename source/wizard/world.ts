import type { Catalogue, Operation } from '../model/catalogue.ts';
import type { Operator, View } from '../model/operator.ts';
import { lackedPermission } from '../model/permission-error.ts';
import type { RootOperation } from '../model/plan.ts';
import type { Holder } from '../model/ports.ts';
import type { RunSummary } from '../model/run.ts';
import type { User } from '../model/user.ts';
import type { PeopleSearch } from '../people/search-people.ts';

/** What the wizard knows of the store and of who works with it. */
export interface World {
  location: string;
  storeName: string;
  operator: Operator;
  /** Works as the guest of a demonstration store. */
  isGuest: boolean;
  view: View | null;
  isReadOnly: boolean;
  /** Whether stand-ins are shown for people and operators; absent: no. */
  isRedacted?: boolean;
  /** Whether only ASCII is shown; absent: no. */
  ascii?: boolean;
  /** What would end a run before its time, in a sentence or two; null where it goes on by itself. */
  loginWarning: string | null;
  catalogue: Catalogue;
  users: readonly User[];
  byId: ReadonlyMap<number, User>;
  search: PeopleSearch;
  donePairs: DonePairs;
  /** Newest first. */
  runs: readonly RunSummary[];
  holder: Holder | null;
  cwd: string;
  home: string;
}

/** By operation: "source:target" of every pair that is done → its run (A56). */
export type DonePairs = Record<Operation, ReadonlyMap<string, string>>;

/** Why this operator may not transfer, or merge (A17, C5), or null. */
export function whyNotWriting({ isReadOnly, operator }: World, operation: RootOperation): string | null {
  if (isReadOnly) return 'read-only: opened to look, not to change';
  return lackedPermission(operator, operation);
}
