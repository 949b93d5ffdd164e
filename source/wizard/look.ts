import { createContext, useContext } from 'react';

/** Every sign that the wizard draws. Each is one column wide, except `ellipsis`, `arrow`, `checkedBox` and `uncheckedBox`. */
export interface Symbols {
  pointer: string;
  check: string;
  cross: string;
  arrow: string;
  ellipsis: string;
  barFull: string;
  barEmpty: string;
  rule: string;
  warning: string;
  dot: string;
  /** What is taken of two. */
  mark: string;
  cursor: string;
  checkedBox: string;
  uncheckedBox: string;
  lockedBox: string;
}

/** How the wizard looks on this terminal. */
export interface Look {
  /** Only ASCII characters for signs, borders and marks. */
  ascii: boolean;
  /** Whether the terminal shows colour and inverse text. */
  colour: boolean;
  symbols: Symbols;
  /** Border style of Ink's boxes. */
  border: 'round' | 'classic';
  /**
   * The one accent, and the three states; each always goes with a sign or a word. Only `accent` and `bad` may colour what
   * is read: the others cannot be told from a light ground, and colour signs.
   */
  colours: { accent: string; good: string; bad: string; warn: string };
}

const FULL: Symbols = {
  pointer: '❯',
  check: '✓',
  cross: '✗',
  arrow: '→',
  ellipsis: '…',
  barFull: '█',
  barEmpty: '░',
  rule: '─',
  warning: '▲',
  dot: '·',
  mark: '●',
  cursor: '▏',
  checkedBox: '[x]',
  uncheckedBox: '[ ]',
  lockedBox: '[-]',
};

const ASCII: Symbols = {
  ...FULL,
  pointer: '>',
  check: '+',
  cross: 'x',
  arrow: '->',
  ellipsis: '...',
  barFull: '#',
  barEmpty: '.',
  rule: '-',
  warning: '!',
  dot: '-',
  mark: '*',
  cursor: '|',
};

/** The look for a terminal that shows Unicode or only ASCII, with colour and inverse text or without. */
export function makeLook({ ascii, colour = true }: { ascii: boolean; colour?: boolean }): Look {
  return {
    ascii,
    colour,
    symbols: ascii ? ASCII : FULL,
    border: ascii ? 'classic' : 'round',
    colours: { accent: 'magenta', good: 'green', bad: 'red', warn: 'yellow' },
  };
}

export const LookContext = createContext<Look>(makeLook({ ascii: false }));

/** The look that the nearest LookContext provides. */
export function useLook(): Look {
  return useContext(LookContext);
}
