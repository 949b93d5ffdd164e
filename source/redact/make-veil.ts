import type { JournalRecord } from '../model/journal.ts';
import type { StorePort } from '../model/ports.ts';
import { fullName, type User } from '../model/user.ts';
import { learnOperator, learnPerson, learnPlan, learnRecord, operatorStandIn } from './known-names.ts';
import { NameTable } from './name-table.ts';
import { redactFinding } from './redact-findings.ts';
import { redactCells, redactUser } from './redact-person.ts';
import { redactPlan } from './redact-plan.ts';
import { redactStore } from './redact-store.ts';
import { revealNames } from './reveal-names.ts';
import { standInOf, standInValue, TELLING_COLUMNS } from './stand-in.ts';
import type { Veil } from './veil.ts';

/** Logins and accounts that are none of the store's operators. */
const SOME_OPERATOR = 'operator';
const SOME_ACCOUNT = 'account';

/**
 * The veil over a store: knows the names of all its people and operators, and those that its journals still tell.
 * @param accounts of the system that this runs under, by name
 */
export async function makeVeil(real: StorePort, accounts: readonly string[]): Promise<Veil> {
  const { operators } = await real.info();
  const table = new NameTable();
  const byId = new Map<number, User>();
  const places = new Map(operators.map(({ login }, index) => [login, index + 1]));
  const learnAll = async () => {
    for (const user of await real.users()) {
      if (isCalledAlike(user, byId.get(user.id))) continue;
      byId.set(user.id, user);
      learnPerson(table, user.id, user);
    }
  };
  const learn = async (records: readonly JournalRecord[]) => {
    for (const record of records) learnRecord(table, record, (id) => byId.get(id));
    await learnAll();
  };

  for (const account of accounts) if (!places.has(account)) table.add(account, { id: null, text: SOME_ACCOUNT });
  for (const [index, operator] of operators.entries()) learnOperator(table, index + 1, operator);
  await learnAll();
  for await (const record of real.records()) learnRecord(table, record, (id) => byId.get(id));

  const nameOf = (id: number): string => {
    const user = byId.get(id);
    return fullName(user === undefined ? standInOf(id) : redactUser(user));
  };
  const text = (sentence: string) => table.replace(sentence, nameOf);
  const written = (sentence: string) => table.replaceAll(sentence, nameOf);
  const standInFor = (login: string): { login: string; name: string } | null => {
    const place = places.get(login);
    return place === undefined ? null : operatorStandIn(place);
  };
  const login: Veil['login'] = (given) => (given === null ? null : (standInFor(given)?.login ?? SOME_OPERATOR));
  const originals = new WeakMap<object, object>();
  const keep: Veil['keep'] = (shown, given) => {
    originals.set(shown, given);
    return shown;
  };
  const veil: Veil = {
    isOn: true,
    store: (store) => redactStore(store, veil, learn),
    user: redactUser,
    cells: (shown) => redactCells(shown, written),
    operator: (operator) => ({
      ...operator,
      ...(standInFor(operator.login) ?? { login: SOME_OPERATOR, name: SOME_OPERATOR }),
    }),
    login,
    account: (given) => (given === null ? null : (standInFor(given)?.login ?? SOME_ACCOUNT)),
    name: (id, name) => (name === null || id === null ? name : (nameOf(id) as typeof name)),
    text,
    about: ({ id, profile }, sentence) =>
      text(
        Object.keys(TELLING_COLUMNS).reduce((hidden, column) => {
          const value = profile[column];
          return typeof value === 'string' && value.trim() !== ''
            ? hidden.replaceAll(value.trim(), standInValue(column, id) ?? '')
            : hidden;
        }, sentence),
      ),
    written,
    findings: (findings) =>
      findings.map((finding) => redactFinding(finding, { text, written, fieldOf: (heading) => heading })),
    plan(given) {
      learnPlan(table, given, nameOf);
      return keep(redactPlan(given, { text, written, name: nameOf, login: (one) => login(one) ?? '' }), given);
    },
    keep,
    original: <Thing extends object>(shown: Thing) => (originals.get(shown) ?? shown) as Thing,
    reveal: (sentence) => revealNames(sentence, byId),
  };
  return veil;
}

function isCalledAlike(user: User, before: User | undefined): boolean {
  const { login, email, firstName, lastName, profile } = user;
  if (before === undefined || login !== before.login || email !== before.email) return false;
  if (firstName !== before.firstName || lastName !== before.lastName) return false;
  return Object.keys(TELLING_COLUMNS).every((column) => profile[column] === before.profile[column]);
}
