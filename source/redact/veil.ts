import type { Finding } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import type { StorePort } from '../model/ports.ts';
import type { User } from '../model/user.ts';

/** What of an operator is shown. */
interface Named {
  login: string;
  name: string;
}

/**
 * What lies between the data and whoever looks on: under --redact it puts stand-ins for names, logins, addresses and
 * numbers of people; otherwise it changes nothing.
 */
export interface Veil {
  /** Whether anything is hidden. */
  isOn: boolean;
  /** The store as it is shown. Whoever writes by it writes to the real one. */
  store(real: StorePort): StorePort;
  /** Somebody as shown, records aside. */
  user<Someone extends User>(user: Someone): Someone;
  /** The same person where the cells of the profile are shown or saved: what people wrote into them is hidden, too. */
  cells<Someone extends User>(shown: Someone): Someone;
  operator<Somebody extends Named>(operator: Somebody): Somebody;
  /** The login of an operator; null stays null. */
  login(login: string | null): string | null;
  /** The same of an account of the system. */
  account(account: string | null): string | null;
  /** What person `id` is called in a list or a sentence; null, nobody knows it, stays null. */
  name<Name extends string | null>(id: number | null, name: Name): Name;
  /** A sentence of ours. */
  text(text: string): string;
  /** The same of one about somebody: their numbers are hidden as well, however short they are. */
  about(user: User, text: string): string;
  /** A text that people wrote: names that only a person can tell from words are hidden, too. */
  written(text: string): string;
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
  store: same,
  user: same,
  cells: same,
  operator: same,
  login: same,
  account: same,
  name: (_id, name) => name,
  text: same,
  about: (_user, text) => text,
  written: same,
  findings: (findings) => [...findings],
  plan: same,
  keep: (shown) => shown,
  original: same,
  reveal: same,
};
