import { visibleText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { ScrollText } from '../parts/scroll-text.tsx';
import type { ScreenProps } from './screen.ts';

/** The records of one data type and what happens to each: those that are REPLACED, and those that move. */
export function Records({ state, width, height }: ScreenProps) {
  const look = useLook();
  const text = state.records.map((line) => visibleText(line, look)).join('\n');
  return <ScrollText text={text} width={width} height={height} offset={state.scroll} showBreaks={false} />;
}
