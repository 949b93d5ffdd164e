import { Box } from 'ink';
import { wrapText } from '../../model/visible-text.ts';
import { MERGE_ITEMS } from '../logic/merge-way.ts';
import { useLook } from '../look.ts';
import { Menu } from '../parts/menu.tsx';
import { LinesAbove } from './lines-above.tsx';
import type { ScreenProps } from './screen.ts';
import { ABOUT_MERGING } from './way-words.ts';

/** Two profiles, a file of many, or what is found. */
export function MergeWay({ state, width, height, isActive, dispatch }: ScreenProps) {
  const look = useLook();
  const lines = ABOUT_MERGING.flatMap((text) => wrapText(text, width, look));
  return (
    <Box flexDirection="column" width={width} height={height}>
      <LinesAbove lines={lines} below={MERGE_ITEMS.length + 1} height={height} />
      <Menu
        items={MERGE_ITEMS}
        width={width}
        height={MERGE_ITEMS.length + 1}
        initialValue={state.lastMerge}
        isFocused={isActive}
        onSelect={(value) => dispatch({ type: 'menu-chosen', value })}
      />
    </Box>
  );
}
