import type { Catalogue, DataType } from '../model/catalogue.ts';
import type { DataRecord } from '../model/record.ts';
import type { Person, User } from '../model/user.ts';

/** A kind of data, and how much of it. */
export interface Tie {
  label: string;
  count: number;
}

/** What hangs on a person. */
export interface Ties {
  /** What others own that names the person; and who was merged into them. */
  pointing: Tie[];
  /** What they own that nobody else has. */
  owned: Tie[];
  /**
   * What they own that goes with the account: the target has it, or a merge has left it behind on purpose, or it means
   * nothing without the account.
   */
  going: Tie[];
}

/**
 * What hangs on a person, for whoever wants to delete them. Pure.
 * @param everybody with their records, the person among them or not
 * @param covered data type id → how many of the person's records of it the one whom they were merged into lacks; absent:
 * all of them
 */
export function findTies(
  person: Person,
  everybody: Iterable<Person>,
  { types }: Pick<Catalogue, 'types'>,
  covered: ReadonlyMap<string, number>,
): Ties {
  const pointing = new Map<string, number>();
  const add = (label: string, count: number) => {
    if (count > 0) pointing.set(label, (pointing.get(label) ?? 0) + count);
  };
  const known = new Map(types.map((type) => [type.id, type]));
  const fields = new Set(types.flatMap(({ otherPerson }) => otherPerson ?? []));
  for (const other of everybody) {
    if (other.id === person.id) continue;
    add('accounts merged into it', Number(other.mergedInto === person.id));
    for (const [id, records] of Object.entries(other.records)) {
      add(known.get(id)?.label ?? id, countNaming(person, records, fields));
    }
  }
  const ties: Ties = { pointing: [...pointing].map(([label, count]) => ({ label, count })), owned: [], going: [] };
  for (const [id, { length }] of Object.entries(person.records)) {
    const type = known.get(id);
    const lacking = isOfAccount(type) ? 0 : (covered.get(id) ?? length);
    const label = type?.label ?? id;
    if (lacking > 0) ties.owned.push({ label, count: lacking });
    if (length > lacking) ties.going.push({ label, count: length - lacking });
  }
  return ties;
}

/** A field that names a person in one kind of data does so in all of them: not every rule has a use for knowing it. */
function countNaming({ id }: User, records: readonly DataRecord[], fields: ReadonlySet<string>): number {
  return records.filter((record) => [...fields].some((field) => record[field] === id)).length;
}

/** Whether such records belong to the account and go nowhere: by their rule they stay, or are worked out. */
function isOfAccount(type: DataType | undefined): boolean {
  return type !== undefined && ['skip', 'keep-target', 'derive'].includes(type.rule);
}
