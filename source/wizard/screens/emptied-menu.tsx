import { Box } from 'ink';
import { numberText } from '../../model/number-text.ts';
import { wrapText } from '../../model/visible-text.ts';
import { namesText } from '../../people/deletion-text.ts';
import { meantAccounts } from '../logic/emptied.ts';
import { emptiedItems } from '../logic/emptied-menu.ts';
import { useLook } from '../look.ts';
import { Menu } from '../parts/menu.tsx';
import { LinesAbove } from './lines-above.tsx';
import type { ScreenProps } from './screen.ts';

/** What to do with the accounts that are marked, or with the one under the cursor. */
export function EmptiedMenu({ state, width, height, isActive, dispatch }: ScreenProps) {
  const look = useLook();
  const items = emptiedItems(state);
  const people = meantAccounts(state).map(({ person }) => person);
  const count = people.length === 1 ? '' : `${numberText(people.length)} accounts: `;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <LinesAbove
        lines={wrapText(`${count}${namesText(people)}`, width, look)}
        below={items.length + 1}
        height={height}
      />
      <Menu
        items={items}
        width={width}
        height={Math.min(height, items.length + 1)}
        isFocused={isActive}
        onSelect={(value) => dispatch({ type: 'menu-chosen', value })}
      />
    </Box>
  );
}
