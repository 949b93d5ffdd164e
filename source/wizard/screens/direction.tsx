import { Box, Text } from 'ink';
import { countOf } from '../../model/finding.ts';
import { DIRECTIONS } from '../../model/pair.ts';
import { fitText, visibleText, wrapText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { operationNow } from '../operation.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Menu } from '../parts/menu.tsx';
import { MERGE_READ, moveSentence, TRANSFER_READ } from './direction-sentences.ts';
import type { ScreenProps } from './screen.ts';

/** Asking which of the two readings of the file is meant, in sentences with real names (X1). */
export function Direction({ state, width, height, isActive, dispatch }: ScreenProps) {
  const look = useLook();
  const { readings, leaning } = state;
  if (readings === null) return null;
  const { pairs, problems, suspect, examples } = readings[leaning];
  const items = DIRECTIONS.map((value) => {
    const [example] = readings[value].examples;
    return { value, label: example === undefined ? 'No row names two users' : moveSentence(state, example) };
  });
  const read = operationNow(state) === 'merge' ? MERGE_READ : TRANSFER_READ;
  const lines = [
    read[leaning],
    `Read like that: ${countOf(pairs, 'pair')}, ${countOf(problems, 'problem')}.`,
    ...(suspect === null ? [] : [`${look.symbols.warning} ${suspect.message} ${suspect.cure}`]),
    ...examples.map((pair) => `${look.symbols.dot} ${moveSentence(state, pair)}`),
  ].flatMap((line) => wrapText(visibleText(line, look), width));
  const room = Math.max(1, height - 5);
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text>{fitText('The file can be read in two ways. Which one do you mean?', width, fitOptions(look))}</Text>
      <Text> </Text>
      <Menu
        items={items}
        width={width}
        height={3}
        initialValue={leaning}
        isFocused={isActive}
        onSelect={(value) => dispatch({ type: 'menu-chosen', value })}
        onHighlight={(value) => dispatch({ type: 'menu-highlighted', value })}
      />
      {lines.slice(0, room).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: wrapped lines have no name of their own
        <Text key={index}>{line}</Text>
      ))}
    </Box>
  );
}
