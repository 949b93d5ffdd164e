import { Box, Text } from 'ink';
import type { Pair, Direction as Reading } from '../../model/pair.ts';
import { fullName, nameAndId } from '../../model/user.ts';
import { fitText, visibleText, wrapText } from '../../model/visible-text.ts';
import { matchPairs } from '../../pairs/match-pairs.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Menu } from '../parts/menu.tsx';
import type { State } from '../state.ts';
import type { ScreenProps } from './screen.ts';

/** Asking which of the two readings of the file is meant, in sentences with real names (X1). */
export function Direction({ state, width, height, isActive, dispatch }: ScreenProps) {
  const look = useLook();
  const readings = { 'from-to': readAs(state, 'from-to'), 'to-from': readAs(state, 'to-from') };
  const shown = readings[state.leaning];
  const items = [
    { value: 'from-to', label: exampleOf(state, readings['from-to'].example) },
    { value: 'to-from', label: exampleOf(state, readings['to-from'].example) },
  ];
  const suspect = shown.warnings.find(({ code }) => code === 'direction-suspect');
  const counts = `Read like that: ${shown.pairs.length} pairs, ${shown.problems.length} problems.`;
  const lines = [
    state.leaning === 'from-to'
      ? 'As the headings say: data goes FROM the From User ID INTO the To User ID.'
      : 'The other way round: data goes FROM the To User ID INTO the From User ID.',
    counts,
    ...(suspect === undefined ? [] : [`${look.symbols.warning} ${suspect.message} ${suspect.cure}`]),
    ...shown.pairs.slice(0, 3).map((pair) => `${look.symbols.dot} ${moveSentence(state, pair)}`),
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
        initialValue={state.leaning}
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

function readAs({ file, mendings, world }: State, direction: Reading) {
  const { byId: users, view, donePairs } = world;
  const rows = file.loaded?.rows ?? [];
  const matched = matchPairs({ rows, direction, mendings, users, view, donePairs });
  return { ...matched, example: matched.pairs[0] ?? firstNamed(state(file), direction) };

  function state(loaded: State['file']) {
    return loaded.loaded?.rows.find(({ from, to }) => users.has(Number(from)) && users.has(Number(to)));
  }
}

function firstNamed(row: { from: string; to: string; line: number } | undefined, direction: Reading): Pair | undefined {
  if (row === undefined) return undefined;
  const [from, to] = [Number(row.from), Number(row.to)];
  return { line: row.line, source: direction === 'from-to' ? from : to, target: direction === 'from-to' ? to : from };
}

function exampleOf(state: State, pair: Pair | undefined): string {
  return pair === undefined ? 'No row of the file names two users' : moveSentence(state, pair);
}

/** "John Smith's (19) data goes INTO Jenny Andrews (21)". */
function moveSentence({ world }: State, { source, target }: Pair): string {
  const giver = world.byId.get(source);
  const receiver = world.byId.get(target);
  if (giver === undefined || receiver === undefined) return `${source} goes INTO ${target}`;
  return `${fullName(giver)}’s data (${giver.id}) goes INTO ${nameAndId(receiver)}`;
}
