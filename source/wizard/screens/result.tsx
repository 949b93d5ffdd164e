import { Box, Text } from 'ink';
import { pairText } from '../../model/pair-text.ts';
import type { Run } from '../../model/run.ts';
import { fitText, visibleText, wrapText } from '../../model/visible-text.ts';
import { resultItems } from '../logic/result.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Menu } from '../parts/menu.tsx';
import { ScrollText } from '../parts/scroll-text.tsx';
import type { State } from '../state.ts';
import type { ScreenProps } from './screen.ts';

/** How a run ended, and what can be done next (A50 to A56). */
export function Result({ state, width, height, isActive, dispatch }: ScreenProps) {
  const look = useLook();
  const { result } = state;
  if (result === null) return null;
  const { run } = result;
  const { text, tone } = headline(run);
  const sign = tone === 'good' ? look.symbols.check : look.symbols.warning;
  const items = resultItems(state);
  const headlines = wrapText(`${sign} ${text}`, width);
  // A line of the list comes before the whole of the menu, which can be scrolled; then the counts, then empty lines.
  const menuHeight = Math.min(items.length + 1, height - headlines.length - 1);
  const room = height - headlines.length - menuHeight;
  const extras = { counts: room > 1, gapAbove: room > 3, gapBelow: room > 4 };
  const listHeight = room - Object.values(extras).filter((isShown) => isShown).length;
  const { done, failed, left } = run.counts;
  const counts = `Run ${run.id}: ${done} done, ${failed} failed, ${left} left.`;
  return (
    <Box flexDirection="column" width={width} height={height}>
      {headlines.map((line) => (
        <Text key={line} bold color={look.colours[tone]}>
          {line}
        </Text>
      ))}
      {extras.counts ? <Text>{fitText(counts, width, fitOptions(look))}</Text> : null}
      {extras.gapAbove ? <Text> </Text> : null}
      <ScrollText
        text={listLines(state, run)
          .map((line) => visibleText(line, look))
          .join('\n')}
        width={width}
        height={listHeight}
        offset={state.scroll}
        showBreaks={false}
      />
      {extras.gapBelow ? <Text> </Text> : null}
      <Menu
        key={run.id}
        items={items}
        width={width}
        height={menuHeight}
        isFocused={isActive}
        onSelect={(value) => dispatch({ type: 'menu-chosen', value })}
      />
    </Box>
  );
}

/** The documents' own words (A50, A52), and what they have no words for. */
function headline({ state }: Run): { text: string; tone: 'good' | 'bad' | 'warn' } {
  switch (state) {
    case 'succeeded':
      return { text: 'Data Transfer Successful', tone: 'good' };
    case 'finished-with-errors':
      return {
        text: 'Errors occurred during data transfer. The user IDs listed below were not transferred.',
        tone: 'bad',
      };
    case 'stopped':
      return { text: 'Stopped: what is left was not transferred.', tone: 'warn' };
    case 'interrupted':
      return { text: 'Interrupted: the run ended before its time. What is left was not transferred.', tone: 'warn' };
    case 'running':
      return { text: 'The run is in progress.', tone: 'warn' };
  }
}

/** A line each: what failed and why, or else every pair. */
function listLines({ world }: State, { pairs }: Run): string[] {
  const failed = pairs.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return pairs.map((pair) => `${pair.state.padEnd(6)}  ${pairText(pair, world.byId)}`);
  return failed.map((pair) => `${pair.source}  ${pairText(pair, world.byId)}: ${pair.reason ?? 'no reason is known'}`);
}
