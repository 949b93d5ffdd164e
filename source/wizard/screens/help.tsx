import { bindingsAt } from '../keys.ts';
import { ScrollText } from '../parts/scroll-text.tsx';
import { placeBeneath } from '../state.ts';
import { helpOf } from './help-texts.ts';
import type { ScreenProps } from './screen.ts';

/** What this place is for, and every key that works in it. */
export function Help({ state, width, height }: ScreenProps) {
  const place = placeBeneath(state);
  const keys = bindingsAt(place).map(({ called, label }) => `  ${called.padEnd(10)}${label}`);
  const text = [helpOf(place), '', 'Keys here', ...keys].join('\n');
  return <ScrollText text={text} width={width} height={height} offset={state.helpScroll} showBreaks={false} />;
}
