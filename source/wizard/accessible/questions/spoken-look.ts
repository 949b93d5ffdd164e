import { type Look, makeLook } from '../../look.ts';

/** Signs as words, for sentences that hold one. */
export const SPOKEN_LOOK: Look = {
  ...makeLook({ ascii: false, colour: false }),
  symbols: {
    ...makeLook({ ascii: false }).symbols,
    arrow: 'becomes',
    cross: 'Problem:',
    warning: 'Attention:',
    check: 'Done:',
  },
};
