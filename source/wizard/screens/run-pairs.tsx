import { Box, Text } from 'ink';
import { numberText } from '../../model/number-text.ts';
import { nounOf } from '../../model/run-words.ts';
import { fullName } from '../../model/user.ts';
import { fitText, wrapText } from '../../model/visible-text.ts';
import { goesBack } from '../logic/run.ts';
import { countPairs, listedPairs, pairStanding } from '../logic/run-pairs.ts';
import { useLook } from '../look.ts';
import { DataTable } from '../parts/data-table.tsx';
import { fitOptions } from '../parts/fit-cells.ts';
import type { Column } from '../parts/plan-columns.ts';
import { Tabs } from '../parts/tabs.tsx';
import { TextField } from '../parts/text-field.tsx';
import { plannedName } from '../planned-name.ts';
import { PAIR_FILTERS, type State } from '../state.ts';
import { aboutPair } from './about-pair.ts';
import { emptyText } from './run-pairs-words.ts';
import type { ScreenProps } from './screen.ts';

/** All pairs of a run, those of one kind where the filter says so, and why the one under the cursor is as it is. */
export function RunPairs({ state, width, height, isActive }: ScreenProps) {
  const look = useLook();
  const { result, pairFilter, pairCursor } = state;
  if (result === null) return null;
  const { run } = result;
  const isOfRows = nounOf(run) === 'row';
  const pairs = listedPairs(state);
  const here = pairs[pairCursor];
  const about = wrapText(here === undefined ? emptyText(state) : aboutPair(here, run), width, look).slice(0, 2);
  // The two lines below are kept free, so that the table does not jump from row to row.
  const tableHeight = Math.max(4, height - 4);
  const labels = PAIR_FILTERS.map((filter) => `${filter} ${numberText(countPairs(run, filter))}`);
  const rows = pairs.map((pair) => ({
    // Worked out only once it is drawn: a run may have thousands of pairs.
    get cells() {
      const source = personCell(state, pair.source);
      return isOfRows ? [pairStanding(pair), source] : [pairStanding(pair), source, personCell(state, pair.target)];
    },
  }));
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Tabs labels={labels} active={PAIR_FILTERS.indexOf(pairFilter)} width={width} />
      <Box>
        <Text>Search: </Text>
        <TextField
          field={state.pairField}
          width={Math.max(1, width - 8)}
          placeholder="type a name or an ID"
          isFocused={isActive}
        />
      </Box>
      <DataTable
        columns={isOfRows ? ROW_COLUMNS : columnsOf(goesBack(state, run))}
        rows={rows}
        width={width}
        height={tableHeight}
        cursor={here === undefined ? null : pairCursor}
      />
      {about.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own
        <Text key={index}>{fitText(line, width, fitOptions(look))}</Text>
      ))}
    </Box>
  );
}

/** Of an import and its undo, a row of which has one person. */
const ROW_COLUMNS: readonly Column[] = [
  { key: 'state', label: 'State', min: 15 },
  { key: 'person', label: 'Person', min: 14, flex: 1 },
];

function columnsOf(isBack: boolean): Column[] {
  return [
    { key: 'state', label: 'State', min: 15 },
    { key: 'source', label: isBack ? 'Back to' : 'Source', min: 14, flex: 1 },
    { key: 'target', label: isBack ? 'From' : 'Target', min: 14, flex: 1 },
  ];
}

function personCell(state: State, id: number): string {
  const user = state.world.byId.get(id);
  return `${id} ${user === undefined ? (plannedName(state, id) ?? '') : fullName(user)}`.trimEnd();
}
