import type { FlagEntry } from './flags.ts';

/** Flags that every command knows. */
export const COMMON_FLAGS: readonly FlagEntry[] = [
  { name: 'store', value: 'DIR', about: 'folder of the store; else $HANDOVER_STORE, else $XDG_DATA_HOME/handover' },
  { name: 'as', value: 'LOGIN', about: 'the operator to work as; else the login at the terminal' },
  { name: 'catalogue', value: 'FILE', about: 'data types and rules other than those that ship' },
  { name: 'json', about: 'JSON on standard output' },
  { name: 'no-color', about: 'no colours' },
  { name: 'ascii', about: 'plain ASCII characters only; by itself where the locale is not UTF-8' },
  { name: 'inline', about: 'leave what is on the screen where it is' },
  {
    name: 'accessible',
    about: 'the wizard as numbered questions, for screen readers; by itself with ACCESSIBLE=1 or TERM=dumb',
  },
  {
    name: 'redact',
    about: 'show stand-ins for names, logins, e-mail addresses and employee IDs, so that the screen can be shared',
  },
  { name: 'read-only', about: 'refuse whatever changes a store' },
  { name: 'unsafe-fs', about: 'take a store on a network disk, whose locks are not to be trusted' },
  { name: 'help', about: 'what a command does' },
  { name: 'version', about: 'the version of handover' },
];
