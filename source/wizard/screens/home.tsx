import { Box } from 'ink';
import { fitText } from '../../model/visible-text.ts';
import { homeChoice, homeItems } from '../logic/home.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Menu } from '../parts/menu.tsx';
import { homeFacts } from './home-facts.ts';
import { LinesAbove } from './lines-above.tsx';
import type { ScreenProps } from './screen.ts';

/** The first screen: who works where, and the ways on. */
export function Home({ state, width, height, isActive, dispatch }: ScreenProps) {
  const look = useLook();
  const facts = homeFacts(state).map(([label, text]) => {
    const shown = label === 'Folder' ? endOf(text, width - 10, look.symbols.ellipsis) : text;
    return `${label.padEnd(10)}${shown}`;
  });
  const items = homeItems(state);
  return (
    <Box flexDirection="column" width={width} height={height}>
      <LinesAbove
        lines={facts.map((fact) => fitText(fact, width, fitOptions(look)))}
        below={items.length + 1}
        height={height}
      />
      <Menu
        key={items.map(({ value }) => value).join()}
        items={items}
        width={width}
        height={Math.min(height, items.length + 1)}
        initialValue={state.menuCursor ?? homeChoice(state)}
        isFocused={isActive}
        onHighlight={(value) => dispatch({ type: 'menu-highlighted', value })}
        onSelect={(value) => dispatch({ type: 'menu-chosen', value })}
      />
    </Box>
  );
}

/** A path cut at its beginning: its end tells one store from another. */
function endOf(path: string, width: number, ellipsis: string): string {
  return path.length <= width ? path : ellipsis + path.slice(ellipsis.length - width);
}
