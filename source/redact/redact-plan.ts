import type { FieldChange } from '../model/change.ts';
import type { Mapping } from '../model/mapping.ts';
import type { Finding } from '../model/pair.ts';
import type { Plan, PlannedPair, PlannedPerson } from '../model/plan.ts';
import { replacePlanned } from './planned-values.ts';
import { type Replacing, redactFinding } from './redact-findings.ts';
import { standInOf, standInValue } from './stand-in.ts';

/** What a plan is redacted with. */
export interface PlanReplacing extends Omit<Replacing, 'fieldOf'> {
  name(id: number, name: string): string;
  login(login: string): string;
  mapping(mapping: Mapping): Mapping;
}

/** What is shown instead of a fingerprint, which is made of what it is not to tell. */
const NO_PRINT = 'redacted';

/** `plan` as it is shown; it cannot be run. */
export function redactPlan(plan: Plan, replacing: PlanReplacing): Plan {
  const columns = new Map(plan.import?.mapping.columns.map(({ heading, field }) => [heading, field]));
  const fieldOf = (heading: string) => columns.get(heading) ?? heading;
  const planned = replacePlanned(plan, (id) => replacing.name(id, ''));
  const redact = <Of extends Finding<string>>(finding: Of): Of => {
    const isTelling = (finding.column ?? '').split(', ').some((column) => standInValue(fieldOf(column), 0) !== null);
    const known = planned(finding.line);
    const text = isTelling ? (sentence: string) => replacing.text(known(sentence)) : replacing.text;
    return redactFinding(finding, { ...replacing, text, fieldOf });
  };
  return {
    ...plan,
    operator: replacing.login(plan.operator),
    confirm: redactPhrase(plan, replacing),
    pairs: plan.pairs.map((pair) => redactPair(pair, replacing)),
    problems: plan.problems.map(redact),
    warnings: plan.warnings.map(redact),
    ...(plan.import === undefined
      ? {}
      : { import: { ...plan.import, mapping: replacing.mapping(plan.import.mapping) } }),
    seal: NO_PRINT,
  };
}

/** Of a single pair its target's login or address, or, where it has neither, a name; else it names nobody. */
function redactPhrase({ confirm, pairs, operation }: Plan, { text }: PlanReplacing): string {
  const [only, ...others] = pairs;
  const isOfPerson = operation !== 'import' && operation !== 'undo' && only !== undefined && others.length === 0;
  if (!isOfPerson) return text(confirm);
  const { login, email } = standInOf(only.target.id);
  return confirm === String(only.target.id) ? confirm : confirm.includes('@') ? email : login;
}

function redactPair(pair: PlannedPair, { name, written }: PlanReplacing): PlannedPair {
  const redact = (person: PlannedPerson): PlannedPerson => ({
    ...person,
    name: name(person.id, person.name),
    fingerprint: NO_PRINT,
  });
  return {
    ...pair,
    source: redact(pair.source),
    target: redact(pair.target),
    fields: pair.fields.map((change) => redactField(change, pair, written)),
  };
}

/** Of two values that are the same the stand-ins are the same; of an import, and of its undo, what comes is told from what is there. */
function redactField(change: FieldChange, { source, target, row }: PlannedPair, written: (text: string) => string) {
  const { field } = change;
  const own = standInValue(field, target.id);
  if (own === null)
    return { ...change, source: redactValue(change.source, written), target: redactValue(change.target, written) };
  const isBack = row === undefined && source.id === target.id;
  const coming = row?.kind === 'update' ? `${own} (new)` : isBack ? `${own} (before)` : standInValue(field, source.id);
  const isSame = JSON.stringify(change.source) === JSON.stringify(change.target);
  return {
    ...change,
    source: isFilled(change.source) ? (isSame ? own : coming) : change.source,
    target: isFilled(change.target) ? own : change.target,
  };
}

function redactValue(value: unknown, written: (text: string) => string): unknown {
  if (typeof value === 'string') return written(value);
  return Array.isArray(value) ? value.map((each) => redactValue(each, written)) : value;
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}
