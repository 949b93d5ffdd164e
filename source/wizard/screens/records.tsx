import { visibleText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { Pane } from './pane.tsx';
import type { ScreenProps } from './screen.ts';

/** The records of one data type and what happens to each: those that are REPLACED, and those that move. */
export function Records({ state, width, height, dispatch }: ScreenProps) {
  const look = useLook();
  const text = state.records.map((line) => visibleText(line, look)).join('\n');
  return <Pane text={text} at={state.overlayScroll} width={width} height={height} dispatch={dispatch} />;
}
