import { Box, Text } from 'ink';
import { fitText } from '../../model/visible-text.ts';
import { typeSwitches } from '../logic/types.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { SwitchList } from '../parts/switch-list.tsx';
import type { ScreenProps } from './screen.ts';
import { switchedText, typeSwitchRows } from './type-switch-rows.ts';

/** What will be carried: a switch a type, locked ones with their reason (X21). */
export function Types({ state, width, height }: ScreenProps) {
  const look = useLook();
  const switches = typeSwitches(state);
  const rows = typeSwitchRows(state);
  const here = switches[state.typesCursor];
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text>
        {fitText(`${switchedText(state, rows)}; this is number ${state.typesCursor + 1}.`, width, fitOptions(look))}
      </Text>
      <SwitchList rows={rows} cursor={state.typesCursor} width={width} height={height - 2} />
      <Text>{fitText(here === undefined ? '' : `${here.label}: ${here.why}`, width, fitOptions(look))}</Text>
    </Box>
  );
}
