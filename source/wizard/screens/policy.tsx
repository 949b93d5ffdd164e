import { Box, Text } from 'ink';
import { numberText } from '../../model/number-text.ts';
import { fitText } from '../../model/visible-text.ts';
import { policyRows } from '../logic/file-choices.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import type { Column } from '../parts/plan-columns.ts';
import { CursorRows } from './cursor-rows.tsx';
import { POLICY_MEANINGS, POLICY_NAMES } from './policy-words.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'field', label: 'Field', min: 16, flex: 1 },
  { key: 'conflicts', label: 'Conflicts', min: 9, align: 'right' },
  { key: 'policy', label: 'Whose value wins', min: 20, flex: 1 },
];

/** Whose values win in a file of merges: for every field, and for a field by itself. */
export function Policy({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { file, crowd, policyCursor } = state.merge;
  if (crowd === null) {
    const waiting = state.task === null ? 'The profiles could not be read. Esc goes back.' : 'Reading the profiles …';
    return <Text>{fitText(waiting, width, fitOptions(look))}</Text>;
  }
  const fields = policyRows(state);
  const total = fields.reduce((sum, { conflicts }) => sum + conflicts, 0);
  const rows = [
    { cells: ['EVERY FIELD', numberText(total), POLICY_NAMES[file.policy]] },
    ...fields.map(({ rule, conflicts, own }) => ({
      cells: [rule.label, numberText(conflicts), own === null ? 'as every field' : POLICY_NAMES[own]],
    })),
  ];
  const here = fields[policyCursor - 1]?.own ?? file.policy;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <CursorRows columns={COLUMNS} rows={rows} at={policyCursor} width={width} height={height - 1} />
      <Text>{fitText(POLICY_MEANINGS[here], width, fitOptions(look))}</Text>
    </Box>
  );
}
