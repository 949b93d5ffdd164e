import type { Command } from './command.ts';
import type { FlagEntry } from './flags.ts';

/** One command as it is typed, with all that help says of it. */
export interface CommandEntry {
  name: string;
  /** What stands after the name, flags left out. */
  usage: string;
  /** Least and most words after the name. */
  words: readonly [number, number];
  summary: string;
  flags: readonly FlagEntry[];
  example: string;
  /** Whether it changes a store, and so is refused with --read-only. */
  isWriting?: boolean;
  /** Whether it can be left with Ctrl+C in good order. */
  isLeavable?: boolean;
  /** Not shown in help. */
  isHidden?: boolean;
  load: () => Promise<Command>;
}

const force: FlagEntry = { name: 'force', about: 'replace the file if it is there already' };
const direction: FlagEntry = {
  name: 'direction',
  value: 'from-to|to-from',
  about: 'from-to (as the headings say): the data of From goes into To; to-from: the other way round',
};

/** Flags that every command knows. */
export const COMMON_FLAGS: readonly FlagEntry[] = [
  { name: 'store', value: 'DIR', about: 'folder of the store; else $HANDOVER_STORE, else $XDG_DATA_HOME/handover' },
  { name: 'as', value: 'LOGIN', about: 'the operator to work as; else the login at the terminal' },
  { name: 'catalogue', value: 'FILE', about: 'data types and rules other than those that ship' },
  { name: 'json', about: 'JSON on standard output' },
  { name: 'no-color', about: 'no colours' },
  { name: 'ascii', about: 'plain ASCII characters only; by itself where the locale is not UTF-8' },
  { name: 'inline', about: 'leave what is on the screen where it is' },
  { name: 'read-only', about: 'refuse whatever changes a store' },
  { name: 'unsafe-fs', about: 'take a store on a network disk, whose locks are not to be trusted' },
  { name: 'help', about: 'what a command does' },
  { name: 'version', about: 'the version of handover' },
];

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
    ],
    example: 'handover demo --store ./demo',
    isWriting: true,
    load: async () => (await import('./demo.ts')).demo,
  },
  {
    name: 'users',
    usage: '',
    words: [0, 0],
    summary: 'lists the people of the store who are active',
    flags: [
      { name: 'query', value: 'TEXT', about: 'only whose id, name, login or address fits, the best first' },
      { name: 'inactive', about: 'show inactive people as well' },
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
    name: 'export',
    usage: '',
    words: [0, 0],
    summary: 'writes everybody, active and inactive, to a CSV file, to fill in who goes into whom',
    flags: [
      { name: 'out', value: 'FILE', about: 'the file; people.csv unless said' },
      force,
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
    flags: [direction],
    example: 'handover check people.csv',
    isLeavable: true,
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'plan',
    usage: '(--source ID --target ID | --file FILE)',
    words: [0, 0],
    summary: 'works out what a transfer will do, and changes nothing',
    flags: [
      { name: 'source', value: 'ID', about: 'the person whose data goes' },
      { name: 'target', value: 'ID', about: 'the person who gets it and is kept' },
      { name: 'file', value: 'FILE', about: 'a CSV file of pairs' },
      { name: 'operation', value: 'transfer', about: 'what to do; transfer unless said' },
      direction,
      { name: 'only', value: 'TYPE', isMultiple: true, about: 'carry just these data types' },
      { name: 'without', value: 'TYPE', isMultiple: true, about: 'leave these data types behind' },
      { name: 'out', value: 'FILE', about: 'write the plan to this file, for "apply"' },
      force,
    ],
    example: 'handover plan --source 19 --target 21 --out plan.json',
    isLeavable: true,
    load: async () => (await import('./plan.ts')).plan,
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
    isWriting: true,
    isLeavable: true,
    load: async () => (await import('./apply.ts')).apply,
  },
  {
    name: 'watch',
    usage: '[RUN]',
    words: [0, 1],
    summary: 'follows the run that is at work, or tells how a run ended',
    flags: [],
    example: 'handover watch',
    isLeavable: true,
    load: async () => (await import('./watch.ts')).watch,
  },
  {
    name: 'stop',
    usage: '[RUN]',
    words: [0, 1],
    summary: 'ends a run after the pair at work; it can be gone on with',
    flags: [],
    example: 'handover stop',
    isWriting: true,
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
    flags: [],
    example: 'handover runs show 2026-03-02-0915-k3vd',
    load: async () => (await import('./runs-show.ts')).runsShow,
  },
  {
    name: 'retry',
    usage: '[RUN]',
    words: [0, 1],
    summary: 'makes a plan of the failed pairs of a run, the newest unless said, and of those only',
    flags: [{ name: 'out', value: 'FILE', about: 'write the plan to this file, for "apply"' }, force],
    example: 'handover retry 2026-03-02-0915-k3vd --out retry.json',
    isLeavable: true,
    load: async () => (await import('./retry.ts')).retry,
  },
  {
    name: 'undo',
    usage: '[RUN]',
    words: [0, 1],
    summary: 'makes a plan that puts back what a run did, the newest unless said, and tells what has changed since',
    flags: [
      { name: 'pair', value: 'SOURCE:TARGET', isMultiple: true, about: 'put back just these pairs' },
      { name: 'only', value: 'TYPE', isMultiple: true, about: 'put back just these data types' },
      { name: 'without', value: 'TYPE', isMultiple: true, about: 'leave these data types as the run left them' },
      { name: 'overwrite-changed', about: 'put back as well what has changed since; those changes are lost' },
      { name: 'out', value: 'FILE', about: 'write the plan to this file, for "apply"' },
      force,
    ],
    example: 'handover undo 2026-03-02-0915-k3vd --out undo.json',
    isLeavable: true,
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
      force,
      { name: 'verify', about: 'prove that no line was altered, taken out or moved' },
      { name: 'head', value: 'HASH', about: 'with --verify: a head that was kept elsewhere must be in the log' },
      { name: 'erase', value: 'ID', about: "take a person's name out of the log; what was done stays" },
      { name: 'confirm', value: 'PHRASE', about: 'the phrase of --erase; on a terminal it is asked for' },
    ],
    example: 'handover audit --errors --out errors.csv',
    load: async () => (await import('./audit.ts')).audit,
  },
  {
    name: 'settings',
    usage: '[NAME [VALUE]]',
    words: [0, 2],
    summary: 'shows the settings of the store, or changes one',
    flags: [],
    example: 'handover settings keep-checkpoints 5',
    load: async () => (await import('./settings.ts')).settings,
  },
  {
    name: 'doctor',
    usage: '',
    words: [0, 0],
    summary: 'looks at the store, its journals, the login and the terminal, and says what to do',
    flags: [],
    example: 'handover doctor',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'help',
    usage: '[COMMAND]',
    words: [0, 2],
    summary: 'lists the commands, or explains one',
    flags: [],
    example: 'handover help plan',
    load: async () => (await import('./help.ts')).help,
  },
  {
    name: '_worker',
    usage: 'RUN',
    words: [1, 1],
    summary: 'carries out a run that "apply" has prepared',
    flags: [],
    example: 'handover _worker 2026-03-02-0915-k3vd',
    isWriting: true,
    isHidden: true,
    load: async () => (await import('./worker.ts')).worker,
  },
];
