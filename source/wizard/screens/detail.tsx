import { visibleText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { detailLines } from './detail-lines.ts';
import { Pane } from './pane.tsx';
import type { ScreenProps } from './screen.ts';

/** One row whole: its cells as the file has them, both people, everything that is wrong. */
export function Detail({ state, width, height, dispatch }: ScreenProps) {
  const look = useLook();
  return (
    <Pane
      text={detailLines(state, look.symbols.warning)
        .map((line) => visibleText(line, look))
        .join('\n')}
      at={state.overlayScroll}
      width={width}
      height={height}
      dispatch={dispatch}
    />
  );
}
