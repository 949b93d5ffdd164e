import { numberText } from '../../model/number-text.ts';
import { type State, stepNow } from '../state.ts';

/** What an export holds and where it goes. */
export function exportLines({ world, exportMapping }: State): string[] {
  return [
    `All ${numberText(world.users.length)} users, active and inactive, with From User ID and an empty To User ID first.`,
    `A name is taken from the folder ${world.cwd}. A file that is there is not replaced unasked.`,
    exportMapping === null
      ? 'Columns and dates as always: YYYY-MM-DD, lists parted by semicolons.'
      : `Columns and dates as the mapping “${exportMapping.name}” says. ${exportMapping.about}`,
  ];
}

/** What a mended copy of the file holds. */
export function saveMendedLines({ mendings }: State): string[] {
  const count = mendings.byLine.size;
  return [
    `A copy of your file with ${numberText(count)} mended ${count === 1 ? 'row' : 'rows'}; all other rows stay byte for byte.`,
    'A file that is there is not replaced unasked.',
  ];
}

/** How far the file goes. */
export function goToRowLines(state: State): string[] {
  const file = stepNow(state) === 'import-preview' ? state.importing.file : state.file.loaded;
  return [`The last row starts at line ${file?.rows.at(-1)?.line ?? 1}.`];
}
