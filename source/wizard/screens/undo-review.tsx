import { Box, Text } from 'ink';
import { numberText } from '../../model/number-text.ts';
import type { Plan, PlannedPair } from '../../model/plan.ts';
import { fitText, visibleText } from '../../model/visible-text.ts';
import { countUndone } from '../../transfer/count-undone.ts';
import { touchedTypes } from '../logic/touched-types.ts';
import { isCarriedAgain } from '../logic/undo.ts';
import { UNDO_TABS } from '../logic/undo-review.ts';
import { useLook } from '../look.ts';
import type { TableRow } from '../parts/data-table.tsx';
import { fitOptions } from '../parts/fit-cells.ts';
import type { Column } from '../parts/plan-columns.ts';
import { changedSince } from './changed-since.ts';
import { CursorRows } from './cursor-rows.tsx';
import { Pane } from './pane.tsx';
import { NoPlan, ReviewFrame } from './review-frame.tsx';
import type { ScreenProps } from './screen.ts';
import { aboutType, NOTHING_BACK, NUMBERS, nounOfPlan, sumsOf, tabLabel, totalsText } from './undo-review-words.ts';
import { warningLines } from './warning-lines.ts';

const NUMBER_COLUMNS = NUMBERS.map(
  ([key, label, drop]): Column => ({ key, label, min: label.length, align: 'right', drop }),
);
const TYPE_COLUMNS: readonly Column[] = [{ key: 'type', label: 'Data type', min: 12, flex: 1 }, ...NUMBER_COLUMNS];

/** Of an import, a row of which has one person. */
const ROW_COLUMNS: readonly Column[] = [{ key: 'person', label: 'Person', min: 12, flex: 1 }, ...NUMBER_COLUMNS];

function pairColumns(isAgain: boolean): Column[] {
  return [
    { key: 'source', label: isAgain ? 'Again from' : 'Back to', min: 12, flex: 1 },
    { key: 'target', label: isAgain ? 'Into' : 'From', min: 12, flex: 1 },
    { key: 'fields', label: 'fields', min: 6, align: 'right', drop: 4 },
    ...NUMBER_COLUMNS,
  ];
}

/** What an undo will put back, all of it, before anything is. */
export function UndoReview({ state, width, height, dispatch }: ScreenProps) {
  const { plan } = state;
  if (plan === null) return <NoPlan state={state} width={width} working="Working out what will be put back …" />;
  const counts = [touchedTypes(state).length, plan.pairs.length, plan.totals.changed, plan.warnings.length];
  const labels = UNDO_TABS.map((tab, index) => `${tabLabel(plan, tab)} ${numberText(counts[index] ?? 0)}`);
  return (
    <ReviewFrame {...{ state, labels, width, height }} totals={totalsText(plan, state.accountsBack)}>
      <Tab state={state} plan={plan} width={width} height={height - 2} dispatch={dispatch} />
    </ReviewFrame>
  );
}

interface TabProps extends Pick<ScreenProps, 'state' | 'width' | 'height' | 'dispatch'> {
  plan: Plan;
}

function Tab({ state, plan, width, height, dispatch }: TabProps) {
  const look = useLook();
  const isAgain = isCarriedAgain(state, plan.undoOf?.run ?? null);
  const at = state.scroll;
  const prose = (lines: readonly string[]) => lines.map((line) => visibleText(line, look)).join('\n');
  switch (UNDO_TABS[state.reviewTab]) {
    case 'By type': {
      const types = touchedTypes(state);
      const here = types[Math.min(at, types.length - 1)];
      const rows = types.map(({ id, label }) => ({
        cells: [label, ...sumsOf(plan.pairs.flatMap(({ undo }) => undo[id] ?? []))],
      }));
      return (
        <Box flexDirection="column">
          <CursorRows
            columns={TYPE_COLUMNS}
            rows={rows}
            emptyText={NOTHING_BACK}
            {...{ at, width }}
            height={height - 1}
          />
          <Text>{fitText(here === undefined ? '' : aboutType(plan, here), width, fitOptions(look))}</Text>
        </Box>
      );
    }
    case 'Pairs':
      return (
        <CursorRows
          columns={nounOfPlan(plan) === 'row' ? ROW_COLUMNS : pairColumns(isAgain)}
          rows={plan.pairs.map(pairRow)}
          emptyText={NOTHING_BACK}
          {...{ at, width, height }}
        />
      );
    case 'Changed since':
      return (
        <Pane text={prose(changedSince(plan, state.world.catalogue, isAgain))} {...{ at, width, height, dispatch }} />
      );
    default:
      return <Pane text={prose(warningLines(plan))} {...{ at, width, height, dispatch }} />;
  }
}

/** Worked out only once it is drawn: a plan may hold thousands of pairs. */
function pairRow({ source, target, undo }: PlannedPair): TableRow {
  return {
    get cells() {
      const people = source.id === target.id ? [source] : [source, target];
      const names = people.map(({ id, name }) => `${id} ${name}`);
      if (people.length === 1) return [...names, ...sumsOf(Object.values(undo))];
      // Fields of a profile by themselves, as in the line above the table.
      const { fields, returned, restored, removed, copies, changed } = countUndone([{ undo }]);
      return [...names, ...[fields, returned, restored, removed + copies, changed].map(numberText)];
    },
  };
}
