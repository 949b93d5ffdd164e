import { Box, Text } from 'ink';
import { standingOfTypes } from '../../merge/standing-of-types.ts';
import { fitText } from '../../model/visible-text.ts';
import { listSwitches } from '../../transfer/choose-types.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { SwitchList } from '../parts/switch-list.tsx';
import { ruleWords } from './rule-words.ts';
import type { ScreenProps } from './screen.ts';

/** What will be carried: a switch a type, locked ones with their reason (X21). */
export function Types({ state, width, height }: ScreenProps) {
  const look = useLook();
  const switches = listSwitches(state.world.catalogue, 'transfer');
  const wanted = new Set(switches.filter(({ type }) => !state.without.has(type.id)).map(({ type }) => type.id));
  const standing = standingOfTypes(state.world.catalogue, 'transfer', wanted);
  const rows = switches.map(({ type, carries, locked }) => ({
    key: type.id,
    label: type.label,
    detail: `${type.area}, ${ruleWords(type.rule)}`,
    isOn: carries && standing.get(type.id)?.refusal === null,
    locked,
  }));
  const here = switches[state.typesCursor]?.type;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text>
        {fitText(
          `${rows.filter(({ isOn }) => isOn).length} of ${rows.length} data types are carried; this is number ${state.typesCursor + 1}.`,
          width,
          fitOptions(look),
        )}
      </Text>
      <SwitchList rows={rows} cursor={state.typesCursor} width={width} height={height - 2} />
      <Text dimColor>{fitText(here === undefined ? '' : `${here.label}: ${here.why}`, width, fitOptions(look))}</Text>
    </Box>
  );
}
