import { columnTypeText } from '../../../model/column-type-text.ts';
import { DATE_FORMATS, LIST_SEPARATORS, type MappedColumn } from '../../../model/mapping.ts';
import { columnOf, headingOf } from '../../../people/import/change-mapping.ts';
import type { ImportState } from '../../import-state.ts';
import { typedColumns } from '../../logic/import-columns.ts';
import { headingNow, isAbsent, listedHeadings } from '../../logic/import-fields.ts';
import { listedFields } from '../../logic/import-pick-field.ts';
import { fileNow } from '../../logic/import-unread.ts';
import { columnLines, readingText, samplesOf } from '../../screens/import-samples.ts';
import { decisionText, howMapped, requiredText } from '../../screens/import-words.ts';
import type { State } from '../../state.ts';
import { moving, press, pressing } from '../presses.ts';
import type { Answer, Asking, Command, List } from '../question.ts';
import { searching } from './searching.ts';
import { SPOKEN_LOOK } from './spoken-look.ts';
import { takeColumnsBackCommand } from './take-back-command.ts';

const CONTINUE: Command = { letter: 'c', label: 'continue', answer: pressing('enter') };

/** Which field each column of the file is. */
export const askImportFields: Asking = (state) => {
  const { importing } = state;
  const { file, mapping } = importing;
  if (file === null || mapping === null) return {};
  const at = (index: number, key: string): Answer => ({
    does: [(now: State) => [...moving(now.importing.fieldCursor, index), press(key)]],
  });
  return {
    lines: [requiredText(importing)],
    list: {
      noun: 'columns',
      count: listedHeadings(importing).length,
      entryAt(index) {
        const heading = listedHeadings(importing)[index] ?? '';
        const field = columnOf(mapping, heading)?.field;
        const [sample] = samplesOf(file, heading, 1);
        const held = sample === undefined ? 'blank in the first rows' : `holds “${sample}”`;
        const holds = isAbsent(importing, heading) ? 'not in this file' : held;
        const how = howMapped(importing, heading);
        const is =
          field === undefined ? 'left out' : `is ${field}${how === '' ? '' : `, by ${how.replace(/^by /, '')}`}`;
        return { text: `“${heading}”, ${holds}: ${is}` };
      },
      pick: (index) => at(index, 'space'),
      rowCommands: [{ letter: 'x', label: 'leave it out', answer: (index) => at(index, 'x') }],
    },
    commands: [
      CONTINUE,
      { letter: 'r', label: 'as proposed', answer: pressing('r') },
      ...takeColumnsBackCommand(state),
    ],
  };
};

/** Which field one column is. */
export const askImportField: Asking = (state) => {
  const { importing } = state;
  const { mapping, pickField } = importing;
  const listed = listedFields(importing);
  return {
    lines: [`What is “${headingNow(state) ?? ''}”?`],
    list: {
      noun: 'fields',
      count: listed.length,
      name: pickField.value,
      entryAt(index) {
        const field = listed[index];
        if (field === undefined || mapping === null) return { text: '' };
        if (field === null) return { text: 'nothing: leave the column out' };
        const taken = headingOf(mapping, field);
        const required = mapping.rules.required.includes(field) ? ', required' : '';
        return { text: `${field}${required}${taken === undefined ? '' : `; is “${taken}” now`}` };
      },
      pick: (index) => ({ does: [(now: State) => [...moving(now.importing.pickCursor, index), press('enter')]] }),
    },
    wanted: searching('Number, or part of a field'),
  };
};

/** How the cells of each column are read. */
export const askImportTypes: Asking = (state) => {
  const { importing } = state;
  const columns = typedColumns(importing);
  return {
    list: {
      noun: 'columns',
      count: columns.length,
      entryAt(index) {
        const column = columns[index];
        if (column === undefined) return { text: '' };
        const decision = decisionText(importing, column);
        return {
          text: `${column.field}: ${columnTypeText(column.type)}; ${sampleText(importing, column)}${decision === '' ? '' : `; ${decision}`}`,
        };
      },
      pick: (index) => ({ opens: askImportType(index) }),
      rowCommands: [
        {
          letter: 'd',
          label: 'its cells',
          answer: (index) => ({ does: [(now: State) => [...moving(now.importing.typeCursor, index), press('d')]] }),
        },
      ],
    },
    commands: [
      CONTINUE,
      {
        letter: 'n',
        label: 'next to look at',
        answer: { ...pressing('n'), shows: (now: State) => now.importing.typeCursor },
      },
      ...takeColumnsBackCommand(state),
    ],
  };
};

/** One column whole, with what does not read of it. */
export const askImportCells: Asking = ({ importing }) => {
  const column = typedColumns(importing)[importing.typeCursor];
  const lines = column === undefined ? [] : columnLines(column, importing, SPOKEN_LOOK);
  return { reading: lines.filter((line) => line !== '') };
};

/** The ways in which the cells of one column can be read. */
function askImportType(index: number): Asking {
  return ({ importing }) => {
    const column = typedColumns(importing)[index];
    if (column === undefined) return {};
    return {
      lines: [`${column.field}: ${columnTypeText(column.type)}; ${sampleText(importing, column)}`],
      list: settingList(importing, column, index),
      help: 'How the cells of this column are read. A number chooses; b goes back, with nothing changed.',
    };
  };
}

function settingList(importing: ImportState, column: MappedColumn, index: number): List {
  const { type } = column;
  const at = (...keys: string[]): Answer => ({
    does: [(now: State) => [...moving(now.importing.typeCursor, index), ...keys.map(press)]],
    opens: null,
  });
  const turning = (count: number, place: number, length: number) => {
    const turns = (place - count + length) % length;
    return turns === 0 ? at('space') : at(...Array.from({ length: turns }, () => 'right'));
  };
  const settings = ((): [text: string, answer: Answer][] => {
    switch (type.kind) {
      case 'date':
        return DATE_FORMATS.map((format, place) => [
          `${format}: ${sampleText(importing, { ...column, type: { kind: 'date', format } })}`,
          turning(DATE_FORMATS.indexOf(type.format), place, DATE_FORMATS.length),
        ]);
      case 'list':
        return LIST_SEPARATORS.map((separator, place) => [
          `parted by ${separator}`,
          turning(LIST_SEPARATORS.indexOf(type.separator), place, LIST_SEPARATORS.length),
        ]);
      case 'boolean':
        return [
          ['other words for yes and no', at('right')],
          ['type the words for yes and no', at('w')],
        ];
      default:
        return [['another type', at('t')]];
    }
  })();
  return {
    noun: 'settings',
    count: settings.length,
    entryAt: (place) => ({ text: settings[place]?.[0] ?? '' }),
    pick: (place) => settings[place]?.[1] ?? {},
  };
}

/** "“03/04/2024” is 3 April 2024", or what keeps it from being read. */
function sampleText(importing: ImportState, { heading, type }: MappedColumn): string {
  const file = fileNow(importing);
  const [first] = file === null ? [] : samplesOf(file, heading, 1);
  if (first === undefined) return 'blank in the first rows';
  const reading = readingText(first, type, importing, SPOKEN_LOOK);
  return reading.startsWith(SPOKEN_LOOK.symbols.cross) ? reading : `“${first}” is ${reading}`;
}
