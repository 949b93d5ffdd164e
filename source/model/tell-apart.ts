/** Texts without any of it look alike only where they are the same. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
/** What is drawn as a space, or as nothing. */
const FAINT = /[\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** All of that but the usual space, and what is drawn on top of the letter before it. */
const UNUSUAL = /(?! )[\p{Z}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Two values in words, so that they differ to the eye as well: those that would be drawn alike stand in quotation marks,
 * what is drawn as a space, as nothing or on top of a letter by its number: “ann<U+00A0>”. Others stay as they are.
 */
export function tellApart(source: string, target: string): [source: string, target: string] {
  if (source === target || (PLAIN.test(source) && PLAIN.test(target))) return [source, target];
  if (drawnAs(source) !== drawnAs(target)) return [source, target];
  return [nameSigns(source), nameSigns(target)];
}

function drawnAs(text: string): string {
  return text.normalize('NFC').replace(FAINT, '');
}

function nameSigns(text: string): string {
  const named = text.replace(UNUSUAL, (sign) => {
    const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `<U+${code}>`;
  });
  return `“${named}”`;
}
