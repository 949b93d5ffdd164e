import { Box, Text } from 'ink';
import { fitText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Picker, type PickerProps } from '../parts/picker.tsx';

interface MarkedListProps extends Omit<PickerProps, 'label'> {
  /** How many are marked. */
  marked: string;
  /** About what the cursor is on; each fits the width. */
  about: readonly string[];
}

/** Lines below the list, about what the cursor is on; in a low window fewer. */
const ABOUT = { roomy: 3, low: 2 };

/** Lines of the body below which the list needs the room. */
const ROOMY = 12;

/** A list in which is searched and marked: below it always how many are marked, and more about what the cursor is on. */
export function MarkedList({ marked, about, height, ...list }: MarkedListProps) {
  const look = useLook();
  const { width } = list;
  const aboutHeight = height < ROOMY ? ABOUT.low : ABOUT.roomy;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Picker label="Search: " {...list} height={height - aboutHeight - 1} />
      <Text bold>{fitText(marked, width, fitOptions(look))}</Text>
      {about.slice(0, aboutHeight).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own
        <Text key={index}>{line}</Text>
      ))}
    </Box>
  );
}
