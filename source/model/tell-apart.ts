import { codeMark } from './ascii-letter.ts';
import { graphemes, type TextOptions, visibleText } from './visible-text.ts';

/** Texts without any of it look alike only where they are the same. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
/** What is drawn as a space, or as nothing. */
const FAINT = /[\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** All of that but the usual space, and what is drawn on top of the letter before it. */
const UNUSUAL = /(?! )[\p{Z}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/gu;
/** What ASCII does not have. */
const FOREIGN = /[^\x20-\x7e]/gu;

/**
 * Two values in words, so that they differ to the eye as well: those that would be drawn alike stand in quotation marks,
 * what is drawn as a space, as nothing or on top of a letter by its number: “ann<U+00A0>”. Others stay as they are.
 * Where only ASCII is shown, which lets accents fall, every letter that it has not stands by its number from the first
 * place to the last at which the two differ: "Zo<U+00EB>" and "Zoe".
 */
export function tellApart(
  source: string,
  target: string,
  { ascii = false }: TextOptions = {},
): [source: string, target: string] {
  if (source === target || (PLAIN.test(source) && PLAIN.test(target))) return [source, target];
  const told: [string, string] = ascii ? nameDifference(source, target) : [source, target];
  if (drawnAs(told[0]) !== drawnAs(told[1])) return told;
  return [nameSigns(told[0]), nameSigns(told[1])];
}

function drawnAs(text: string): string {
  return text.normalize('NFC').replace(FAINT, '');
}

function nameSigns(text: string): string {
  return `“${text.replace(UNUSUAL, codeMark)}”`;
}

function nameDifference(source: string, target: string): [source: string, target: string] {
  const [ofSource, ofTarget] = [graphemes(source), graphemes(target)];
  const shorter = Math.min(ofSource.length, ofTarget.length);
  let before = 0;
  while (before < shorter && ofSource[before] === ofTarget[before]) before += 1;
  let after = 0;
  while (after < shorter - before && ofSource.at(-1 - after) === ofTarget.at(-1 - after)) after += 1;
  const name = (letters: readonly string[], signs: RegExp): string => {
    const end = letters.length - after;
    const differing = letters.slice(before, end).join('').replace(signs, codeMark);
    return [...letters.slice(0, before), differing, ...letters.slice(end)].join('');
  };
  const named: [string, string] = [name(ofSource, FOREIGN), name(ofTarget, FOREIGN)];
  if (visibleText(named[0], { ascii: true }) !== visibleText(named[1], { ascii: true })) return named;
  // One of them has the number of a letter as a text.
  const anySign = /[^\x20-\x7e]|</gu;
  return [name(ofSource, anySign), name(ofTarget, anySign)];
}
