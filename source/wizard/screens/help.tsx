import { bindingsNow } from '../keys.ts';
import { placeBeneath } from '../state.ts';
import { helpOf, isOfRows } from './help-texts.ts';
import { Pane } from './pane.tsx';
import type { ScreenProps } from './screen.ts';

/** What this place is for, and every key that works in it. */
export function Help({ state, width, height, dispatch }: ScreenProps) {
  const place = placeBeneath(state);
  const keys = bindingsNow(state, place).map(({ called, label }) => `  ${called.padEnd(10)}${label}`);
  const text = [helpOf(place, isOfRows(state)), '', 'Keys here', ...keys].join('\n');
  return <Pane text={text} at={state.helpScroll} width={width} height={height} dispatch={dispatch} />;
}
