import type { Mapping } from '../model/mapping.ts';
import type { Finding } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import type { StorePort } from '../model/ports.ts';
import type { User } from '../model/user.ts';

/** What of an operator is shown. */
interface Named {
  login: string;
  name: string;
}

/** The plan that a run carries out; null: it cannot be read. */
export type PlanOf = (run: string) => Promise<Plan | null>;

/** What was read of a file of people. */
export interface ReadRows {
  headings: readonly string[];
  rows: readonly { cells: readonly string[] }[];
}

/**
 * What lies between the data and whoever looks on: under --redact it puts stand-ins for names, logins, addresses and
 * numbers of people; otherwise it changes nothing.
 */
export interface Veil {
  /** Whether anything is hidden. */
  isOn: boolean;
  /** Takes in whom the store knows, knew, or was to know. To be called before anything of it is shown. */
  learnStore(real: StorePort, planOf: PlanOf): Promise<void>;
  /** The same of a plan that was read. */
  learnPlan(plan: Plan): void;
  /** The same of the heading line of a file: where it has none, that is a row of people. */
  learnHeadings(headings: readonly string[]): void;
  /** The same of the rows of a file, whoever they are about. */
  learnRows(file: ReadRows, mapping: Mapping): void;
  /** The store as it is shown. Whoever writes by it writes to the real one. */
  store(real: StorePort): StorePort;
  /** Somebody as shown, records aside. */
  user<Someone extends User>(user: Someone): Someone;
  /** The same person where the cells of the profile are shown or saved: what people wrote into them is hidden, too. */
  cells<Someone extends User>(shown: Someone): Someone;
  operator<Somebody extends Named>(operator: Somebody): Somebody;
  /** The login of an operator; null stays null. */
  login(login: string | null): string | null;
  /** The login of the operator who is shown as `login`, who may be named so as well; any other login stays. */
  operatorLogin(login: string): string;
  /** The same as `login` of an account of the system. */
  account(account: string | null): string | null;
  /** What person `id` is called in a list or a sentence; null, nobody knows it, stays null. */
  name<Name extends string | null>(id: number | null, name: Name): Name;
  /** A sentence of ours. */
  text(text: string): string;
  /** Whatever is printed: holds stand-ins already, and no name any more, whoever made it. */
  said(line: string): string;
  /** The same as `text` of one about somebody: their numbers are hidden as well, however short they are. */
  about(user: User, text: string): string;
  /** A text that people wrote: names that only a person can tell from words are hidden, too. */
  written(text: string): string;
  /** A heading of a file. */
  heading(heading: string): string;
  mapping(mapping: Mapping): Mapping;
  findings<Of extends Finding<string>>(findings: readonly Of[]): Of[];
  /** A plan as it is shown: not to be run, nor to be written. `original` gives the one that is. */
  plan(plan: Plan): Plan;
  /** Makes `shown` known as what is shown of `real`. */
  keep<Thing extends object>(shown: Thing, real: Thing): Thing;
  /** What `shown` was made from; itself where it was shown as it is. */
  original<Thing extends object>(shown: Thing): Thing;
  /** A sentence that was made on what is shown, as it is on the real data: for what is kept. */
  reveal(text: string): string;
}

const same = <Thing>(thing: Thing): Thing => thing;

/** Hides nothing. */
export const CLEAR: Veil = {
  isOn: false,
  learnStore: async () => {},
  learnPlan: () => {},
  learnHeadings: () => {},
  learnRows: () => {},
  store: same,
  user: same,
  cells: same,
  operator: same,
  login: same,
  operatorLogin: same,
  account: same,
  name: (_id, name) => name,
  text: same,
  said: same,
  about: (_user, text) => text,
  written: same,
  heading: same,
  mapping: same,
  findings: (findings) => [...findings],
  plan: same,
  keep: (shown) => shown,
  original: same,
  reveal: same,
};
