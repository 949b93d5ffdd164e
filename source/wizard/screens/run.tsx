import { Box, Text } from 'ink';
import { fitText, wrapText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { EventList } from '../parts/event-list.tsx';
import { fitOptions } from '../parts/fit-cells.ts';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { atWorkText, leavingText, paceText, progressText, runHeadline } from './run-words.ts';
import type { ScreenProps } from './screen.ts';

/** The run as it goes on: how far, how fast, what is at work, what came last. */
export function RunProgress({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { run } = state;
  if (run === null) return null;
  const { pairs, done, failed } = run.counts;
  const lines = [
    progressText(run),
    `Speed        ${paceText(run) ?? '…'}`,
    `At work      ${atWorkText(run, state)}`,
    ...wrapText(leavingText(state), width, look),
  ];
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text bold>{fitText(runHeadline(run), width, fitOptions(look))}</Text>
      <ProgressBar done={done + failed} total={pairs} width={width} />
      {lines.map((line) => (
        <Text key={line.slice(0, 12)}>{fitText(line, width, fitOptions(look))}</Text>
      ))}
      <Text> </Text>
      <EventList
        events={run.events.map((event, index) => ({ key: index, ...event }))}
        width={width}
        height={Math.max(0, height - lines.length - 3)}
      />
    </Box>
  );
}
