import { Box } from 'ink';
import { fitText } from '../../model/visible-text.ts';
import { homeItems } from '../logic/home.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Menu } from '../parts/menu.tsx';
import { LinesAbove } from './lines-above.tsx';
import type { ScreenProps } from './screen.ts';

/** The first screen: who works where, and the ways on. */
export function Home({ state, width, height, isActive, dispatch }: ScreenProps) {
  const look = useLook();
  const { operator, isGuest, location, view, isReadOnly, users, storeName } = state.world;
  const inactive = users.filter(({ active }) => !active).length;
  const facts = [
    `You are       ${operator.name} (${operator.login})${isGuest ? ', the guest of this demonstration store' : ''}`,
    `Store         ${storeName}, ${location}`,
    `It holds      ${users.length} users, ${inactive} of them inactive`,
    `You may touch ${view === null ? 'everybody' : `the users of your view "${view.name}"`}`,
    `Mode          ${isReadOnly ? 'READ-ONLY: look at everything, change nothing' : 'LIVE: what you run changes this store'}`,
  ];
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
        isFocused={isActive}
        onSelect={(value) => dispatch({ type: 'menu-chosen', value })}
      />
    </Box>
  );
}
