import { visibleText, wrapText } from '../../model/visible-text.ts';
import { useNamedCommands } from '../again.ts';
import { bindingsNow } from '../keys.ts';
import { NOTICE_LINES } from '../layout.ts';
import { useLook } from '../look.ts';
import { placeBeneath } from '../state.ts';
import { helpOf, isOfRows } from './help-texts.ts';
import { blanksLines } from './import-blanks-words.ts';
import { Pane } from './pane.tsx';
import type { ScreenProps } from './screen.ts';

/** What was said last, where its line has no room for all of it; what blanks do to people, which a small window cuts; what this place is for, and every key that works in it. */
export function Help({ state, width, height, dispatch }: ScreenProps) {
  const look = useLook();
  const place = placeBeneath(state);
  const keys = bindingsNow(state, place).map(
    ({ called, label }) => `  ${visibleText(called, look).padEnd(10)}${label}`,
  );
  const complete = useNamedCommands();
  const said = state.task === null ? (state.notice?.text ?? '') : '';
  const isLong = wrapText(complete(said), width, look).length > NOTICE_LINES;
  const last = isLong ? ['What was said last:', said, ''] : [];
  const facts = place === 'import-blanks' ? [...blanksLines(state.importing), ''] : [];
  const text = [...last, ...facts, helpOf(place, isOfRows(state)), '', 'Keys here', ...keys].join('\n');
  return <Pane text={text} at={state.helpScroll} width={width} height={height} dispatch={dispatch} />;
}
