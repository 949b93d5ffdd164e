import { visibleText } from '../../model/visible-text.ts';
import { rowNow } from '../logic/preview.ts';
import { useLook } from '../look.ts';
import { personText, rowFacts, rowState, type Side, sidesOf } from '../row-sides.ts';
import type { State } from '../state.ts';
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

function detailLines(state: State, sign: string): string[] {
  const row = rowNow(state);
  if (row === undefined) return ['No row is shown.'];
  const { source, target } = sidesOf(state, row);
  const asWritten = state.direction === 'to-from' ? 'read the other way round' : 'read as its headings say';
  return [
    `Line ${row.line}: ${rowState(state, row)}`,
    '',
    `Source  ${sideText(source)}`,
    `Target  ${sideText(target)}`,
    '',
    `In the file: From User ID “${row.from}”, To User ID “${row.to}”, ${asWritten}.`,
    ...rowFacts(state, row, sign),
  ];
}

function sideText({ text, user }: Side): string {
  return user === undefined ? `“${text}”, which is nobody’s user ID` : personText(user);
}
