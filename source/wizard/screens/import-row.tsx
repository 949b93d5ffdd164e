import { numberText } from '../../model/number-text.ts';
import { visibleText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { importRowLines, importWarningLines } from './import-row-lines.ts';
import { Pane } from './pane.tsx';
import type { ScreenProps } from './screen.ts';

/** One row of an import whole. */
export function ImportRowDetail({ state, width, height, dispatch }: ScreenProps) {
  const look = useLook();
  const text = importRowLines(state, look).map((line) => visibleText(line, look));
  return <Pane text={text.join('\n')} at={state.overlayScroll} {...{ width, height, dispatch }} />;
}

/** The warnings of an import; of very many, the first. */
export function ImportWarnings({ state, width, height, dispatch }: ScreenProps) {
  const look = useLook();
  const lines = importWarningLines(state);
  const more = lines.length > MOST ? [`… and ${numberText(lines.length - MOST)} more.`] : [];
  const text = [...lines.slice(0, MOST), ...more].map((line) => visibleText(line, look));
  return <Pane text={text.join('\n')} at={state.overlayScroll} {...{ width, height, dispatch }} />;
}

/** More warnings than anybody reads in a pane; each frame wraps them all. */
const MOST = 500;
