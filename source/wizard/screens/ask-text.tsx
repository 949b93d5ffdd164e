import { Box, Text } from 'ink';
import { wrapText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import type { FieldState } from '../parts/edit-text.ts';
import { TextField } from '../parts/text-field.tsx';
import { exportLines, goToRowLines, saveMendedLines } from './ask-text-lines.ts';
import { LinesAbove } from './lines-above.tsx';
import type { ScreenProps } from './screen.ts';

interface AskTextProps {
  lines: readonly string[];
  label: string;
  field: FieldState;
  width: number;
  height: number;
  isActive: boolean;
}

/** Some lines, and below them a field to type into. */
export function AskText({ lines, label, field, width, height, isActive }: AskTextProps) {
  const look = useLook();
  return (
    <Box flexDirection="column" width={width} height={height}>
      <LinesAbove lines={lines.flatMap((line) => wrapText(line, width, look))} below={1} height={height} />
      <Box>
        <Text bold color={look.colours.accent}>
          {label}
        </Text>
        <TextField field={field} width={width - label.length} isFocused={isActive} />
      </Box>
    </Box>
  );
}

/** Where to save the export of all users. */
export function Export({ state, ...props }: ScreenProps) {
  return <AskText {...props} lines={exportLines(state)} label="Save as: " field={state.exportField} />;
}

/** Where to save the file with the mended rows. */
export function SaveMended({ state, ...props }: ScreenProps) {
  return <AskText {...props} lines={saveMendedLines(state)} label="Save as: " field={state.mendedField} />;
}

/** Which line of the file to go to. */
export function GoToRow({ state, ...props }: ScreenProps) {
  return <AskText {...props} lines={goToRowLines(state)} label="Go to line: " field={state.goToField} />;
}
