import { Box, Text } from 'ink';
import { decisionOn, type FieldConflict } from '../../merge/choose-for-file.ts';
import { numberText } from '../../model/number-text.ts';
import { nameAndId } from '../../model/user.ts';
import { fitText } from '../../model/visible-text.ts';
import { conflictNow } from '../logic/conflicts.ts';
import { askedConflicts, openConflicts } from '../logic/file-choices.ts';
import { type Look, useLook } from '../look.ts';
import type { TableRow } from '../parts/data-table.tsx';
import { fitOptions } from '../parts/fit-cells.ts';
import type { Column } from '../parts/plan-columns.ts';
import type { State } from '../state.ts';
import { CursorRows } from './cursor-rows.tsx';
import { sidesText } from './profile-text.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'field', label: 'Field', min: 12, flex: 1 },
  { key: 'pair', label: 'Pair', min: 9, flex: 1, drop: 1 },
  { key: 'source', label: 'Source', min: 11, flex: 2 },
  { key: 'target', label: 'Target', min: 11, flex: 2 },
  { key: 'taken', label: 'Taken', min: 7 },
];

/** The conflicts that no policy settles, grouped by field. */
export function Conflicts({ state, width, height }: ScreenProps) {
  const look = useLook();
  const asked = askedConflicts(state);
  const open = openConflicts(state).length;
  const here = conflictNow(state);
  const lines = [
    `${numberText(asked.length)} conflicts, ${numberText(open)} of them open.`,
    here === undefined ? '' : `${here.rule.label}: ${nameAndId(here.source)} into ${nameAndId(here.target)}`,
  ].map((line) => fitText(line, width, fitOptions(look)));
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text bold>{lines[0]}</Text>
      <CursorRows
        columns={COLUMNS}
        rows={asked.map((conflict) => conflictRow(conflict, state, look))}
        at={state.merge.conflictCursor}
        width={width}
        height={height - 2}
      />
      <Text>{lines[1]}</Text>
    </Box>
  );
}

/** Worked out only once it is drawn: a file may have thousands of conflicts. */
function conflictRow(conflict: FieldConflict, state: State, look: Look): TableRow {
  return {
    get cells() {
      const { rule, source, target, values } = conflict;
      const taken = decisionOn(state.merge.file, conflict);
      const mark = (side: 'source' | 'target') => (taken === side ? `${look.symbols.mark} ` : '  ');
      const [ofSource, ofTarget] = sidesText(values, look);
      const texts = [mark('source') + ofSource, mark('target') + ofTarget];
      return [rule.label, `${source.id}:${target.id}`, ...texts, taken ?? 'OPEN'];
    },
  };
}
