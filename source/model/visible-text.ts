import stringWidth from 'string-width';
import { asciiLetters, codeMark } from './ascii-letter.ts';

export interface TextOptions {
  /** Plain ASCII characters only, marks and letters alike. */
  ascii?: boolean;
}

export interface FitOptions extends TextOptions {
  align?: 'left' | 'right' | 'center';
  /** What stands for the part that was cut away. */
  ellipsis?: string;
}

/** Latin text without accents apart: nothing to hide, and as many columns as characters. */
const PLAIN = /^[\x20-\x7E\xA0-\xAC\xAE-\u024F\u2026]*$/;

const FOREIGN = /[^\0-\x7f]/;
/** What is left at the end of the number of a character that was cut. */
const PART_OF_MARK = /<(?:U(?:\+[0-9A-F]*)?)?$/;

/** A run of emoji joined by U+200D, whether or not every member carries its variation selector. */
const EMOJI_CHAIN = String.raw`\p{Extended_Pictographic}\u{FE0F}?\p{Emoji_Modifier}?(?:\u{200D}\p{Extended_Pictographic}\u{FE0F}?\p{Emoji_Modifier}?)+`;

/** Scripts that are misspelt without joiners: Persian U+200C, Sinhala and other Indic U+200D. */
const JOINING = String.raw`[[\p{scx=Arab}\p{scx=Syrc}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}]&&[\p{L}\p{M}]]`;
const JOINER = String.raw`(?<=${JOINING})[\u{200C}\u{200D}](?=${JOINING})`;

/** Controls, formatting and everything that takes no room, but not what selects a glyph or is a visible sign of its own. */
const HIDDEN = String.raw`[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]--\p{Variation_Selector}--[\u{600}-\u{605}\u{6DD}\u{890}\u{891}\u{8E2}\u{110BD}\u{110CD}]]`;

const ANY_HIDDEN = new RegExp(HIDDEN, 'v');
const WHOLE_OR_HIDDEN = String.raw`(?<whole>${EMOJI_CHAIN}|\p{RGI_Emoji}|${JOINER})|\r\n|${HIDDEN}`;

/** Made when first needed: the one takes Node a twentieth of the time to start, the other as long as that. */
let wholeOrHidden: RegExp | undefined;
let segmenter: Intl.Segmenter | undefined;

function segmentsOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter();
  return segmenter.segment(text);
}

/** The terminal columns that visible text takes. */
export function columnsOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/** The user-perceived characters of `text`, in order. */
export function graphemes(text: string): string[] {
  return Array.from(segmentsOf(text), ({ segment }) => segment);
}

function markOf(hidden: string, ascii: boolean): string {
  if (ascii) return Array.from(hidden, codeMark).join('');
  if (hidden === '\r\n' || hidden === '\n') return '↵';
  if (hidden < ' ') return String.fromCodePoint(0x2400 + hidden.charCodeAt(0));
  return hidden === '\u007F' ? '␡' : codeMark(hidden).replace('<', '⟨').replace('>', '⟩');
}

/**
 * `text` with everything made visible that a terminal would obey, hide or reorder: C0 and C1 controls, DEL, line
 * separators, bidirectional marks, zero-width characters, lone surrogates. A line break becomes `↵`, other C0
 * controls their control pictures (`␛`), the rest `⟨U+202E⟩`; in ASCII `<U+001B>`. Ordinary text of any script,
 * emoji included, stays as it is, and so does text that was made visible before. In ASCII letters lose their accents,
 * and those that it has nothing like stand there by their number: `<U+5065>`.
 */
export function visibleText(text: string, { ascii = false }: TextOptions = {}): string {
  const shown = PLAIN.test(text) || !ANY_HIDDEN.test(text) ? text : showHidden(text, ascii);
  return ascii && FOREIGN.test(shown) ? asciiLetters(shown, graphemes) : shown;
}

function showHidden(text: string, ascii: boolean): string {
  wholeOrHidden ??= new RegExp(WHOLE_OR_HIDDEN, 'gv');
  return text.replaceAll(wholeOrHidden, (found, ...rest) => {
    const groups = rest.at(-1) as { whole?: string };
    return groups.whole === undefined ? markOf(found, ascii) : found;
  });
}

/** The first graphemes of `text` that take at most `width` columns. */
function cutText(text: string, width: number): string {
  if (PLAIN.test(text)) return text.slice(0, Math.max(0, width));
  let kept = '';
  let room = width;
  for (const { segment } of segmentsOf(text)) {
    room -= columnsOf(segment);
    if (room < 0) break;
    kept += segment;
  }
  return kept;
}

/** Bounds the work on a huge cell; a mark on a letter is up to 16 code units for each column before it tells. */
function startOf(text: string, width: number): string {
  const limit = width * 16 + 64;
  return text.length <= limit ? text : text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * `text`, made visible, on exactly `width` terminal columns: padded with spaces, or cut between graphemes and
 * ended with the ellipsis. Wide characters, combining marks and emoji are never split.
 */
export function fitText(
  text: string,
  width: number,
  { align = 'left', ellipsis, ascii = false }: FitOptions = {},
): string {
  if (width <= 0) return '';
  const start = startOf(text, width);
  let fitted = visibleText(start, { ascii });
  if (start.length < text.length || columnsOf(fitted) > width) {
    const end = cutText(ellipsis ?? (ascii ? '...' : '…'), width);
    const cut = cutText(fitted, width - columnsOf(end));
    fitted = (ascii ? cut.replace(PART_OF_MARK, '') : cut) + end;
  }
  const space = Math.max(0, width - columnsOf(fitted));
  const before = align === 'left' ? 0 : align === 'right' ? space : Math.floor(space / 2);
  return ' '.repeat(before) + fitted + ' '.repeat(space - before);
}

/** The word broken into pieces of at most `width` columns. */
function breakWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let room = width;
  const units = graphemes(word).flatMap((grapheme) =>
    columnsOf(grapheme) > width ? Array.from(grapheme) : [grapheme],
  );
  for (const unit of units) {
    const next = columnsOf(unit) > width ? '?' : unit;
    const columns = columnsOf(next);
    if (columns > room) {
      pieces.push(piece);
      piece = '';
      room = width;
    }
    piece += next;
    room -= columns;
  }
  return [...pieces, piece];
}

function wrapParagraph(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of paragraph.split(' ').entries()) {
    const joined = index === 0 ? word : `${line} ${word}`;
    if (columnsOf(joined) <= width) {
      line = joined;
      continue;
    }
    if (line.trim() !== '') lines.push(line);
    const pieces = breakWord(word, width);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return [...lines, line];
}

/**
 * `text`, made visible, as lines of at most `width` columns, broken at spaces where there are any. A line break in the
 * text breaks the line; `↵` shows it unless `showBreaks` is false (for our own prose). Always at least one line.
 */
export function wrapText(
  text: string,
  width: number,
  { ascii = false, showBreaks = true }: TextOptions & { showBreaks?: boolean } = {},
): string[] {
  const room = Math.max(1, width);
  const paragraphs = text.split(/\r\n|\n/);
  const mark = showBreaks ? visibleText('\n', { ascii }) : '';
  return paragraphs.flatMap((paragraph, index) => {
    const shown = visibleText(paragraph, { ascii }) + (index < paragraphs.length - 1 ? mark : '');
    return wrapParagraph(shown, room);
  });
}
