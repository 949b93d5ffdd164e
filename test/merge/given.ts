import { readFileSync } from 'node:fs';
import type { RuleInput } from '../../source/merge/rule.ts';
import type { Catalogue, DataType } from '../../source/model/catalogue.ts';
import { parseCatalogue } from '../../source/model/parse-catalogue.ts';
import type { DataRecord, RecordsByType } from '../../source/model/record.ts';
import type { Person } from '../../source/model/user.ts';

const file = new URL('../../data/catalogues/standard.json', import.meta.url);

/** The catalogue that ships. */
export const STANDARD: Catalogue = parseCatalogue(readFileSync(file, 'utf8'), 'standard.json');

/** The shipped data type of that id. */
export function shippedType(id: string): DataType {
  const type = STANDARD.types.find((each) => each.id === id);
  if (type === undefined) throw new Error(`The standard catalogue has no type ${id}`);
  return type;
}

/** A data type that combines and moves, but for `but`. */
export function givenType(but: Partial<DataType> = {}): DataType {
  return {
    id: 'things',
    label: 'Things',
    area: 'QM',
    rule: 'combine',
    carry: 'move',
    why: 'For the test.',
    key: [],
    best: [],
    sum: [],
    derive: null,
    renumber: null,
    otherPerson: null,
    dependsOn: null,
    optional: true,
    locked: null,
    ...but,
  };
}

/** A catalogue of these types; a transfer carries QM, a merge carries Learning. */
export function givenCatalogue(...types: DataType[]): Catalogue {
  return {
    version: 1,
    name: 'Test',
    operations: {
      transfer: { areas: ['QM'], why: 'A transfer carries QM.' },
      merge: { areas: ['Learning'], why: 'A merge carries Learning.' },
    },
    types,
    fields: [],
  };
}

/** The input of a rule for the target person 21. */
export function givenInput(type: DataType, source: DataRecord[], target: DataRecord[]): RuleInput {
  return { type, source, target, targetId: 21, derivedFrom: null, chosen: {} };
}

/** A person with these records. */
export function givenPerson(id: number, records: RecordsByType = {}): Person {
  return {
    id,
    login: `user${id}`,
    email: `user${id}@lindenhall.example`,
    firstName: 'Test',
    lastName: String(id),
    active: true,
    access: 'user',
    profile: {},
    mergedInto: null,
    records,
  };
}

/** The counts of a change that are not zero. */
export function countsOf(change: object): Record<string, number> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => typeof value === 'number' && value > 0));
}
