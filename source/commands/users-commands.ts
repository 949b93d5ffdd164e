import type { CommandEntry } from './command.ts';
import { FORCE } from './flags.ts';

/** The part of the table of commands that is about people. */
export const USERS_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'users',
    usage: '',
    words: [0, 0],
    summary: 'lists the people of the store who are active',
    flags: [
      { name: 'query', value: 'TEXT', about: 'only whose id, name, login or address fits, the best first' },
      { name: 'inactive', about: 'show inactive people as well' },
      { name: 'emptied', about: 'only whose data went to somebody else; closed ones with --inactive' },
    ],
    example: 'handover users --query smith --inactive',
    load: async () => (await import('./users.ts')).users,
  },
  {
    name: 'users show',
    usage: 'ID',
    words: [1, 1],
    summary: 'shows one person: profile, access, and what they own',
    flags: [],
    example: 'handover users show 19',
    load: async () => (await import('./users-show.ts')).usersShow,
  },
  {
    name: 'users deactivate',
    usage: '(ID... | --emptied)',
    words: [0, 2000],
    summary: 'closes the accounts of people; what they own stays theirs',
    flags: [
      { name: 'emptied', about: 'all that "users --emptied" lists' },
      { name: 'confirm', value: 'PHRASE', about: 'DEACTIVATE and their number; on a terminal it is asked for' },
    ],
    example: 'handover users deactivate 23 24 --confirm "DEACTIVATE 2"',
    isWriting: () => true,
    isLeavable: () => true,
    load: async () => (await import('./users-activity.ts')).usersDeactivate,
  },
  {
    name: 'users activate',
    usage: 'ID...',
    words: [1, 2000],
    summary: 'opens the accounts of people again',
    flags: [{ name: 'confirm', value: 'PHRASE', about: 'ACTIVATE and their number; on a terminal it is asked for' }],
    example: 'handover users activate 23 --confirm "ACTIVATE 1"',
    isWriting: () => true,
    isLeavable: () => true,
    load: async () => (await import('./users-activity.ts')).usersActivate,
  },
  {
    name: 'users delete',
    usage: 'ID...',
    words: [1, 2000],
    summary: 'deletes people for good, at whom nothing points any more; without the phrase it only says what does',
    flags: [
      { name: 'detach', about: 'records of others that name them stay, and name nobody from then on' },
      {
        name: 'confirm',
        value: 'PHRASE',
        about: 'the login of the one; of several DELETE and their number; on a terminal it is asked for',
      },
    ],
    example: 'handover users delete 24 --confirm agent.2',
    isWriting: () => true,
    isLeavable: () => true,
    load: async () => (await import('./users-delete.ts')).usersDelete,
  },
  {
    name: 'duplicates',
    usage: '',
    words: [0, 0],
    summary: "finds accounts that may be one person's, with the reason, as the start of a merge",
    flags: [{ name: 'out', value: 'FILE', about: 'write them as a CSV file of pairs, for "plan --file"' }, FORCE],
    example: 'handover duplicates --out pairs.csv',
    load: async () => (await import('./duplicates.ts')).duplicates,
  },
];
