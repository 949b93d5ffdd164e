import type { Catalogue, DataType, Operation } from '../model/catalogue.ts';
import { isNaming, namingFields } from '../model/naming-fields.ts';
import type { Person, User } from '../model/user.ts';

/** A kind of data, and how much of it. */
export interface Tie {
  label: string;
  count: number;
}

/** Records of others that name the person, and whose they are. */
export interface Naming extends Tie {
  by: User[];
}

/**
 * Why data goes with the account: `shared`: whoever got the person's data has it as well; `left`: the run that handed
 * the rest over left it there, by its rule or by choice; `account`: it means nothing without the account; `uncarried`:
 * no operation carries it, as no catalogue rule does.
 */
export type GoingWhy = 'shared' | 'left' | 'account' | 'uncarried';

/** What hangs on a person. */
export interface Ties {
  /** What others own that names the person. */
  naming: Naming[];
  /** Who was merged into the person. */
  merged: User[];
  /** What they own that a transfer or a merge can still bring to somebody else. */
  owned: (Tie & { by: Operation })[];
  /** What they own that goes with the account. */
  going: (Tie & { why: GoingWhy })[];
}

/** Of one type, after its data were handed over: how many records would come over yet, and how many the other has as well. */
export interface HandedOver {
  coming: number;
  shared: number;
}

/**
 * What hangs on a person, for whoever wants to delete them. Pure.
 * @param others with their records: everybody who is to stay
 * @param handed data type id → what became of the person's records of it; absent: they were never handed over
 */
export function findTies(
  person: Person,
  others: Iterable<Person>,
  catalogue: Pick<Catalogue, 'types' | 'operations'>,
  handed: ReadonlyMap<string, HandedOver>,
): Ties {
  const known = new Map(catalogue.types.map((type) => [type.id, type]));
  const naming = new Map<string, Naming>();
  const merged: User[] = [];
  const fields = namingFields(catalogue);
  for (const other of others) {
    if (other.id === person.id) continue;
    if (other.mergedInto === person.id) merged.push(other);
    for (const [id, records] of Object.entries(other.records)) {
      const count = records.filter((record) => isNaming(record, person, fields)).length;
      if (count === 0) continue;
      const tie = naming.get(id) ?? { label: known.get(id)?.label ?? id, count: 0, by: [] };
      naming.set(id, { ...tie, count: tie.count + count, by: [...tie.by, other] });
    }
  }
  const ties: Ties = { naming: [...naming.values()], merged, owned: [], going: [] };
  for (const [id, { length }] of Object.entries(person.records)) {
    addOwn(ties, { type: known.get(id), label: known.get(id)?.label ?? id, length }, handed.get(id), catalogue);
  }
  return ties;
}

interface Own {
  type: DataType | undefined;
  label: string;
  length: number;
}

function addOwn(
  { owned, going }: Ties,
  { type, label, length }: Own,
  handed: HandedOver | undefined,
  { operations }: Pick<Catalogue, 'operations'>,
): void {
  const by = (['transfer', 'merge'] as const).find((each) => operations[each].areas.includes(type?.area ?? ''));
  if (type === undefined || by === undefined) add(going, { label, count: length, why: 'uncarried' });
  else if (OF_ACCOUNT.includes(type.rule)) add(going, { label, count: length, why: 'account' });
  else {
    const coming = Math.min(length, handed?.coming ?? length);
    const shared = Math.min(length - coming, handed?.shared ?? 0);
    add(owned, { label, count: coming, by });
    add(going, { label, count: shared, why: 'shared' });
    add(going, { label, count: length - coming - shared, why: 'left' });
  }
}

/** Rules by which records belong to the account and go nowhere: they stay, or are worked out. */
const OF_ACCOUNT: readonly DataType['rule'][] = ['skip', 'keep-target', 'derive'];

function add<Kind extends Tie>(ties: Kind[], tie: Kind): void {
  if (tie.count > 0) ties.push(tie);
}
