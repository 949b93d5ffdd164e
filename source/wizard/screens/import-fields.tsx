import { Box, Text } from 'ink';
import type { Mapping } from '../../model/mapping.ts';
import { fitText } from '../../model/visible-text.ts';
import { columnOf, headingOf, missingFields } from '../../people/import/change-mapping.ts';
import { erasedFields } from '../../people/import/erased-fields.ts';
import type { PeopleFile } from '../../people/import/import-check.ts';
import { headingNow, isAbsent, listedHeadings } from '../logic/import-fields.ts';
import { listedFields } from '../logic/import-pick-field.ts';
import { useLook } from '../look.ts';
import type { TableRow } from '../parts/data-table.tsx';
import { fitOptions } from '../parts/fit-cells.ts';
import { Picker, type PickerRow } from '../parts/picker.tsx';
import type { Column } from '../parts/plan-columns.ts';
import type { State } from '../state.ts';
import { CursorRows } from './cursor-rows.tsx';
import { samplesOf } from './import-samples.ts';
import { howMapped, requiredText } from './import-words.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'heading', label: 'Column of the file', min: 15, flex: 1 },
  { key: 'sample', label: 'Holds', min: 10, flex: 1 },
  { key: 'field', label: 'Is', min: 14, flex: 1 },
  { key: 'how', label: 'By', min: 9, drop: 1 },
];

/** Which field each column of the file is, with what it holds beside it. */
export function ImportFields({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { importing } = state;
  const { file, mapping } = importing;
  if (file === null || mapping === null) return null;
  const isMissing = missingFields(mapping, file.headings).length > 0;
  const sign = isMissing ? look.symbols.warning : look.symbols.check;
  const heading = headingNow(state);
  const about = heading === undefined ? '' : aboutHeading(heading, file, mapping);
  return (
    <Box flexDirection="column" width={width} height={height}>
      <CursorRows
        columns={COLUMNS}
        rows={listedHeadings(importing).map((each) => headingRow(each, state))}
        at={importing.fieldCursor}
        width={width}
        height={height - 2}
      />
      <Text>{fitText(about, width, fitOptions(look))}</Text>
      <Text bold={isMissing}>{fitText(`${sign} ${requiredText(importing)}`, width, fitOptions(look))}</Text>
    </Box>
  );
}

function aboutHeading(heading: string, file: PeopleFile, mapping: Mapping): string {
  if (!file.headings.includes(heading)) {
    const field = erasedFields(mapping, file.headings).find((each) => each === columnOf(mapping, heading)?.field);
    const lost = field === undefined ? 'the mapping has it' : `what people have in ${field} will be ERASED`;
    return `“${heading}” is not in this file; ${lost}.`;
  }
  return `“${heading}”: ${samplesOf(file, heading, 4).join(', ') || 'blank in the first rows'}`;
}

/** Worked out only once it is drawn: a file may have a thousand columns. */
function headingRow(heading: string, { importing }: State): TableRow {
  const { file, mapping } = importing;
  const field = mapping === null ? undefined : columnOf(mapping, heading)?.field;
  return {
    get cells() {
      const isRequired = field !== undefined && mapping?.rules.required.includes(field) === true;
      const sample = file === null ? '' : (samplesOf(file, heading, 1)[0] ?? '');
      return [
        heading,
        isAbsent(importing, heading) ? '(not in file)' : sample,
        field === undefined ? '(left out)' : `${field}${isRequired ? ' *' : ''}`,
        howMapped(importing, heading),
      ];
    },
  };
}

const FIELD_COLUMNS: readonly Column[] = [
  { key: 'field', label: 'Field (* required)', min: 24, flex: 1 },
  { key: 'now', label: 'Is now', min: 20, flex: 1 },
];

/** The fields that the column can be, to search. */
export function PickImportField({ state, width, height, isActive }: ScreenProps) {
  const { importing } = state;
  const { mapping, pickField, pickCursor } = importing;
  const heading = headingNow(state) ?? '';
  const listed = listedFields(importing);
  const rowFor = (index: number): PickerRow => {
    const field = listed[index];
    if (mapping === null || field === undefined) return { key: index, cells: ['', ''], reason: null };
    if (field === null) return { key: 'left-out', cells: ['(leave the column out)', ''], reason: null };
    const taken = headingOf(mapping, field);
    const isRequired = mapping.rules.required.includes(field);
    return { key: field, cells: [`${field}${isRequired ? ' *' : ''}`, taken ?? ''], reason: null };
  };
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Picker
        label={`“${heading}” is: `}
        field={pickField}
        columns={FIELD_COLUMNS}
        count={listed.length}
        total={listed.length}
        cursor={pickCursor}
        rowAt={rowFor}
        width={width}
        height={height}
        emptyText="No field is called that."
        isFocused={isActive}
      />
    </Box>
  );
}
