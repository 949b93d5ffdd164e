import { Box, Text } from 'ink';
import { fitText, wrapText } from '../../model/visible-text.ts';
import { columnOf } from '../../people/import/change-mapping.ts';
import { factsOf, findingsOf } from '../logic/import-findings.ts';
import { cellsNow, LEAVE_OUT } from '../logic/import-mend.ts';
import { rowNow } from '../logic/import-rows.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import type { Column } from '../parts/plan-columns.ts';
import { AskText } from './ask-text.tsx';
import { CursorRows } from './cursor-rows.tsx';
import { cutLines } from './cut-lines.ts';
import { saveCopyLines, saveProblemsLines } from './import-saving-lines.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'heading', label: 'Column', min: 16, flex: 1 },
  { key: 'cell', label: 'Cell', min: 20, flex: 2 },
  { key: 'problem', label: '', min: 8 },
];

/** The cells of the row under the cursor, those with a problem marked, and leaving the row out. */
export function ImportMend({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { importing } = state;
  const { file, mapping, cellCursor } = importing;
  const line = rowNow(state)?.line ?? 0;
  const problems = findingsOf(importing.check).problems.get(line) ?? [];
  const headings = file?.headings ?? [];
  const cells = cellsNow(state);
  const rows = headings.map((heading, place) => {
    const isWrong = problems.some(({ column }) => column === heading);
    const isRead = mapping !== null && columnOf(mapping, heading) !== undefined;
    return { cells: [heading, cells[place] ?? '', isWrong ? 'PROBLEM' : isRead ? '' : 'not read'] };
  });
  const here = problems.filter(({ column }) => column === headings[cellCursor]);
  const facts = factsOf(here.length > 0 ? here : problems, look.symbols.warning).flatMap((fact) =>
    wrapText(fact, width, look),
  );
  const isLow = height < 12;
  const [above, room] = isLow ? [0, 2] : [1, 3];
  const title = `Line ${line}: which cell? Type its new text. End goes to leaving the row out.`;
  return (
    <Box flexDirection="column" width={width} height={height}>
      {isLow ? null : <Text bold>{fitText(title, width, fitOptions(look))}</Text>}
      <CursorRows
        columns={COLUMNS}
        rows={[...rows, { cells: [LEAVE_OUT.label, LEAVE_OUT.detail, ''] }]}
        at={cellCursor}
        width={width}
        height={height - above - room}
      />
      {cutLines(facts, room, width, look, 'Enter').map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own
        <Text key={index}>{fitText(fact, width, fitOptions(look))}</Text>
      ))}
    </Box>
  );
}

/** Another text for the cell. */
export function ImportCell({ state, ...props }: ScreenProps) {
  const look = useLook();
  const { importing } = state;
  const line = rowNow(state)?.line ?? 0;
  const heading = importing.file?.headings[importing.cellCursor] ?? '';
  const problems = findingsOf(importing.check).problems.get(line) ?? [];
  const facts = factsOf(
    problems.filter(({ column }) => column === heading),
    look.symbols.warning,
  );
  const lines = [
    fitText(
      `Line ${line}, ${heading}: “${cellsNow(state)[importing.cellCursor] ?? ''}” now`,
      props.width,
      fitOptions(look),
    ),
    ...facts,
  ];
  return <AskText {...props} lines={lines} label="Cell: " field={importing.cellField} />;
}

/** Where the mended copy of the file goes. */
export function SavePeopleCopy({ state, ...props }: ScreenProps) {
  return (
    <AskText {...props} lines={saveCopyLines(state.importing)} label="Save as: " field={state.importing.nameField} />
  );
}

/** Where the rows with problems go. */
export function SaveProblems({ state, ...props }: ScreenProps) {
  return (
    <AskText
      {...props}
      lines={saveProblemsLines(state.importing)}
      label="Save as: "
      field={state.importing.nameField}
    />
  );
}
