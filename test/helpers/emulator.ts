import xterm, { type Terminal } from '@xterm/headless';
import stringWidth from 'string-width';

const widths = new Map<number, 0 | 1 | 2>();

/** Width of a character as terminals of today draw it; xterm's own table is of 2010 and has emoji one cell wide. */
function widthOf(codepoint: number): 0 | 1 | 2 {
  const known = widths.get(codepoint);
  if (known !== undefined) return known;
  const cells = stringWidth(String.fromCodePoint(codepoint));
  const width = cells >= 2 ? 2 : cells === 1 ? 1 : 0;
  widths.set(codepoint, width);
  return width;
}

/** xterm's packing of a character: its width in bits 1 and 2, and in bit 0 whether it joins the one before it. */
function propertiesOf(codepoint: number, preceding: number): number {
  const width = widthOf(codepoint);
  const widthBefore = (preceding >> 1) & 3;
  const joins = width === 0 && widthBefore > 0;
  return ((joins ? widthBefore : width) << 1) | (joins ? 1 : 0);
}

/** A terminal of `cols` by `rows` that draws on no screen: it interprets what a program writes, cell by cell. */
export function makeEmulator(cols: number, rows: number): Terminal {
  const emulator = new xterm.Terminal({ cols, rows, scrollback: 5000, allowProposedApi: true });
  emulator.unicode.register({ version: 'today', wcwidth: widthOf, charProperties: propertiesOf });
  emulator.unicode.activeVersion = 'today';
  return emulator;
}
