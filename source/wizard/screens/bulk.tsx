import { Box } from 'ink';
import { wrapText } from '../../model/visible-text.ts';
import { bulkItems } from '../logic/bulk.ts';
import { useLook } from '../look.ts';
import { Menu } from '../parts/menu.tsx';
import { LinesAbove } from './lines-above.tsx';
import type { ScreenProps } from './screen.ts';
import { bulkSteps } from './way-words.ts';

/** The start of a bulk transfer: download, edit, upload (A32 to A43). */
export function Bulk({ state, width, height, isActive, dispatch }: ScreenProps) {
  const look = useLook();
  const items = bulkItems(state);
  const lines = bulkSteps(state).flatMap((step) => wrapText(step, width, look));
  return (
    <Box flexDirection="column" width={width} height={height}>
      <LinesAbove lines={lines} below={items.length + 1} height={height} />
      <Menu
        items={items}
        width={width}
        height={items.length + 1}
        initialValue={state.file.loaded !== null || state.hasExported ? 'file' : 'export'}
        isFocused={isActive}
        onSelect={(value) => dispatch({ type: 'menu-chosen', value })}
      />
    </Box>
  );
}
