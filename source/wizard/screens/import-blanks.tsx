import { Box, Text } from 'ink';
import { fitText, wrapText } from '../../model/visible-text.ts';
import { BLANK_KINDS } from '../logic/import-blanks.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import type { Column } from '../parts/plan-columns.ts';
import { AskText } from './ask-text.tsx';
import { CursorRows } from './cursor-rows.tsx';
import { cutLines } from './cut-lines.ts';
import { blankRow, blanksLines } from './import-blanks-words.ts';
import { saveMappingLines } from './import-saving-lines.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'what', label: 'Where the file is silent', min: 25, flex: 1 },
  { key: 'policy', label: 'Value', min: 8 },
  { key: 'count', label: 'In this file', min: 17, flex: 1 },
];

/** What happens to the values of existing people where the file says nothing (X13). */
export function ImportBlanks({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { importing } = state;
  const rows = BLANK_KINDS.map((kind) => ({ cells: blankRow(kind, importing, state.task !== null) }));
  const tableHeight = 3 + rows.length;
  const lines = blanksLines(importing).flatMap((line) => wrapText(line, width, look));
  return (
    <Box flexDirection="column" width={width} height={height}>
      <CursorRows columns={COLUMNS} rows={rows} at={importing.blanksCursor} width={width} height={tableHeight} />
      {cutLines(lines, Math.max(0, height - tableHeight), width, look, '?').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own
        <Text key={index}>{fitText(line, width, fitOptions(look))}</Text>
      ))}
    </Box>
  );
}

/** Under which name the mapping is saved. */
export function SaveMapping({ state, ...props }: ScreenProps) {
  return <AskText {...props} lines={saveMappingLines()} label="Name: " field={state.importing.nameField} />;
}
