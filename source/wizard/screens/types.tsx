import { Box, Text } from 'ink';
import { fitText } from '../../model/visible-text.ts';
import { listSwitches } from '../../transfer/choose-types.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { SwitchList } from '../parts/switch-list.tsx';
import type { ScreenProps } from './screen.ts';

const RULE_WORDS: Record<string, string> = {
  combine: 'combined',
  overwrite: 'OVERWRITTEN',
  'keep-best': 'best kept',
  'keep-latest': 'latest kept',
  sum: 'added up',
  derive: 'worked out anew',
  skip: 'never carried',
  'keep-target': 'target’s kept',
  pick: 'picked',
};

/** What will be carried: a switch a type, locked ones with their reason (X21). */
export function Types({ state, width, height }: ScreenProps) {
  const look = useLook();
  const switches = listSwitches(state.world.catalogue, 'transfer');
  const rows = switches.map(({ type, carries, locked }) => ({
    key: type.id,
    label: type.label,
    detail: `${type.area}, ${RULE_WORDS[type.rule] ?? type.rule}`,
    isOn: carries && !state.without.has(type.id),
    locked,
  }));
  const here = switches[state.typesCursor]?.type;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text>
        {fitText(
          `${rows.filter(({ isOn }) => isOn).length} of ${rows.length} data types are carried.`,
          width,
          fitOptions(look),
        )}
      </Text>
      <SwitchList rows={rows} cursor={state.typesCursor} width={width} height={height - 2} />
      <Text dimColor>{fitText(here === undefined ? '' : `Why: ${here.why}`, width, fitOptions(look))}</Text>
    </Box>
  );
}
