import type { IBufferCell, IBufferLine } from '@xterm/headless';
import type { PseudoTerminal } from './pseudo-terminal.ts';
import { INK, packedColour, paletteColour, SCREEN } from './terminal-palette.ts';

const CELL = { width: 8.4, height: 18, font: 14, baseline: 13.5 };
const MARGIN = 12;

/** Neighbouring cells that look alike. */
interface Run {
  column: number;
  cells: number;
  text: string;
  ink: string;
  ground: string;
  /** SVG attributes of the letters. */
  style: string;
}

/**
 * The screen of `terminal` as an SVG picture: monospaced, its colours on a dark ground, each run of cells stretched to
 * its exact place, so that columns stand straight in any font. `title` says what it shows to those who cannot see it.
 */
export function renderSvg(terminal: Pick<PseudoTerminal, 'lines' | 'size'>, title: string): string {
  const { cols, rows } = terminal.size;
  const [width, height] = [cols * CELL.width + 2 * MARGIN, rows * CELL.height + 2 * MARGIN].map(Math.ceil);
  const lines = terminal.lines().flatMap((line, row) => runsOf(line).flatMap((run) => drawRun(run, row)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${SCREEN}"/>`,
    `<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="${CELL.font}">`,
    ...lines,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function runsOf(line: IBufferLine): Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < line.length; column += 1) {
    const cell = line.getCell(column);
    // The second half of a wide character is a cell of no width.
    if (cell === undefined || cell.getWidth() === 0) continue;
    const run = { column, cells: cell.getWidth(), text: cell.getChars() || ' ', ...looksOf(cell) };
    const before = runs.at(-1);
    if (before && run.cells === 1 && before.cells === before.text.length && isAlike(before, run)) {
      before.cells += 1;
      before.text += run.text;
    } else {
      runs.push(run);
    }
  }
  return runs;
}

const isAlike = (left: Run, right: Run): boolean =>
  left.ink === right.ink && left.ground === right.ground && left.style === right.style;

function looksOf(cell: IBufferCell): Pick<Run, 'ink' | 'ground' | 'style'> {
  const ink = cell.isFgRGB()
    ? packedColour(cell.getFgColor())
    : cell.isFgPalette()
      ? paletteColour(cell.getFgColor())
      : INK;
  const ground = cell.isBgRGB()
    ? packedColour(cell.getBgColor())
    : cell.isBgPalette()
      ? paletteColour(cell.getBgColor())
      : SCREEN;
  const style = [
    cell.isBold() ? ' font-weight="bold"' : '',
    cell.isItalic() ? ' font-style="italic"' : '',
    cell.isUnderline() ? ' text-decoration="underline"' : '',
    cell.isDim() ? ' opacity="0.6"' : '',
  ].join('');
  return cell.isInverse() ? { ink: ground, ground: ink, style } : { ink, ground, style };
}

function drawRun({ column, cells, text, ink, ground, style }: Run, row: number): string[] {
  const left = round(MARGIN + column * CELL.width);
  const top = MARGIN + row * CELL.height;
  const length = round(cells * CELL.width);
  const parts: string[] = [];
  if (ground !== SCREEN) {
    parts.push(`<rect x="${left}" y="${top}" width="${length}" height="${CELL.height}" fill="${ground}"/>`);
  }
  if (text.trim() !== '' || style.includes('underline')) {
    parts.push(
      `<text x="${left}" y="${top + CELL.baseline}" fill="${ink}"${style} textLength="${length}" ` +
        `lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escapeXml(text)}</text>`,
    );
  }
  return parts;
}

const round = (amount: number): number => Math.round(amount * 100) / 100;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
