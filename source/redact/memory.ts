import type { JournalRecord } from '../model/journal.ts';
import type { Mapping } from '../model/mapping.ts';
import type { Operator } from '../model/operator.ts';
import type { Plan } from '../model/plan.ts';
import type { StorePort } from '../model/ports.ts';
import { fullName, type User } from '../model/user.ts';
import { isKnownHeading } from './is-known-heading.ts';
import { learnOperator, learnPerson, learnPlan, learnRecord, learnRow, operatorStandIn } from './known-names.ts';
import { NameTable } from './name-table.ts';
import { redactUser } from './redact-person.ts';
import { SOME_ACCOUNT, standInOf, TELLING_COLUMNS } from './stand-in.ts';
import type { PlanOf, ReadRows } from './veil.ts';

/** All the names that one process has come to know, of stores, journals, plans and files, and what is shown for them. */
export class Memory {
  readonly table = new NameTable();
  readonly users = new Map<number, User>();
  /** Operators' logins → their places, counted from 1. */
  readonly #places = new Map<string, number>();
  /** Headings that are no words for fields → what is shown instead. */
  readonly #headings = new Map<string, string>();
  /** Names of teams, groups, divisions, roles and views. */
  readonly #terms = new Set<string>();
  /** Runs that are imports, and those of which the plan is known. */
  readonly #imports = new Set<string>();
  readonly #planned = new Set<string>();
  #planOf: PlanOf = async () => null;

  /** @param accounts of the system that this runs under, by name */
  constructor(accounts: readonly string[]) {
    for (const account of accounts) this.#learnAccount(account);
  }

  /** Takes in everybody in a store, its operators, and what its journals still tell. */
  async learnStore(real: StorePort, planOf: PlanOf): Promise<void> {
    this.#planOf = planOf;
    const { operators, mappings, names, views } = await real.info();
    for (const name of [...Object.values(names).flat(), ...views.map((view) => view.name)]) this.#terms.add(name);
    for (const [index, operator] of operators.entries()) {
      this.#places.set(operator.login, index + 1);
      learnOperator(this.table, index + 1, operator);
    }
    for (const mapping of mappings) this.learnMapping(mapping);
    await this.#learnUsers(real);
    for await (const record of real.records()) await this.#learnRecord(record);
  }

  /** Takes in what is new in a store: `records`, and who is there by now. */
  async learnRecords(real: StorePort, records: readonly JournalRecord[]): Promise<void> {
    for (const record of records) await this.#learnRecord(record);
    await this.#learnUsers(real);
  }

  learnPlan(plan: Plan): void {
    if (plan.import !== undefined) this.learnMapping(plan.import.mapping);
    learnPlan(this.table, plan, this.nameOf, (id) => this.users.get(id));
  }

  learnHeadings(headings: readonly string[]): void {
    for (const [index, heading] of headings.entries()) {
      if (heading.trim() === '' || this.#headings.has(heading) || isKnownHeading(heading)) continue;
      const shown = `(heading ${index + 1})`;
      this.#headings.set(heading, shown);
      if (/\p{L}|\d{3}/u.test(heading)) this.table.addWord(heading.trim(), { id: null, text: shown });
    }
  }

  learnMapping({ columns }: Pick<Mapping, 'columns'>): void {
    this.learnHeadings(columns.map(({ heading }) => heading));
  }

  learnRows({ headings, rows }: ReadRows, { columns }: Pick<Mapping, 'columns'>): void {
    const fields = columns.map(({ heading, field }) => ({ field, place: headings.indexOf(heading) }));
    for (const { cells } of rows) {
      learnRow(this.table, Object.fromEntries(fields.map(({ field, place }) => [field, cells[place] ?? ''])));
    }
  }

  /** Whether a text is the name of a team, a group, a division, a role or a view, even where somebody is called by a word of it. */
  isTerm(text: string): boolean {
    return this.#terms.has(text);
  }

  /** A heading as it is shown; one that no file or mapping had stays. */
  heading(heading: string): string {
    return this.#headings.get(heading) ?? heading;
  }

  /** What is shown for the full name of person `id`. */
  readonly nameOf = (id: number): string => {
    const user = this.users.get(id);
    return fullName(user === undefined ? standInOf(id) : redactUser(user));
  };

  /** What stands for the operator with this login; null: nobody has it. */
  standInFor(login: string): Pick<Operator, 'login' | 'name'> | null {
    const place = this.#places.get(login);
    return place === undefined ? null : operatorStandIn(place);
  }

  /** The login of the operator who is shown as `login`; `login` itself where it is an operator's, or nobody's. */
  operatorLogin(login: string): string {
    if (this.#places.has(login)) return login;
    for (const [real, place] of this.#places) if (operatorStandIn(place).login === login) return real;
    return login;
  }

  #learnAccount(account: string): void {
    this.table.add(account, { id: null, text: SOME_ACCOUNT });
  }

  async #learnUsers(real: StorePort): Promise<void> {
    for (const user of await real.users()) {
      if (isCalledAlike(user, this.users.get(user.id))) continue;
      this.users.set(user.id, user);
      learnPerson(this.table, user.id, user);
    }
  }

  /** The reason why a row failed may name somebody who never came to be: the plan of its run knows them. */
  async #learnRecord(record: JournalRecord): Promise<void> {
    const { entry } = record;
    learnRecord(this.table, record, (id) => this.users.get(id));
    if ('account' in entry)
      for (const account of [entry.account, entry.realAccount]) if (account) this.#learnAccount(account);
    if (entry.kind === 'run-started' && entry.operation === 'import') this.#imports.add(entry.run);
    if (entry.kind !== 'pair-failed' || !this.#imports.has(entry.run) || this.#planned.has(entry.run)) return;
    this.#planned.add(entry.run);
    const plan = await this.#planOf(entry.run);
    if (plan !== null) this.learnPlan(plan);
  }
}

function isCalledAlike(user: User, before: User | undefined): boolean {
  const { login, email, firstName, lastName, profile } = user;
  if (before === undefined || login !== before.login || email !== before.email) return false;
  if (firstName !== before.firstName || lastName !== before.lastName) return false;
  return Object.keys(TELLING_COLUMNS).every((column) => profile[column] === before.profile[column]);
}
