import type { Binding } from './key-binding.ts';
import { sideKeys } from './moving-keys.ts';

const CHOICES = ['fields', 'courses'] as const;
const TAKING = [...CHOICES, 'conflicts'] as const;

/** Steps with a line about what the cursor is on, which a small window cuts short. */
const EXPLAINED = [...CHOICES, 'policy', 'conflicts', 'types'] as const;

/** The keys of what is chosen in a merge, and why it is as it is. */
export const MERGE_BINDINGS: readonly Binding[] = [
  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'merge …', places: ['duplicates'] },
  { action: 'toggle', keys: ['tab'], called: 'Tab', label: 'mark', places: ['duplicates'] },
  ...sideKeys('other way round', ['duplicates']),
  { action: 'toggle-all', keys: ['shift-tab'], called: 'Shift+Tab', label: 'all or none', places: ['duplicates'] },
  { action: 'take-source', keys: ['left'], called: '←', label: 'pick', places: TAKING },
  { action: 'take-target', keys: ['right'], called: '→', label: 'pick', places: TAKING },
  { action: 'take-both', keys: ['b'], called: 'b', label: 'both', places: ['fields'] },
  { action: 'toggle', keys: ['space'], called: 'Space', label: 'switch', places: CHOICES },
  { action: 'toggle-all', keys: ['x'], called: 'x', label: 'all on or off', places: CHOICES },
  ...sideKeys('other policy', ['policy'], { right: ['space'] }),
  { action: 'why', keys: ['w'], called: 'w', label: 'why', places: EXPLAINED },
  { action: 'all-source', keys: ['s'], called: 's', label: 'all source', places: ['fields'] },
  { action: 'all-target', keys: ['t'], called: 't', label: 'all target', places: ['fields'] },
  { action: 'all-like-this', keys: ['a'], called: 'a', label: 'whole field', places: ['conflicts'] },
  { action: 'next-problem', keys: ['n'], called: 'n', label: 'next open', places: ['conflicts'] },
  { action: 'open-pair', keys: ['o'], called: 'o', label: 'this pair', places: ['conflicts'] },
  { action: 'as-proposed', keys: ['r'], called: 'r', label: 'as proposed', places: CHOICES },
  { action: 'take-back', keys: ['z'], called: 'z', label: 'take back', places: EXPLAINED },
  { action: 'only-differing', keys: ['d'], called: 'd', label: 'differing', places: ['fields'] },
];
