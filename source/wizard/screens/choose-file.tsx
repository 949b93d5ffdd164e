import { Box, Text } from 'ink';
import { fitText } from '../../model/visible-text.ts';
import { listedEntries } from '../logic/file.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Picker } from '../parts/picker.tsx';
import type { Column } from '../parts/plan-columns.ts';
import { fileSizeText } from './file-size-text.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'name', label: 'Name', min: 20, flex: 1 },
  { key: 'size', label: 'Size', min: 10, align: 'right' },
];

/** Choosing the edited file: a path to type, and the folder that it leads into. */
export function ChooseFile({ state, width, height, isActive }: ScreenProps) {
  const look = useLook();
  const { file } = state;
  const listed = listedEntries(file);
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text>{fitText(`Folder: ${file.folder}`, width, fitOptions(look))}</Text>
      <Picker
        label="Path: "
        placeholder="type a path, or choose below"
        field={file.field}
        columns={COLUMNS}
        count={listed.length}
        total={file.entries.length + 1}
        cursor={file.cursor}
        rowAt={(index) => {
          const entry = listed[index];
          if (entry === undefined) return { key: index, cells: ['', ''], reason: null };
          const { name, isFolder, size } = entry;
          return {
            key: name,
            cells: [isFolder ? `${name}/` : name, isFolder ? 'folder' : fileSizeText(size)],
            reason: null,
          };
        }}
        width={width}
        height={height - 1}
        emptyText="No CSV file here begins like that; Enter opens the typed path all the same."
        isFocused={isActive}
      />
    </Box>
  );
}
