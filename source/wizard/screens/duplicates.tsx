import { Box, Text } from 'ink';
import { fullName } from '../../model/user.ts';
import { fitText, visibleText, wrapText } from '../../model/visible-text.ts';
import { duplicateKey, listedDuplicates } from '../logic/duplicates.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Picker } from '../parts/picker.tsx';
import type { Column } from '../parts/plan-columns.ts';
import { aboutDuplicate, emptyText, markedText } from './duplicates-words.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'mark', label: '', min: 3 },
  { key: 'score', label: 'Score', min: 5, align: 'right' },
  { key: 'source', label: 'Is merged', min: 16, flex: 2 },
  { key: 'target', label: 'Into, is kept', min: 16, flex: 2 },
  { key: 'why', label: 'Why', min: 16, flex: 3 },
];

/** Lines below the list, about the pair under the cursor; in a low window fewer. */
const ABOUT = { roomy: 3, low: 2 };

/** Lines of the body below which the list needs the room. */
const ROOMY = 12;

/** Accounts that may be one person's, with how certain that is and why. */
export function Duplicates({ state, width, height, isActive }: ScreenProps) {
  const look = useLook();
  const { found, field, cursor, chosen } = state.duplicates;
  const listed = listedDuplicates(state);
  const here = listed[cursor];
  const aboutHeight = height < ROOMY ? ABOUT.low : ABOUT.roomy;
  const about = wrapText(visibleText(here === undefined ? emptyText(state) : aboutDuplicate(here), look), width);
  const { checkedBox, uncheckedBox } = look.symbols;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Picker
        label="Search: "
        field={field}
        columns={COLUMNS}
        count={listed.length}
        total={found?.length ?? 0}
        cursor={cursor}
        rowAt={(index) => {
          const pair = listed[index];
          if (pair === undefined) return { key: `gone-${index}`, cells: [], reason: null };
          const box = chosen.has(duplicateKey(pair)) ? checkedBox : uncheckedBox;
          const people = [pair.source, pair.target].map((user) => `${user.id} ${fullName(user)}`);
          const cells = [box, String(pair.score), ...people, pair.reasons.join('; ')];
          return { key: duplicateKey(pair), cells, reason: null };
        }}
        width={width}
        height={height - aboutHeight - 1}
        emptyText={found === null ? '' : found.length === 0 ? 'No two accounts.' : 'No pair is listed.'}
        isFocused={isActive}
      />
      <Text bold>{fitText(markedText(state), width, fitOptions(look))}</Text>
      {about.slice(0, aboutHeight).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own
        <Text key={index}>{line}</Text>
      ))}
    </Box>
  );
}
