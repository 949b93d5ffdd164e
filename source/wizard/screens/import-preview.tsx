import { Box, Text } from 'ink';
import { numberText } from '../../model/number-text.ts';
import { fitText, wrapText } from '../../model/visible-text.ts';
import type { ImportRow } from '../../people/import/import-check.ts';
import { pageNow, rowAt, rowNow } from '../logic/import-rows.ts';
import { personOf } from '../logic/row-person.ts';
import { type Look, useLook } from '../look.ts';
import { DataTable, type TableRow } from '../parts/data-table.tsx';
import { fitOptions } from '../parts/fit-cells.ts';
import type { Column } from '../parts/plan-columns.ts';
import type { State } from '../state.ts';
import { cutLines } from './cut-lines.ts';
import { importRowFacts } from './import-row-lines.ts';
import { changesText, countsText, effectLines, filterText, kindText, mendingText } from './import-row-words.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'line', label: 'Line', min: 7, align: 'right' },
  { key: 'person', label: 'Person', min: 14, flex: 1 },
  { key: 'kind', label: 'What happens', min: 16 },
  { key: 'changes', label: 'Values', min: 10, flex: 1 },
];

/** Lines that the row under the cursor has below the table at the least. */
const BELOW = 2;

/** The height from which on the effects may take a second line. */
const ROOMY = 12;

/** Every row of the file and what becomes of it. Only the rows of the page are worked out. */
export function ImportPreview({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { importing } = state;
  const cut = (text: string) => fitText(text, width, fitOptions(look));
  if (importing.check === null) {
    return (
      <Text>{cut(state.task === null ? 'The rows have not been checked: c checks them.' : 'Checking the rows …')}</Text>
    );
  }
  const { start, end, page, pages } = pageNow(state);
  const rows: TableRow[] = [];
  for (let index = start; index < end; index += 1) {
    const row = rowAt(importing, index);
    if (row !== undefined) rows.push(tableRow(state, row));
  }
  const effects = effectLines(importing, width).slice(0, height < ROOMY ? 1 : 2);
  const above = 1 + effects.length;
  const tableHeight = Math.max(4, height - above - BELOW);
  const pageText = `${numberText(page)}/${numberText(pages)}`;
  const head = headText(countsText(importing), filterText(importing.filter), pageText, width, look);
  const here = rowNow(state);
  const facts = importRowFacts(state, here, look).flatMap((fact) => wrapText(fact, width, look));
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text bold>{cut(head)}</Text>
      <Text>{effects.map(cut).join('\n')}</Text>
      <DataTable
        columns={COLUMNS}
        rows={rows}
        width={width}
        height={tableHeight}
        cursor={rows.length === 0 ? null : importing.cursor - start}
      />
      {cutLines(facts, Math.max(0, height - above - tableHeight), width, look, 'd').map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own
        <Text key={index}>{cut(fact)}</Text>
      ))}
    </Box>
  );
}

/** What there is at the left, what of it is shown at the right: as much of it as `width` holds whole. */
function headText(counts: string, filter: string, page: string, width: number, look: Look): string {
  const briefly = counts.replace(/^[^:]*: /, '');
  const shown = `${filter}, ${page}`;
  const wordings: [string, string][] = [
    [counts, shown],
    [briefly, shown],
    [briefly, filter === 'all rows' ? page : shown],
  ];
  const [left, right] = wordings.find((each) => each.join(' ').length <= width) ?? [briefly, page];
  return `${fitText(left, Math.max(0, width - right.length - 1), fitOptions(look))} ${right}`;
}

function tableRow(state: State, row: ImportRow): TableRow {
  const { line, kind } = row;
  const { name, person } = personOf(state, row);
  const mended = mendingText(state.importing, row);
  const who = person === null || kind === 'create' ? name : `${person} ${name}`;
  const said = [changesText(row), mended].filter((part) => part !== '').join('; ');
  return {
    cells: [String(line), who, kindText(row), said],
  };
}
