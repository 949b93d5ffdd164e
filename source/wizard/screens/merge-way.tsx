import { Box } from 'ink';
import { PAIR_LIMIT } from '../../model/pair.ts';
import { wrapText } from '../../model/visible-text.ts';
import { MERGE_ITEMS } from '../logic/merge-way.ts';
import { Menu } from '../parts/menu.tsx';
import { LinesAbove } from './lines-above.tsx';
import type { ScreenProps } from './screen.ts';

const TEXTS = [
  'A merge makes one profile of two. The destination is kept and gets what you choose; the source stays, too, and is marked.',
  `Nothing is deleted, and every merge can be undone. A file may hold up to ${PAIR_LIMIT.toLocaleString('en')} pairs.`,
];

/** Two profiles, or a file of many. */
export function MergeWay({ state, width, height, isActive, dispatch }: ScreenProps) {
  const lines = TEXTS.flatMap((text) => wrapText(text, width));
  return (
    <Box flexDirection="column" width={width} height={height}>
      <LinesAbove lines={lines} below={MERGE_ITEMS.length + 1} height={height} />
      <Menu
        items={MERGE_ITEMS}
        width={width}
        height={MERGE_ITEMS.length + 1}
        initialValue={state.lastMerge === 'bulk-merge' ? 'bulk-merge' : 'merge'}
        isFocused={isActive}
        onSelect={(value) => dispatch({ type: 'menu-chosen', value })}
      />
    </Box>
  );
}
