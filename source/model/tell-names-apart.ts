import { tellApart } from './tell-apart.ts';
import { type TextOptions, visibleText } from './visible-text.ts';

/**
 * The names of two people who stand side by side. They stay as they are, but where only ASCII is shown and it would show
 * the same of both: there they are told apart as values are, "Zo<U+00EB> Smith" and "Zoe Smith".
 */
export function tellNamesApart(
  source: string,
  target: string,
  { ascii = false }: TextOptions,
): [source: string, target: string] {
  const isAlike = ascii && visibleText(source, { ascii }) === visibleText(target, { ascii });
  return isAlike ? tellApart(source, target, { ascii }) : [source, target];
}
