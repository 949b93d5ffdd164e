import type { CommandEntry } from './command.ts';
import { type FlagEntry, FORCE } from './flags.ts';
import { IMPORT_COMMANDS } from './import-commands.ts';
import { MAPPINGS_COMMANDS } from './mappings-commands.ts';
import { OWN_COMMANDS } from './own-commands.ts';
import { USERS_COMMANDS } from './users-commands.ts';

const always = () => true;
const isErasing: CommandEntry['isWriting'] = (_words, flags) => flags.text('erase') !== null;
const operation: FlagEntry = {
  name: 'operation',
  value: 'transfer|merge',
  about: 'what to do; transfer unless said',
};
const direction: FlagEntry = {
  name: 'direction',
  value: 'from-to|to-from',
  about: 'from-to (as the headings say): the data of From goes into To; to-from: the other way round',
};
const PAIR: FlagEntry = {
  name: 'pair',
  value: 'SOURCE:TARGET',
  isMultiple: true,
  about: 'just these pairs, each by itself: every field that differs, every kind of data',
};

/** THE TABLE: every command, in the order in which help lists them. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'demo',
    usage: '',
    words: [0, 0],
    summary: 'makes a demonstration store to try everything on',
    flags: [
      { name: 'users', value: 'N', about: 'how many people; 240 unless said' },
      { name: 'seed', value: 'N', about: 'the same seed gives the same store; 1 unless said' },
      { name: 'force', about: 'replace the demonstration store that is there' },
      { name: 'keep', about: 'leave a store that is there as it is' },
      { name: 'quiet', about: 'say nothing when all is well' },
      { name: 'play', about: 'instead, play a transfer and its undo on a store of its own, and leave nothing behind' },
      { name: 'speed', value: 'N', about: 'play that many times as fast, up to 100' },
    ],
    example: 'handover demo --store ./demo',
    isWriting: (_words, flags) => !flags.isOn('play'),
    load: async () => (await import('./demo.ts')).demo,
  },
  ...USERS_COMMANDS,
  {
    name: 'export',
    usage: '',
    words: [0, 0],
    summary:
      'writes everybody, active and inactive, to a CSV file: to change and import again, or to fill in who goes into whom',
    flags: [
      { name: 'out', value: 'FILE', about: 'the file; people.csv unless said' },
      {
        name: 'mapping',
        value: 'NAME',
        about: 'its headings, date formats and separators; those of Calabrio unless said',
      },
      FORCE,
      { name: 'bom', about: 'begin with a byte order mark, for spreadsheets that need one' },
    ],
    example: 'handover export --out people.csv',
    load: async () => (await import('./export.ts')).exportPeople,
  },
  {
    name: 'check',
    usage: 'FILE',
    words: [1, 1],
    summary: 'shows what each row of a CSV file asks for, and every problem of every row',
    flags: [operation, direction],
    example: 'handover check people.csv',
    isLeavable: always,
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'plan',
    usage: '(--source ID --target ID | --file FILE)',
    words: [0, 0],
    summary: 'works out what a transfer or a merge will do, and changes nothing',
    flags: [
      { name: 'source', value: 'ID', about: 'the person whose data goes' },
      { name: 'target', value: 'ID', about: 'the person who gets it and is kept' },
      { name: 'file', value: 'FILE', about: 'a CSV file of pairs' },
      operation,
      direction,
      {
        name: 'fields',
        value: 'source|target|filled|newest',
        about:
          "of a merge: whose profile fields win where both have one; the source's unless said; newest: of the account used last",
      },
      {
        name: 'take',
        value: '[PAIR:]FIELD=SIDE',
        isMultiple: true,
        about:
          "of a merge: take this field's value from source or target, or both; 19:21:Team=target for that pair alone",
      },
      {
        name: 'course',
        value: '[PAIR:]COURSE=SIDE',
        isMultiple: true,
        about:
          'of a merge: take the enrolment in the course of this name from source or target, of all pairs or of one',
      },
      {
        name: 'only',
        value: 'TYPE',
        isMultiple: true,
        about:
          'carry just these data types. Where a merge leaves out course-enrolments, courses that both people have are settled all the same, with what goes along with them',
      },
      {
        name: 'without',
        value: 'TYPE',
        isMultiple: true,
        about: 'leave these data types behind; of courses as --only',
      },
      { name: 'out', value: 'FILE', about: 'write the plan to this file, for "apply"' },
      FORCE,
    ],
    example: 'handover plan --source 19 --target 21 --out plan.json',
    isLeavable: always,
    load: async () => (await import('./plan.ts')).plan,
  },
  {
    name: 'plan show',
    usage: 'FILE',
    words: [1, 1],
    summary: 'shows a plan file in words, all of it, and says whether it would run now; if not, why',
    flags: [PAIR],
    example: 'handover plan show plan.json',
    load: async () => (await import('./plan-show.ts')).planShow,
  },
  {
    name: 'apply',
    usage: 'PLAN',
    words: [1, 1],
    summary: 'runs a plan, or goes on with its run that was stopped or interrupted',
    flags: [
      { name: 'confirm', value: 'PHRASE', about: 'the phrase that the plan names; on a terminal it is asked for' },
      { name: 'detach', about: 'start the run, print its id and leave' },
    ],
    example: 'handover apply plan.json --confirm "TRANSFER 143"',
    isWriting: always,
    isLeavable: always,
    load: async () => (await import('./apply.ts')).apply,
  },
  {
    name: 'watch',
    usage: '[RUN]',
    words: [0, 1],
    summary: 'follows the run that is at work, or tells how a run ended',
    flags: [],
    example: 'handover watch',
    isLeavable: always,
    load: async () => (await import('./watch.ts')).watch,
  },
  {
    name: 'stop',
    usage: '[RUN]',
    words: [0, 1],
    summary: 'ends a run after the pair at work; it can be gone on with',
    flags: [
      {
        name: 'for-good',
        about: 'end one that was stopped or broke off: what it has left stays left, and nobody is asked to go on',
      },
    ],
    example: 'handover stop',
    isWriting: always,
    load: async () => (await import('./stop.ts')).stop,
  },
  {
    name: 'runs',
    usage: '',
    words: [0, 0],
    summary: 'lists all runs, the newest first',
    flags: [],
    example: 'handover runs',
    load: async () => (await import('./runs.ts')).runs,
  },
  {
    name: 'runs show',
    usage: 'RUN',
    words: [1, 1],
    summary: 'shows one run: how it ended, and every pair with its state and reason',
    flags: [PAIR],
    example: 'handover runs show 2026-03-02-0915-k3vd',
    load: async () => (await import('./runs-show.ts')).runsShow,
  },
  {
    name: 'retry',
    usage: '[RUN]',
    words: [0, 1],
    summary:
      'makes a plan of the failed pairs of a run, the newest unless said; of one that was ended for good, or undone in part, also of those that are left',
    flags: [{ name: 'out', value: 'FILE', about: 'write the plan to this file, for "apply"' }, FORCE],
    example: 'handover retry 2026-03-02-0915-k3vd --out retry.json',
    isLeavable: always,
    load: async () => (await import('./retry.ts')).retry,
  },
  {
    name: 'undo',
    usage: '[RUN]',
    words: [0, 1],
    summary: 'makes a plan that puts back what a run did, the newest unless said, and tells what has changed since',
    flags: [
      { name: 'pair', value: 'SOURCE:TARGET', isMultiple: true, about: 'put back just these pairs' },
      { name: 'person', value: 'ID', isMultiple: true, about: 'of an import: put back just the rows of these people' },
      { name: 'only', value: 'TYPE', isMultiple: true, about: 'put back just these data types' },
      { name: 'without', value: 'TYPE', isMultiple: true, about: 'leave these data types as the run left them' },
      {
        name: 'overwrite-changed',
        about: 'put back as well what has changed since, but for what somebody else has by now; those changes are lost',
      },
      { name: 'out', value: 'FILE', about: 'write the plan to this file, for "apply"' },
      FORCE,
    ],
    example: 'handover undo 2026-03-02-0915-k3vd --out undo.json',
    isLeavable: always,
    load: async () => (await import('./undo.ts')).undo,
  },
  {
    name: 'audit',
    usage: '[RUN]',
    words: [0, 1],
    summary: 'shows, saves and proves the log of who did what',
    flags: [
      { name: 'errors', about: 'only the pairs that failed, with their reasons' },
      { name: 'out', value: 'FILE', about: 'save it as a CSV file for a spreadsheet' },
      FORCE,
      { name: 'verify', about: 'prove that no line was altered, taken out or moved' },
      { name: 'head', value: 'HASH', about: 'with --verify: a head that was kept elsewhere must be in the log' },
      { name: 'erase', value: 'ID', about: "take a person's name out of the log; what was done stays" },
      { name: 'confirm', value: 'PHRASE', about: 'the phrase of --erase; on a terminal it is asked for' },
    ],
    example: 'handover audit --errors --out errors.csv',
    isWriting: isErasing,
    isLeavable: isErasing,
    load: async () => (await import('./audit.ts')).audit,
  },
  ...IMPORT_COMMANDS,
  ...MAPPINGS_COMMANDS,
  ...OWN_COMMANDS,
];
