// A spreadsheet runs such a cell as a formula, or a guarded one would look like it once one quote is taken off.
const RISKY = /^'*[\s\0]*[=+\-@\t\r\n|%＝＋－＠]/;

/** Puts `'` before a text that a spreadsheet would run as a formula. Not for id columns. */
export function guardFormula(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** Takes back `guardFormula`: exactly one `'` where the rest is such a text. `unguardFormula(guardFormula(x))` is x. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && RISKY.test(text.slice(1)) ? text.slice(1) : text;
}
