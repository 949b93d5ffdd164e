import { Box, Text } from 'ink';
import { fitText, wrapText } from '../../model/visible-text.ts';
import { mendItems } from '../logic/mend.ts';
import { rowNow } from '../logic/preview.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Menu } from '../parts/menu.tsx';
import { ROWS_PER_PAGE } from '../preview-state.ts';
import { rowFacts } from '../row-sides.ts';
import { LinesAbove } from './lines-above.tsx';
import type { ScreenProps } from './screen.ts';

/** What to do with the row under the cursor. */
export function Mend({ state, width, height, isActive, dispatch }: ScreenProps) {
  const look = useLook();
  const row = rowNow(state);
  const found = row === undefined ? [] : rowFacts(state, row, look.symbols.warning);
  const items = mendItems(state);
  const facts = found.flatMap((fact) => wrapText(fact, width, look)).slice(0, 6);
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text bold>
        {fitText(
          `Line ${row?.line ?? ''}: what should become of this row? Typing searches for a person.`,
          width,
          fitOptions(look),
        )}
      </Text>
      <LinesAbove lines={facts} below={items.length + 1} height={height - 1} />
      <Menu
        items={items}
        width={width}
        height={items.length + 1}
        {...(state.menuCursor === null ? {} : { initialValue: state.menuCursor })}
        isFocused={isActive}
        onHighlight={(value) => dispatch({ type: 'menu-highlighted', value })}
        onSelect={(value) => dispatch({ type: 'menu-chosen', value })}
      />
    </Box>
  );
}

/** How many rows a page has (A45). */
export function RowsPerPage({ state, width, height, isActive, dispatch }: ScreenProps) {
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text bold>Rows per page</Text>
      <Menu
        items={ROWS_PER_PAGE.map((rows) => ({ value: String(rows), label: `${rows} rows` }))}
        width={width}
        height={ROWS_PER_PAGE.length + 1}
        initialValue={String(state.preview.rowsPerPage)}
        isFocused={isActive}
        onSelect={(value) => dispatch({ type: 'menu-chosen', value })}
      />
    </Box>
  );
}
