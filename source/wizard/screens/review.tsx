import { Box, Text } from 'ink';
import { numberText } from '../../model/number-text.ts';
import type { Plan } from '../../model/plan.ts';
import { fitText, visibleText } from '../../model/visible-text.ts';
import { courseRows } from '../logic/merge-choices.ts';
import { type PlannedField, plannedFields, reviewTabs, tabNow } from '../logic/review-tabs.ts';
import { type Look, useLook } from '../look.ts';
import type { TableRow } from '../parts/data-table.tsx';
import { fitOptions } from '../parts/fit-cells.ts';
import type { Column } from '../parts/plan-columns.ts';
import { COURSE_COLUMNS, courseCells } from './course-rows.ts';
import { CursorRows } from './cursor-rows.tsx';
import { FIELD_COLUMNS, fieldCells } from './field-rows.ts';
import { aboutPairChoices, pairColumns, pairRows } from './pair-rows.ts';
import { Pane } from './pane.tsx';
import { NoPlan, ReviewFrame } from './review-frame.tsx';
import { aboutField, emptyTabText, notMovedText, totalsText } from './review-words.ts';
import { aboutTouched } from './rule-words.ts';
import type { ScreenProps } from './screen.ts';
import { typeRows } from './type-rows.ts';
import { problemLines, warningLines } from './warning-lines.ts';

const number = (key: string, label: string, min: number): Column => ({ key, label, min, align: 'right' });
const TYPE_COLUMNS: readonly Column[] = [
  { key: 'type', label: 'Data type', min: 12, flex: 1 },
  number('combined', 'moves', 5),
  number('replaced', 'REPLACED', 8),
  number('deduplicated', 'both', 4),
  number('kept', 'kept', 4),
  number('stays', 'stays', 5),
  number('anew', 'anew', 4),
];
const MERGED_COLUMNS = TYPE_COLUMNS.map((column) =>
  column.key === 'combined' ? { ...column, label: 'comes' } : column,
);

/** Of several pairs: whose field it is. */
const PAIR_COLUMN: Column = { key: 'pair', label: 'Pair', min: 9, drop: 1 };

/** What will happen, all of it, before anything does. */
export function Review({ state, width, height, dispatch }: ScreenProps) {
  const { plan } = state;
  if (plan === null) return <NoPlan state={state} width={width} working="Working out what will happen …" />;
  const labels = reviewTabs(state).map(({ label, count }) => `${label} ${numberText(count)}`);
  return (
    <ReviewFrame {...{ state, labels, width, height }} totals={totalsText(plan)}>
      <Tab state={state} plan={plan} width={width} height={height - 2} dispatch={dispatch} />
    </ReviewFrame>
  );
}

interface TabProps extends Pick<ScreenProps, 'state' | 'width' | 'height' | 'dispatch'> {
  plan: Plan;
}

function Tab({ state, plan, width, height, dispatch }: TabProps) {
  const look = useLook();
  const tab = tabNow(state);
  const emptyText = emptyTabText(tab?.content ?? 'warnings', plan);
  switch (tab?.content) {
    case 'types': {
      const here = tab.types[Math.min(state.scroll, tab.types.length - 1)];
      const about = here === undefined ? '' : aboutTouched(here);
      return (
        <Box flexDirection="column">
          <CursorRows
            columns={plan.operation === 'merge' ? MERGED_COLUMNS : TYPE_COLUMNS}
            rows={typeRows(plan, tab.types)}
            at={state.scroll}
            {...{ emptyText, width, height: height - 1 }}
          />
          <Text>{fitText(about, width, fitOptions(look))}</Text>
        </Box>
      );
    }
    case 'fields': {
      const fields = plannedFields(state);
      const here = fields[Math.min(state.scroll, fields.length - 1)];
      const rows = fields.map((field) => fieldRow(field, plan, look));
      const columns = plan.pairs.length === 1 ? FIELD_COLUMNS : [PAIR_COLUMN, ...FIELD_COLUMNS];
      return (
        <Box flexDirection="column">
          <CursorRows {...{ columns, rows, emptyText, width }} at={state.scroll} height={height - 1} />
          <Text>{fitText(here === undefined ? '' : aboutField(here, plan), width, fitOptions(look))}</Text>
        </Box>
      );
    }
    case 'courses': {
      const courses = courseRows(state);
      const here = courses[Math.min(state.scroll, courses.length - 1)];
      const rows = courses.map((row) => courseCells(row, look));
      return (
        <Box flexDirection="column">
          <CursorRows columns={COURSE_COLUMNS} at={state.scroll} {...{ rows, emptyText, width, height: height - 1 }} />
          <Text>{fitText(here === undefined ? '' : `${here.course}: ${here.why}`, width, fitOptions(look))}</Text>
        </Box>
      );
    }
    case 'pairs': {
      const here = plan.pairs[Math.min(state.scroll, plan.pairs.length - 1)];
      const isChosen = state.mode === 'bulk-merge' && here !== undefined;
      const table = { columns: pairColumns(state), rows: pairRows(state, plan), at: state.scroll, emptyText };
      return (
        <Box flexDirection="column">
          <CursorRows {...table} width={width} height={isChosen ? height - 1 : height} />
          {isChosen ? <Text>{fitText(aboutPairChoices(state, here), width, fitOptions(look))}</Text> : null}
        </Box>
      );
    }
    case 'not-moved':
      return <Pane text={notMovedText(plan)} at={state.scroll} {...{ width, height, dispatch }} />;
    default: {
      const lines = tab?.content === 'problems' ? problemLines(plan) : warningLines(plan);
      const text = lines.map((line) => visibleText(line, look));
      return <Pane text={text.join('\n')} at={state.scroll} {...{ width, height, dispatch }} />;
    }
  }
}

/** In a plan of several pairs a field says whose it is. Worked out only once it is drawn. */
function fieldRow(field: PlannedField, { pairs }: Plan, look: Look): TableRow {
  if (pairs.length === 1) return fieldCells(field, look);
  return {
    get cells() {
      return [`${field.pair.source.id}:${field.pair.target.id}`, ...fieldCells(field, look).cells];
    },
  };
}
