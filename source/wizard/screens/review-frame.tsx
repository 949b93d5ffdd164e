import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { fitText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Tabs } from '../parts/tabs.tsx';
import type { State } from '../state.ts';

interface ReviewFrameProps {
  state: State;
  /** What the plan does in numbers. */
  totals: string;
  labels: readonly string[];
  width: number;
  height: number;
  /** The tab on screen, two lines less high. */
  children: ReactNode;
}

/** The numbers of a plan, its tabs, and the one that is open. */
export function ReviewFrame({ state, totals, labels, width, height, children }: ReviewFrameProps) {
  const look = useLook();
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text bold>{fitText(totals, width, fitOptions(look))}</Text>
      <Tabs labels={labels} active={state.reviewTab} width={width} />
      {children}
    </Box>
  );
}

/** What stands in the place of a review as long as there is no plan. @param working what is worked out */
export function NoPlan({ state, width, working }: { state: State; width: number; working: string }) {
  const look = useLook();
  const text = state.task === null ? 'There is no plan. Esc goes back.' : working;
  return <Text>{fitText(text, width, fitOptions(look))}</Text>;
}
