import type { CommandEntry } from './command.ts';

/** The part of the table of commands that is about the store as such, and about handover itself. */
export const OWN_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'settings',
    usage: '[NAME [VALUE]]',
    words: [0, 2],
    summary: 'shows the settings of the store, or changes one; named as it shows them, or as its JSON does',
    flags: [],
    example: 'handover settings keep-checkpoints 5',
    isWriting: ([, value]) => value !== undefined,
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
    name: 'completion',
    usage: 'bash|zsh|fish',
    words: [1, 1],
    summary: 'gives the script with which a shell completes commands, flags and paths',
    flags: [],
    example: 'handover completion bash',
    load: async () => (await import('./completion.ts')).completion,
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
    flags: [
      { name: 'undo-known', about: 'go on although something of the run was put back, as whoever goes on knows' },
    ],
    example: 'handover _worker 2026-03-02-0915-k3vd',
    isWriting: () => true,
    isHidden: true,
    load: async () => (await import('./worker.ts')).worker,
  },
];
