import { Box, Text } from 'ink';
import stringWidth from 'string-width';
import { headText } from '../../audit/head-text.ts';
import { numberText } from '../../model/number-text.ts';
import type { Plan } from '../../model/plan.ts';
import type { Run } from '../../model/run.ts';
import { stateHeadline } from '../../model/run-words.ts';
import { visibleText, wrapText } from '../../model/visible-text.ts';
import { resultItems } from '../logic/result.ts';
import { useLook } from '../look.ts';
import { Menu } from '../parts/menu.tsx';
import { SignedText } from '../parts/signed-text.tsx';
import { Pane } from './pane.tsx';
import { aboutRun, listLines, reasonText, recordsText } from './result-words.ts';
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
  const headlines = wrapText(`${sign} ${stateHeadline(run)}`, width, look);
  // The counts, why it stopped and a line of the list come before the whole of the menu, which can be scrolled; then what is to be said, then empty lines.
  const reason = run.reason === undefined ? [] : wrapText(reasonText(run.reason), width, look);
  const least = headlines.length + 1 + Math.min(2, reason.length) + 1;
  const menuHeight = Math.min(items.length + 1, Math.max(3, height - least));
  const room = height - headlines.length - menuHeight;
  const [counts, ...more] = countsLines(run, result.done, width);
  const whole = [
    ...reason,
    counts,
    ...more,
    ...aboutRun(run, result.leftOut ?? 0).flatMap((line) => wrapText(line, width, look)),
  ];
  const said = whole.length < room ? whole : [counts, ...reason, ...more];
  const head = result.head === undefined ? [] : wrapText(headText(result.head), width, look);
  // To be kept elsewhere, so whole or not at all.
  const isDoubted = result.head?.doubt !== undefined;
  const hasHead = isDoubted || room - said.length - head.length >= LEAST_LIST;
  const shown = hasHead
    ? [...said.slice(0, Math.max(0, room - 1 - head.length)), ...head]
    : said.slice(0, Math.max(0, room - 1));
  const spare = room - shown.length;
  // What a low window has no line for stands behind the list, which scrolls.
  const hidden = [...whole, ...head].filter((line) => !shown.includes(line));
  const gaps = { above: spare > 2, below: spare > 3 };
  const listHeight = spare - Object.values(gaps).filter((isShown) => isShown).length;
  return (
    <Box flexDirection="column" width={width} height={height}>
      {headlines.map((line) => (
        <SignedText key={line} text={line} sign={sign} color={look.colours[tone]} bold />
      ))}
      {shown.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own
        <Text key={index}>{line}</Text>
      ))}
      {gaps.above ? <Text> </Text> : null}
      <Pane
        text={[...listLines(state, run), ...hidden].map((line) => visibleText(line, look)).join('\n')}
        at={state.scroll}
        width={width}
        height={listHeight}
        dispatch={dispatch}
      />
      {gaps.below ? <Text> </Text> : null}
      <Menu
        key={run.id}
        items={items}
        width={width}
        height={menuHeight}
        isFocused={isActive}
        {...(state.menuCursor === null ? {} : { initialValue: state.menuCursor })}
        onHighlight={(value) => dispatch({ type: 'menu-highlighted', value })}
        onSelect={(value) => dispatch({ type: 'menu-chosen', value })}
      />
    </Box>
  );
}

/** Lines of the list, and empty ones around it, that are left before the head of the audit log is shown as well. */
const LEAST_LIST = 5;

const TONES = {
  succeeded: 'good',
  'finished-with-errors': 'bad',
  stopped: 'warn',
  interrupted: 'warn',
  running: 'warn',
} as const;

/** "998 done, 2 failed, 0 left; 2407 moved, 125 replaced. Run …", on two lines where it is too wide for one. */
function countsLines(run: Run, part: Plan | null, width: number): [string, ...string[]] {
  const { done, failed, left } = run.counts;
  const counts = `${numberText(done)} done, ${numberText(failed)} failed, ${numberText(left)} left`;
  const records = part === null ? [] : [recordsText(part, run.operation)];
  const whole = `${[counts, ...records].join('; ')}. Run ${run.id}`;
  if (stringWidth(whole) <= width) return [whole];
  return [`${counts}.`, ...wrapText([...records, `Run ${run.id}`].join('. '), width)];
}
