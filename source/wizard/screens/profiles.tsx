import { Box, Text } from 'ink';
import { fieldValue } from '../../model/profile-field.ts';
import { accessLabel, fullName, type Person } from '../../model/user.ts';
import { fitText } from '../../model/visible-text.ts';
import { listSwitches } from '../../transfer/choose-types.ts';
import { useLook } from '../look.ts';
import { isMergeOf } from '../merge-state.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import type { Column } from '../parts/plan-columns.ts';
import type { State } from '../state.ts';
import { CursorRows } from './cursor-rows.tsx';
import { profileText } from './profile-text.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'what', label: '', min: 15, flex: 1 },
  { key: 'source', label: 'Source', min: 17, flex: 2 },
  { key: 'target', label: 'Target', min: 17, flex: 2 },
];

/** Both profiles side by side, and how much each owns of what a merge concerns (C17). */
export function Profiles({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { merge, chosen } = state;
  if (merge.people === null || !isMergeOf(merge, chosen.source ?? 0, chosen.target ?? 0)) {
    const waiting = state.task === null ? 'They could not be read. Esc goes back.' : 'Reading both profiles …';
    return <Text>{fitText(waiting, width, fitOptions(look))}</Text>;
  }
  const rows = profileRows(state, merge.people.source, merge.people.target).map((cells) => ({ cells }));
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text>
        {fitText(
          'The source is merged into the target, and stays. Are these the two? Enter goes on.',
          width,
          fitOptions(look),
        )}
      </Text>
      <CursorRows columns={COLUMNS} rows={rows} at={state.scroll} width={width} height={height - 1} />
    </Box>
  );
}

/** A row for each thing that either of them has: what it is called, the source's, the target's. */
function profileRows({ world }: State, source: Person, target: Person): string[][] {
  const both = (label: string, read: (person: Person) => string) => [label, read(source), read(target)];
  const own = world.catalogue.fields.map(({ field, label }) =>
    both(label, (person) => profileText(fieldValue(person, field))),
  );
  const records = listSwitches(world.catalogue, 'merge').map(({ type }) =>
    both(type.label, (person) => String(person.records[type.id]?.length ?? 0)),
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
