import { type CellFault, quoteCell } from './cell-reading.ts';

/** What damaged text never lacks; hardly any other cell has it. */
const SUSPECT = /[^\t\n\r\x20-\x7e]|\dE\+\d\d/u;
/** Signs that steer a terminal, or turn round what stands beside them: they are no part of any value. */
const STEERING = /[\0-\x08\v\f\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/u;
const LOST = '\uFFFD';
/** As spreadsheets write long numbers, and nobody else. */
const SCIENTIFIC = /^-?\d(?:[.,]\d+)?E\+\d{2,3}$/;

/**
 * What a spreadsheet or a wrong encoding has done to a text, and what to do (D6.1, D6.2): letters lost, letters read
 * as two others, a long number cut to a short one, signs that nobody sees. Null: nothing that shows.
 * @param isText whether any text may stand there, so that nothing else will notice a number
 */
export function explainDamage(text: string, isText: boolean): CellFault | null {
  if (!SUSPECT.test(text)) return null;
  if (text.includes(LOST)) {
    return {
      code: 'encoding',
      message: `${quoteCell(text)} has the sign ${LOST} in place of a letter that was lost on the way.`,
      cure: 'Write the letter again, or save the file anew as "CSV UTF-8" where it comes from.',
    };
  }
  const [steering] = STEERING.exec(text) ?? [];
  if (steering !== undefined) {
    const code = (steering.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return {
      code: 'unreadable',
      message: `${quoteCell(text)} holds a sign that nobody sees (U+${code}) and that is part of no value.`,
      cure: 'Delete the cell and type it again.',
    };
  }
  const meant = readAnew(text);
  if (meant !== null) {
    return {
      code: 'encoding',
      message: `${quoteCell(text)} is ${quoteCell(meant)} in a wrong encoding.`,
      cure: 'Write it anew, or read or save the file as UTF-8.',
    };
  }
  if (!isText || !SCIENTIFIC.test(text)) return null;
  return {
    code: 'bad-number',
    message: `${quoteCell(text)} is a number that a spreadsheet has shortened: its last digits are lost.`,
    cure: 'Format the column as text in the spreadsheet and write the number anew.',
  };
}

/** Signs of Windows-1252 beyond Latin-1 → their bytes. Made when first needed. */
let bytesOfSigns: ReadonlyMap<string, number> | undefined;

/** The text that UTF-8 makes of the bytes that Windows-1252 made `text` of; null: none, or the same. */
function readAnew(text: string): string | null {
  bytesOfSigns ??= new Map(
    Array.from({ length: 0x20 }, (_, index) => {
      const byte = 0x80 + index;
      return [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const;
    }),
  );
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const byte = bytesOfSigns.get(sign) ?? (code < 0x100 ? code : null);
    if (byte === null) return null;
    bytes.push(byte);
  }
  try {
    const meant = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return meant === text ? null : meant;
  } catch {
    return null;
  }
}
