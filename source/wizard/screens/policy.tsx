import { Box, Text } from 'ink';
import type { FilePolicy } from '../../merge/choose-for-file.ts';
import { fitText } from '../../model/visible-text.ts';
import { policyRows } from '../logic/file-choices.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import type { Column } from '../parts/plan-columns.ts';
import { CursorRows } from './cursor-rows.tsx';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'field', label: 'Field', min: 16, flex: 1 },
  { key: 'conflicts', label: 'Conflicts', min: 9, align: 'right' },
  { key: 'policy', label: 'Whose value wins', min: 20, flex: 1 },
];

const NAMES: Record<FilePolicy, string> = {
  source: 'the source’s',
  target: 'the target’s',
  filled: 'the target’s if any',
  newest: 'the newer profile’s',
  ask: 'ask me',
};

const MEANINGS: Record<FilePolicy, string> = {
  source: 'source: the source’s value takes the place of the target’s wherever the source has one.',
  target: 'target: the target keeps its values, and its empty fields stay empty.',
  filled: 'filled: the target keeps its values; only its empty fields take the source’s.',
  newest: 'newest: of two values, that of the account which was used last; else the source’s.',
  ask: 'ask: you decide each conflict by itself, on the next step.',
};

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
    { cells: ['EVERY FIELD', String(total), NAMES[file.policy]] },
    ...fields.map(({ rule, conflicts, own }) => ({
      cells: [rule.label, String(conflicts), own === null ? 'as every field' : NAMES[own]],
      isDimmed: own === null && conflicts === 0,
    })),
  ];
  const here = fields[policyCursor - 1]?.own ?? file.policy;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <CursorRows columns={COLUMNS} rows={rows} at={policyCursor} width={width} height={height - 1} />
      <Text dimColor>{fitText(MEANINGS[here], width, fitOptions(look))}</Text>
    </Box>
  );
}
