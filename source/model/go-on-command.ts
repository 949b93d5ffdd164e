import { shellWord } from './shell-word.ts';

/** The command that goes on with the run of the plan in `file`, of which `left` is what is left; null: it is not known. */
export function goOnCommand(file: string, left: { confirm: string; pairs: readonly unknown[] } | null): string {
  const isAsked = left !== null && left.pairs.length > 0;
  if (!isAsked) return `handover apply ${shellWord(file)}`;
  // Behind a blank a phrase that begins with a dash would be taken for a flag.
  const gap = left.confirm.startsWith('-') ? '=' : ' ';
  return `handover apply ${shellWord(file)} --confirm${gap}${shellWord(left.confirm)}`;
}
