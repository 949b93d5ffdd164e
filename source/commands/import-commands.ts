import type { CommandEntry } from './command.ts';
import { FORCE } from './flags.ts';
import { CSV_FLAGS, MAPPING_FLAGS } from './mapping-flags.ts';

/** The part of the table of commands that takes people in. */
export const IMPORT_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'import',
    usage: 'FILE',
    words: [1, 1],
    summary:
      'shows what a file of people would create and update, and plans it for "apply"; status 3 where some of its rows have problems and the others can go, 4 where nothing can',
    flags: [
      {
        name: 'mapping',
        value: 'NAME',
        about:
          'read the file so; else by the mapping of which it has at least half, and most, of the columns; "Plain headings" goes by its headings alone',
      },
      ...MAPPING_FLAGS,
      ...CSV_FLAGS,
      { name: 'all-or-nothing', about: 'one problem keeps all of it from running; else the good rows run' },
      {
        name: 'problems',
        value: 'FILE',
        about: 'write the rows with problems there, with what is wrong, to be mended',
      },
      { name: 'out', value: 'FILE', about: 'write the plan to this file, for "apply"' },
      FORCE,
    ],
    example: 'handover import staff.csv --blanks keep --missing keep --out plan.json',
    isLeavable: () => true,
    load: async () => (await import('./import.ts')).importPeople,
  },
];
