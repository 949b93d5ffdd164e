import { Memory } from './memory.ts';
import { redactFinding } from './redact-findings.ts';
import { redactMapping } from './redact-mapping.ts';
import { redactCells, redactUser } from './redact-person.ts';
import { redactPlan } from './redact-plan.ts';
import { redactStore } from './redact-store.ts';
import { revealNames } from './reveal-names.ts';
import { SOME_ACCOUNT, SOME_OPERATOR, standInValue, TELLING_COLUMNS } from './stand-in.ts';
import type { Veil } from './veil.ts';

/**
 * The veil of a process: hides whom it has learned of, from the stores, plans and files that are read.
 * @param accounts of the system that this runs under, by name
 */
export function makeVeil(accounts: readonly string[]): Veil {
  const memory = new Memory(accounts);
  const { table, nameOf } = memory;
  const text = (sentence: string) => table.replace(sentence, nameOf);
  const written = (sentence: string) => (memory.isTerm(sentence) ? sentence : table.replaceAll(sentence, nameOf));
  const heading = (given: string) => memory.heading(given);
  const login: Veil['login'] = (given) => (given === null ? null : (memory.standInFor(given)?.login ?? SOME_OPERATOR));
  const mapping: Veil['mapping'] = (given) => redactMapping(given, { heading, written });
  const originals = new WeakMap<object, object>();
  const keep: Veil['keep'] = (shown, given) => {
    originals.set(shown, given);
    return shown;
  };
  const veil: Veil = {
    isOn: true,
    learnStore: (real, planOf) => memory.learnStore(real, planOf),
    learnPlan: (plan) => memory.learnPlan(plan),
    learnHeadings: (headings) => memory.learnHeadings(headings),
    learnRows: (file, by) => memory.learnRows(file, by),
    store: (real) => redactStore(real, veil, (records) => memory.learnRecords(real, records)),
    user: redactUser,
    cells: (shown) => redactCells(shown, written),
    operator: (operator) => ({
      ...operator,
      ...(memory.standInFor(operator.login) ?? { login: SOME_OPERATOR, name: SOME_OPERATOR }),
    }),
    login,
    operatorLogin: (given) => memory.operatorLogin(given),
    account: (given) => (given === null ? null : (memory.standInFor(given)?.login ?? SOME_ACCOUNT)),
    name: (id, name) => (name === null || id === null ? name : (nameOf(id) as typeof name)),
    text,
    said: (line) => table.replace(line, nameOf, true),
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
    heading,
    mapping,
    findings: (findings) =>
      findings.map((finding) => redactFinding(finding, { text, written, heading, fieldOf: (given) => given })),
    plan(given) {
      memory.learnPlan(given);
      const name = nameOf;
      return keep(
        redactPlan(given, { text, written, heading, mapping, name, login: (one) => login(one) ?? '' }),
        given,
      );
    },
    keep,
    original: <Thing extends object>(shown: Thing) => (originals.get(shown) ?? shown) as Thing,
    reveal: (sentence) => revealNames(sentence, memory.users),
  };
  return veil;
}
