import { Box, Text } from 'ink';
import { pairText } from '../../model/pair-text.ts';
import { fitText, wrapText } from '../../model/visible-text.ts';
import { goesBack, paceOf } from '../logic/run.ts';
import { useLook } from '../look.ts';
import { EventList } from '../parts/event-list.tsx';
import { fitOptions } from '../parts/fit-cells.ts';
import { ProgressBar } from '../parts/progress-bar.tsx';
import type { ScreenProps } from './screen.ts';

/** The run as it goes on: how far, how fast, what is at work, what came last. */
export function RunProgress({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { run } = state;
  if (run === null) return null;
  const { pairs, done, failed, left } = run.counts;
  const pace = paceOf(run);
  const now = run.pairs[done + failed];
  const lines = [
    `${done} done, ${failed} failed, ${left} left`,
    pace === null
      ? 'Speed        …'
      : `Speed        ${pace.rate.toFixed(1)} pairs a second, ${durationText(pace.secondsLeft)} left`,
    `At work      ${now === undefined || run.state !== 'running' ? 'nothing any more' : pairText(now, state.world.byId, goesBack(state, run))}`,
    ...(state.world.loginWarning === null
      ? ['You may leave, quit or lose the connection: the run goes on by itself.']
      : wrapText(`Warning: ${state.world.loginWarning}`, width)),
  ];
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text bold>
        {fitText(
          run.undoOf === null ? `Run ${run.id}` : `Run ${run.id}: undo of ${run.undoOf}`,
          width,
          fitOptions(look),
        )}
      </Text>
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

function durationText(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  if (seconds < 90) return `about ${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `about ${Math.ceil(seconds / 60)} min`;
  return `about ${(seconds / 3600).toFixed(1)} h`;
}
