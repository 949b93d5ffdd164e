import type { Binding } from './key-binding.ts';

/** The keys of the list of emptied accounts, and of a deletion. */
export const CARE_BINDINGS: readonly Binding[] = [
  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'actions', places: ['emptied'] },
  { action: 'toggle', keys: ['tab'], called: 'Tab', label: 'mark', places: ['emptied'] },
  { action: 'toggle-all', keys: ['shift-tab'], called: 'Shift+Tab', label: 'all or none', places: ['emptied'] },
  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'delete …', places: ['deletion'] },
  { action: 'detach', keys: ['n'], called: 'n', label: 'others name nobody', places: ['deletion'] },
  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'delete', places: ['deletion-phrase'] },
];
