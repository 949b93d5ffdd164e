import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { bindingsAt } from '../../source/wizard/keys.ts';
import { makeLook } from '../../source/wizard/look.ts';
import { placeNow, type State } from '../../source/wizard/state.ts';
import { Wizard } from '../../source/wizard/wizard.tsx';
import { press } from './given.ts';
import { draw } from './parts/draw.tsx';
import { everyPlace } from './places.ts';

// Read when the module that colours is first loaded, which imports do.
vi.hoisted(() => {
  process.env.FORCE_COLOR = '1';
});

const ESC = '\u001B';
const STYLE = new RegExp(`${ESC}\\[([0-9;]*)m`, 'g');
/** Letters and digits: what is read, and not only seen. */
const READ = /[\p{L}\p{N}]/u;
/** SGR codes of the colours that can be read on a dark ground and on a light one: red and magenta. */
const LEGIBLE = ['31', '35'];
const KNOWN = ['0', '1', '2', '22', '7', '27', '39', '31', '32', '33', '35', '36'];

function frameOf(state: State, colour = true): string {
  return draw(<Wizard state={state} dispatch={() => undefined} />, 80, makeLook({ ascii: false, colour })).join('\n');
}

function plainFrameOf(state: State): string {
  return stripVTControlCharacters(frameOf(state, false));
}

/** What an empty field is for: dimmed, so that it is not taken for something typed. */
const isPlaceholder = (text: string): boolean => text.startsWith('type ');

interface Run {
  text: string;
  ink: string | null;
  isDim: boolean;
}

/** The frame in runs of one style. */
function runsOf(frame: string): Run[] {
  const runs: Run[] = [];
  let [ink, isDim]: [string | null, boolean] = [null, false];
  for (const [index, piece] of frame.split(STYLE).entries()) {
    if (index % 2 === 0) {
      runs.push({ text: piece, ink, isDim });
      continue;
    }
    for (const code of piece.split(';')) {
      if (/^(3[0-7]|9[0-7])$/.test(code)) ink = code;
      if (['39', '0'].includes(code)) ink = null;
      if (code === '2') isDim = true;
      if (['22', '0'].includes(code)) isDim = false;
    }
  }
  return runs;
}

const PLACES = Object.entries(everyPlace()).filter(([name]) => !name.startsWith('help at '));

describe.each(PLACES)('%s', (_name, state) => {
  it('has what is read in the ink of the terminal, or in a colour of its theme that is legible on any ground', () => {
    const frame = frameOf(state);
    const codes = [...frame.matchAll(STYLE)].flatMap(([, code = '']) => code.split(';'));
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !KNOWN.includes(code))).toEqual([]);
    const read = runsOf(frame).filter(({ text }) => READ.test(text) && !isPlaceholder(text));
    const hard = read.filter(({ ink, isDim }) => isDim || (ink !== null && !LEGIBLE.includes(ink)));
    expect(hard.map(({ text }) => text)).toEqual([]);
  });

  it('shows without colours, too, whatever a key changes', () => {
    const own = bindingsAt(placeNow(state)).filter(({ places }) => places !== 'everywhere');
    const before = frameOf(state);
    const plainBefore = plainFrameOf(state);
    for (const key of new Set(own.flatMap(({ keys }) => keys))) {
      const next = press(state, key);
      if (next === state || frameOf(next) === before) continue;
      expect(plainFrameOf(next), `after ${key}`).not.toBe(plainBefore);
    }
  });
});
