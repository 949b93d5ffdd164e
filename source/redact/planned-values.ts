import type { Plan, PlannedPair } from '../model/plan.ts';
import { NameTable } from './name-table.ts';
import type { ReplaceText } from './redact-person.ts';
import { standInValue } from './stand-in.ts';

/**
 * What replaces, in sentences about a line of the file, the values of its people that tell who they are, however short
 * they are, and the names that a merge puts together of both; a plan without a file has them all on the line null.
 */
export function replacePlanned({ pairs }: Plan, nameOf: (id: number) => string): (line: number | null) => ReplaceText {
  const byLine = Map.groupBy(pairs, ({ line }) => line);
  const tables = new Map<number | null, NameTable>();
  return (line) => (sentence) => {
    const table = tables.get(line) ?? tableOf(byLine.get(line) ?? []);
    tables.set(line, table);
    return table.replace(sentence, nameOf);
  };
}

function tableOf(pairs: readonly PlannedPair[]): NameTable {
  const table = new NameTable();
  for (const pair of pairs) {
    const [first, last] = ['First Name', 'Last Name'].map((field) => valuesOf(pair, field));
    for (const one of first ?? []) {
      for (const other of last ?? []) {
        table.add(`${one.value} ${other.value}`, { id: null, text: `${one.standIn} ${other.standIn}` });
      }
    }
    for (const { field } of pair.fields) {
      for (const { value, standIn } of valuesOf(pair, field)) table.add(value, { id: null, text: standIn });
    }
  }
  return table;
}

/** The values of both people in a field that tells who somebody is. */
function valuesOf({ fields, source, target }: PlannedPair, field: string): { value: string; standIn: string }[] {
  const change = fields.find((each) => each.field === field);
  return [
    { id: source.id, value: change?.source },
    { id: target.id, value: change?.target },
  ].flatMap(({ id, value }) => {
    const standIn = standInValue(field, id);
    return standIn !== null && typeof value === 'string' && value.trim() !== '' ? { value: value.trim(), standIn } : [];
  });
}
