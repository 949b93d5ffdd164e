import { type Dispatch, useCallback } from 'react';
import { useNamedCommands } from '../again.ts';
import { ScrollText } from '../parts/scroll-text.tsx';
import type { Action } from '../task.ts';

interface PaneProps {
  text: string;
  /** First line wished for. */
  at: number;
  width: number;
  height: number;
  dispatch: Dispatch<Action>;
}

/** Prose of ours in a window, whose place in the state never runs past its end. */
export function Pane({ text, at, width, height, dispatch }: PaneProps) {
  const bound = useCallback((limit: number) => dispatch({ type: 'past-end', limit }), [dispatch]);
  const complete = useNamedCommands();
  return (
    <ScrollText text={complete(text)} width={width} height={height} offset={at} showBreaks={false} onPastEnd={bound} />
  );
}
