import { Box, Text } from 'ink';
import { standingOfTypes } from '../../merge/standing-of-types.ts';
import { fitText } from '../../model/visible-text.ts';
import { type TypeRow, typeSwitches } from '../logic/types.ts';
import { useLook } from '../look.ts';
import { carryingNow } from '../operation.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { SwitchList } from '../parts/switch-list.tsx';
import { ruleWords } from './rule-words.ts';
import type { ScreenProps } from './screen.ts';

/** What will be carried: a switch a type, locked ones with their reason (X21). */
export function Types({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { without, world } = state;
  const operation = carryingNow(state);
  const switches = typeSwitches(state);
  const wanted = new Set(switches.filter(({ id }) => !without.has(id)).map(({ id }) => id));
  const standing = standingOfTypes(world.catalogue, operation, wanted);
  const isOn = ({ id, carries }: TypeRow) => {
    const its = standing.get(id);
    return its === undefined ? wanted.has(id) : carries && its.refusal === null && !its.isSharedOnly;
  };
  const rows = switches.map((row) => ({
    key: row.id,
    label: row.label,
    detail: `${row.area}, ${ruleWords(row.rule)}`,
    isOn: isOn(row),
    locked: row.locked,
  }));
  const here = switches[state.typesCursor];
  const done = operation === 'merge' ? 'merged' : 'carried';
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text>
        {fitText(
          `${rows.filter(({ isOn }) => isOn).length} of ${rows.length} data types are ${done}; this is number ${state.typesCursor + 1}.`,
          width,
          fitOptions(look),
        )}
      </Text>
      <SwitchList rows={rows} cursor={state.typesCursor} width={width} height={height - 2} />
      <Text dimColor>{fitText(here === undefined ? '' : `${here.label}: ${here.why}`, width, fitOptions(look))}</Text>
    </Box>
  );
}
