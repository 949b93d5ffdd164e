import { Box } from 'ink';
import { PAIR_LIMIT } from '../../model/pair.ts';
import { wrapText } from '../../model/visible-text.ts';
import { bulkItems } from '../logic/bulk.ts';
import { operationNow } from '../operation.ts';
import { Menu } from '../parts/menu.tsx';
import { LinesAbove } from './lines-above.tsx';
import type { ScreenProps } from './screen.ts';

/** @param what happens to whose row is filled in */
const stepsOf = (what: string) => [
  '1. Download the export. It lists all users, active and inactive.',
  `2. In a spreadsheet, fill in To User ID where ${what}. Change nothing else, least of all From User ID; keep it a CSV file.`,
  '3. Upload the edited file here. You see every row before anything happens.',
  `Rows with an empty To User ID are left alone. Up to ${PAIR_LIMIT.toLocaleString('en')} pairs at a time; one source to one target.`,
];

/** The start of a bulk transfer: download, edit, upload (A32 to A43). */
export function Bulk({ state, width, height, isActive, dispatch }: ScreenProps) {
  const isMerge = operationNow(state) === 'merge';
  const items = bulkItems(state);
  const steps = stepsOf(isMerge ? 'somebody is to be merged into another' : 'data is to be transferred');
  const lines = steps.flatMap((step) => wrapText(step, width));
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
