import { Box, Text } from 'ink';
import { DIRECTIONS } from '../../model/pair.ts';
import { fullName, nameAndId } from '../../model/user.ts';
import { fitText, visibleText, wrapText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Menu } from '../parts/menu.tsx';
import type { State } from '../state.ts';
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
  const lines = [
    leaning === 'from-to'
      ? 'As the headings say: data goes FROM the From User ID INTO the To User ID.'
      : 'The other way round: data goes FROM the To User ID INTO the From User ID.',
    `Read like that: ${pairs} ${pairs === 1 ? 'pair' : 'pairs'}, ${problems} ${problems === 1 ? 'problem' : 'problems'}.`,
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

/** "John Smith's (19) data goes INTO Jenny Andrews (21)". */
function moveSentence({ world }: State, { source, target }: { source: number; target: number }): string {
  const giver = world.byId.get(source);
  const receiver = world.byId.get(target);
  if (giver === undefined || receiver === undefined) return `${source} goes INTO ${target}`;
  return `${fullName(giver)}’s data (${giver.id}) goes INTO ${nameAndId(receiver)}`;
}
