export const SCREEN = '#16181d';
export const INK = '#d7dae0';

/** The sixteen named colours of a terminal, dark ones first, on the dark ground of `SCREEN`. */
const NAMED = [
  ['#16181d', '#e06c75', '#8fc379', '#e0b35a', '#61a5ef', '#c678dd', '#4fb6c2', '#b6bcc8'],
  ['#6b7280', '#ff8b92', '#a9dd93', '#f5cd7a', '#86bdff', '#dc9bf0', '#74d3de', '#ffffff'],
].flat();

const hex = (channels: readonly number[]): string =>
  `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

/** The colour of `index` (0 to 255) in the palette of xterm, as `#rrggbb`: 16 named, a cube of 6 × 6 × 6, 24 greys. */
export function paletteColour(index: number): string {
  const named = NAMED[index];
  if (named !== undefined) return named;
  if (index >= 232) return hex(Array<number>(3).fill(8 + (index - 232) * 10));
  const place = index - 16;
  return hex([Math.floor(place / 36), Math.floor(place / 6) % 6, place % 6].map((step) => (step ? 55 + step * 40 : 0)));
}

/** A colour packed into 24 bits, as `#rrggbb`. */
export function packedColour(packed: number): string {
  return hex([(packed >> 16) & 0xff, (packed >> 8) & 0xff, packed & 0xff]);
}
