import { visibleText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { Pane } from './pane.tsx';
import type { ScreenProps } from './screen.ts';
import { linesHere } from './why-lines.ts';

/** What the cursor is on, whole: a small window has one line for it. */
export function Why({ state, width, height, dispatch }: ScreenProps) {
  const look = useLook();
  const text = [...linesHere(state), '', 'Esc goes back.'].map((line) => visibleText(line, look)).join('\n');
  return <Pane text={text} at={state.overlayScroll} width={width} height={height} dispatch={dispatch} />;
}
