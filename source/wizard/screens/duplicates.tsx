import { fullName } from '../../model/user.ts';
import { visibleText, wrapText } from '../../model/visible-text.ts';
import { duplicateKey, listedDuplicates } from '../logic/duplicates.ts';
import { useLook } from '../look.ts';
import type { Column } from '../parts/plan-columns.ts';
import { aboutDuplicate, emptyText, markedText } from './duplicates-words.ts';
import { MarkedList } from './marked-list.tsx';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'mark', label: '', min: 3 },
  { key: 'score', label: 'Score', min: 5, align: 'right' },
  { key: 'source', label: 'Is merged', min: 16, flex: 2 },
  { key: 'target', label: 'Into, is kept', min: 16, flex: 2 },
  { key: 'why', label: 'Why', min: 16, flex: 3 },
];

/** Accounts that may be one person's, with how certain that is and why. */
export function Duplicates({ state, width, height, isActive }: ScreenProps) {
  const look = useLook();
  const { found, field, cursor, chosen } = state.duplicates;
  const listed = listedDuplicates(state);
  const here = listed[cursor];
  const about = wrapText(visibleText(here === undefined ? emptyText(state) : aboutDuplicate(here, look), look), width);
  const { checkedBox, uncheckedBox } = look.symbols;
  return (
    <MarkedList
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
      emptyText={found === null ? '' : found.length === 0 ? 'No two accounts.' : 'No pair is listed.'}
      isFocused={isActive}
      marked={markedText(state)}
      about={about}
      width={width}
      height={height}
    />
  );
}
