import { nounOf } from '../model/run-words.ts';
import { CARE_BINDINGS } from './care-keys.ts';
import { IMPORT_BINDINGS, IMPORT_TEXT_PLACES } from './import-keys.ts';
import type { Binding, KeyAction } from './key-binding.ts';
import type { KeyPress } from './keyboard.ts';
import { MERGE_BINDINGS } from './merge-keys.ts';
import { arrowKeys, endKeys, pageKeys, sideKeys } from './moving-keys.ts';
import { PREVIEW_BINDINGS } from './preview-keys.ts';
import { type Place, placeNow, type State } from './state.ts';

const PICKERS = ['target', 'source', 'merge-source', 'merge-target', 'mend-person'] as const;
const MARKED = ['emptied', 'duplicates'] as const;
const MENUS = ['home', 'merge', 'bulk', 'direction', 'result', 'emptied-menu', 'mend', 'rows-per-page'] as const;
const SWITCHES = ['types', 'undo-types'] as const;
const CHOICES = ['fields', 'courses'] as const;
const FILE_STEPS = ['policy', 'conflicts'] as const;
const STEPPED = [...SWITCHES, ...CHOICES, ...FILE_STEPS, 'profiles'] as const;
const LISTS = [...SWITCHES, ...CHOICES, ...FILE_STEPS, 'profiles', 'pairs', ...MARKED] as const;

const BUTTONS = ['confirm', 'undo-confirm', 'import-confirm', 'ask'] as const;
const REVIEWS = ['review', 'undo-review'] as const;
const SCROLLED = [...REVIEWS, 'deletion', 'detail', 'pair', 'records', 'why', 'help'] as const;

/** Every key of the wizard. Hints, help and the README come from here; the most telling of a place first. */
export const BINDINGS: readonly Binding[] = [
  { action: 'menu', keys: [], called: '↑↓ Enter', label: 'choose', places: MENUS },

  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'pick', places: PICKERS },
  ...arrowKeys('move', PICKERS),
  { action: 'show-inactive', keys: ['tab'], called: 'Tab', label: 'Show inactive users', places: PICKERS },
  ...pageKeys(PICKERS),

  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'open', places: ['file', 'history', 'pairs'] },
  { action: 'complete', keys: ['tab'], called: 'Tab', label: 'complete the path', places: ['file'] },
  ...arrowKeys('move', ['file', 'history']),
  ...pageKeys(['file', 'history']),
  ...PREVIEW_BINDINGS,

  {
    action: 'enter',
    keys: ['enter'],
    called: 'Enter',
    label: 'continue',
    places: STEPPED,
  },
  ...MERGE_BINDINGS,
  { action: 'toggle', keys: ['space'], called: 'Space', label: 'carry or leave', places: ['types'] },
  { action: 'toggle', keys: ['space'], called: 'Space', label: 'put back or leave', places: ['undo-types'] },
  { action: 'toggle-all', keys: ['a'], called: 'a', label: 'all or none', places: SWITCHES },
  ...CARE_BINDINGS,
  {
    action: 'undo-pair',
    keys: ['u'],
    called: 'u',
    label: 'undo this pair',
    rowLabel: 'undo this row',
    places: ['pair'],
  },
  { action: 'filter', keys: ['tab'], called: 'Tab', label: 'filter', places: ['pairs'] },
  ...arrowKeys('move', LISTS),
  ...pageKeys(LISTS),
  ...endKeys('first, last', LISTS),
  {
    action: 'pairs',
    keys: ['tab'],
    called: 'Tab',
    label: 'all its pairs',
    rowLabel: 'all its rows',
    places: ['result'],
  },

  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'confirm …', places: ['review'] },
  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'Undo …', places: ['undo-review'] },
  { action: 'overwrite-changed', keys: ['o'], called: 'o', label: 'overwrite what changed', places: ['undo-review'] },
  ...sideKeys('tab', REVIEWS, { left: ['shift-tab'], right: ['tab'] }),
  { action: 'decide', keys: ['e'], called: 'e', label: 'change it', places: ['review'] },
  { action: 'open-pair', keys: ['o'], called: 'o', label: 'this pair', places: ['review'] },
  { action: 'as-proposed', keys: ['r'], called: 'r', label: 'by the policy', places: ['review'] },
  { action: 'records', keys: ['d'], called: 'd', label: 'the records', places: REVIEWS },
  { action: 'why', keys: ['w'], called: 'w', label: 'why', places: ['review'] },
  { action: 'take-back', keys: ['z'], called: 'z', label: 'take back', places: ['review'] },
  ...arrowKeys('scroll', SCROLLED),
  ...pageKeys([...SCROLLED, 'result'], ['space']),

  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'press the button', places: BUTTONS },
  ...sideKeys('other button', BUTTONS, { left: ['shift-tab'], right: ['tab'] }),

  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'run', places: ['phrase'] },
  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'save', places: ['export', 'save-mended'] },
  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'go', places: ['go-to-row'] },
  {
    action: 'stop',
    keys: ['s'],
    called: 's',
    label: 'stop after the current pair',
    rowLabel: 'stop after the current row',
    places: ['run'],
  },

  { action: 'choose-mapping', keys: ['tab'], called: 'Tab', label: 'other mapping', places: ['export'] },
  ...IMPORT_BINDINGS,

  { action: 'help', keys: ['?'], called: '?', label: 'help', places: 'everywhere' },
  { action: 'back', keys: ['escape'], called: 'Esc', label: 'back', places: 'everywhere' },
  { action: 'quit', keys: ['q'], called: 'q', label: 'quit', places: 'everywhere' },
  { action: 'interrupt', keys: ['ctrl-c'], called: 'Ctrl+C', label: 'quit', places: 'everywhere' },
  { action: 'repaint', keys: ['ctrl-l'], called: 'Ctrl+L', label: 'draw anew', places: 'everywhere' },
];

/** Places with a text field: characters are typed there, but for a space where it is a key. "?" asks for help all the same; it can be pasted. */
const FIELDS: readonly Place[] = [
  ...IMPORT_TEXT_PLACES,
  'target',
  'source',
  'merge-source',
  'merge-target',
  'mend',
  'mend-person',
  'file',
  'export',
  'phrase',
  'go-to-row',
  'save-mended',
  'history',
  'pairs',
  ...MARKED,
  'deletion-phrase',
];

/** What a key means where the operator is, or null: then it is text, or means nothing. */
export function actionOf(state: State, press: KeyPress): KeyAction | null {
  const place = placeNow(state);
  const hasSpace = press.name === 'space' && bindingsAt(place).some(({ keys }) => keys.includes('space'));
  const isText = press.name === 'char' || (press.name === 'space' && !hasSpace);
  if (FIELDS.includes(place) && isText && press.text !== '?') return null;
  const wanted = press.name === 'char' ? press.text : press.name;
  return bindingsAt(place).find(({ keys }) => keys.includes(wanted))?.action ?? null;
}

/** The keys that work where the operator is, called as fits the run on screen. */
export function bindingsNow(state: State, place: Place): Binding[] {
  const run = place === 'run' ? state.run : (state.result?.run ?? null);
  const isOfRows = run !== null && nounOf(run) === 'row';
  return bindingsAt(place).map((each) => (isOfRows ? { ...each, label: each.rowLabel ?? each.label } : each));
}

/** The keys that work at `place`, its own first. */
export function bindingsAt(place: Place): Binding[] {
  if (place === 'quit') return QUITTING;
  const own = BINDINGS.filter(({ places }) => places !== 'everywhere' && places.includes(place));
  const common = BINDINGS.filter(({ places, action }) => {
    if (places !== 'everywhere') return false;
    if (place === 'home' && action === 'back') return false;
    if (action === 'quit' && FIELDS.includes(place)) return false;
    return action !== 'help' || place !== 'help';
  });
  return [...own, ...common];
}

const QUITTING: Binding[] = [
  { action: 'quit', keys: ['q'], called: 'q', label: 'quit', places: ['quit'] },
  { action: 'quit', keys: ['enter'], called: 'Enter', label: 'quit', places: ['quit'] },
  { action: 'interrupt', keys: ['ctrl-c'], called: 'Ctrl+C', label: 'quit', places: ['quit'] },
  { action: 'back', keys: ['escape'], called: 'Esc', label: 'stay', places: ['quit'] },
  { action: 'repaint', keys: ['ctrl-l'], called: 'Ctrl+L', label: 'draw anew', places: ['quit'] },
];

/**
 * The hints of a place: its own keys, and those that work everywhere. Keys that do the same share one hint.
 * @param isUseful whether a key does anything at the moment
 * @param all the keys that work there
 */
export function hintsAt(
  place: Place,
  isUseful: (binding: Binding) => boolean = () => true,
  all: readonly Binding[] = bindingsAt(place),
): { own: Hint[]; common: Hint[] } {
  const bindings = all.filter(isUseful);
  return {
    own: gather(bindings.filter(({ places }) => places !== 'everywhere')),
    common: gather(bindings.filter(({ places }) => places === 'everywhere')).map(({ key, label }) => ({
      key: key.split('/')[0] ?? key,
      label,
    })),
  };
}

export interface Hint {
  key: string;
  label: string;
}

function gather(bindings: readonly Binding[]): Hint[] {
  const hints = new Map<string, string>();
  for (const { called, label } of bindings) {
    const before = hints.get(label);
    const between = before !== undefined && before.length + called.length > 2 ? '/' : '';
    hints.set(label, before === undefined ? called : before + between + called);
  }
  return [...hints].map(([label, key]) => ({ key, label }));
}
