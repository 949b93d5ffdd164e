import { Box, Text } from 'ink';
import { pairText } from '../../model/pair-text.ts';
import type { Run } from '../../model/run.ts';
import { stateHeadline } from '../../model/run-words.ts';
import { fitText, visibleText, wrapText } from '../../model/visible-text.ts';
import { resultItems } from '../logic/result.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Menu } from '../parts/menu.tsx';
import type { State } from '../state.ts';
import { Pane } from './pane.tsx';
import type { ScreenProps } from './screen.ts';

/** How a run ended, and what can be done next (A50 to A56). */
export function Result({ state, width, height, isActive, dispatch }: ScreenProps) {
  const look = useLook();
  const { result } = state;
  if (result === null) return null;
  const { run } = result;
  const tone = TONES[run.state];
  const sign = tone === 'good' ? look.symbols.check : look.symbols.warning;
  const items = resultItems(state);
  const headlines = wrapText(`${sign} ${stateHeadline(run.state)}`, width);
  // A line of the list comes before the whole of the menu, which can be scrolled; then the counts, then empty lines.
  const menuHeight = Math.min(items.length + 1, height - headlines.length - 1);
  const room = height - headlines.length - menuHeight;
  const extras = { counts: room > 1, gapAbove: room > 3, gapBelow: room > 4 };
  const listHeight = room - Object.values(extras).filter((isShown) => isShown).length;
  const { done, failed, left } = run.counts;
  const totals = result.done?.totals;
  const records = totals === undefined ? '' : `; ${totals.combined + totals.summed} moved, ${totals.replaced} replaced`;
  const counts = `${done} done, ${failed} failed, ${left} left${records}. Run ${run.id}`;
  return (
    <Box flexDirection="column" width={width} height={height}>
      {headlines.map((line) => (
        <Text key={line} bold color={look.colours[tone]}>
          {line}
        </Text>
      ))}
      {extras.counts ? <Text>{fitText(counts, width, fitOptions(look))}</Text> : null}
      {extras.gapAbove ? <Text> </Text> : null}
      <Pane
        text={listLines(state, run)
          .map((line) => visibleText(line, look))
          .join('\n')}
        at={state.scroll}
        width={width}
        height={listHeight}
        dispatch={dispatch}
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

const TONES = {
  succeeded: 'good',
  'finished-with-errors': 'bad',
  stopped: 'warn',
  interrupted: 'warn',
  running: 'warn',
} as const;

/** A line each: what failed and why, or else every pair. */
function listLines({ world }: State, { pairs }: Run): string[] {
  const failed = pairs.filter(({ state }) => state === 'failed');
  const left = pairs.filter(({ state }) => state === 'left');
  const done = pairs.filter(({ state }) => state === 'done');
  // What was not transferred is what the operator must know of.
  if (failed.length === 0)
    return [...left, ...done].map((pair) => `${pair.state.padEnd(6)}  ${pairText(pair, world.byId)}`);
  return failed.map((pair) => `${pair.source}  ${pairText(pair, world.byId)}: ${pair.reason ?? 'no reason is known'}`);
}
