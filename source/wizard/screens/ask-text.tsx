import { Box, Text } from 'ink';
import { wrapText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import type { FieldState } from '../parts/edit-text.ts';
import { TextField } from '../parts/text-field.tsx';
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

function AskText({ lines, label, field, width, height, isActive }: AskTextProps) {
  const look = useLook();
  return (
    <Box flexDirection="column" width={width} height={height}>
      <LinesAbove lines={lines.flatMap((line) => wrapText(line, width))} below={1} height={height} />
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
  const { users, cwd } = state.world;
  const lines = [
    `All ${users.length} users, active and inactive, with From User ID and an empty To User ID first.`,
    `A name is taken from the folder ${cwd}. A file that is there is not replaced unasked.`,
  ];
  return <AskText {...props} lines={lines} label="Save as: " field={state.exportField} />;
}

/** Where to save the file with the mended rows. */
export function SaveMended({ state, ...props }: ScreenProps) {
  const count = state.mendings.byLine.size;
  const lines = [
    `A copy of your file with ${count} mended ${count === 1 ? 'row' : 'rows'}; all other rows stay byte for byte.`,
    'A file that is there is not replaced.',
  ];
  return <AskText {...props} lines={lines} label="Save as: " field={state.mendedField} />;
}

/** Which line of the file to go to. */
export function GoToRow({ state, ...props }: ScreenProps) {
  const last = state.file.loaded?.rows.at(-1)?.line ?? 1;
  return (
    <AskText {...props} lines={[`The last row starts at line ${last}.`]} label="Go to line: " field={state.goToField} />
  );
}
