import { numberText } from '../../model/number-text.ts';
import { fieldValue } from '../../model/profile-field.ts';
import { tellApart } from '../../model/tell-apart.ts';
import { accessLabel, fullName, type Person } from '../../model/user.ts';
import { listSwitches } from '../../transfer/choose-types.ts';
import type { State } from '../state.ts';
import { profileText } from './profile-text.ts';

/** A row for each thing that either of them has: what it is called, the source's, the target's. */
export function profileRows({ world }: State, source: Person, target: Person): string[][] {
  const both = (label: string, read: (person: Person) => string) => [
    label,
    ...tellApart(read(source), read(target), world),
  ];
  const own = world.catalogue.fields.map(({ field, label }) =>
    both(label, (person) => profileText(fieldValue(person, field))),
  );
  const records = listSwitches(world.catalogue, 'merge').map(({ type }) =>
    both(type.label, (person) => numberText(person.records[type.id]?.length ?? 0)),
  );
  const stateOf = (person: Person) => {
    const standing = person.access === 'user' ? (person.active ? 'active' : 'inactive') : accessLabel(person.access);
    return person.mergedInto === null ? standing : `${standing}, merged into ${person.mergedInto}`;
  };
  return [
    both('ID', ({ id }) => String(id)),
    both('Name', fullName),
    both('State', stateOf),
    ...own.filter(([, left, right]) => left !== '(empty)' || right !== '(empty)'),
    ...records.filter(([, left, right]) => left !== '0' || right !== '0'),
  ];
}
