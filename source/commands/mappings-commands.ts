import type { CommandEntry } from './command.ts';
import { FORCE } from './flags.ts';
import { CSV_FLAGS, MAPPING_FLAGS } from './mapping-flags.ts';

/** The part of the table of commands that is about mappings. */
export const MAPPINGS_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'mappings',
    usage: '',
    words: [0, 0],
    summary: 'lists the ways in which files of people are read: those that ship and those that were saved',
    flags: [],
    example: 'handover mappings',
    load: async () => (await import('./mappings.ts')).mappings,
  },
  {
    name: 'mappings show',
    usage: 'NAME',
    words: [1, 1],
    summary: 'shows one mapping: its columns, what they hold, and its rules; with --json as "mappings save" takes it',
    flags: [],
    example: 'handover mappings show Symbiant',
    load: async () => (await import('./mappings-show.ts')).mappingsShow,
  },
  {
    name: 'mappings save',
    usage: 'NAME (--from FILE | --file FILE)',
    words: [1, 1],
    summary: 'saves a mapping in the store, from JSON or guessed from a file of people',
    flags: [
      { name: 'from', value: 'FILE', about: 'JSON as "mappings show --json" gives it' },
      { name: 'file', value: 'FILE', about: 'a file of people, whose headings and cells are looked at' },
      {
        name: 'preset',
        value: 'NAME',
        about:
          'with --file: begin with this mapping; else with the shipped one of which it has most, and at least half',
      },
      ...MAPPING_FLAGS,
      ...CSV_FLAGS,
      { ...FORCE, about: 'replace the mapping of that name' },
    ],
    example: 'handover mappings save Staff --file staff.csv --blanks keep --missing keep',
    isWriting: () => true,
    load: async () => (await import('./mappings-save.ts')).mappingsSave,
  },
  {
    name: 'mappings delete',
    usage: 'NAME',
    words: [1, 1],
    summary: 'deletes a saved mapping; plans that were made with it keep it',
    flags: [],
    example: 'handover mappings delete "Staff list"',
    isWriting: () => true,
    load: async () => (await import('./mappings-delete.ts')).mappingsDelete,
  },
];
