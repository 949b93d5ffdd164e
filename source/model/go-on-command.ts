import { shellWord } from './shell-word.ts';

/** The command that goes on with the run of the plan in `file`, of which `left` is what is left; null: it is not known. */
export function goOnCommand(file: string, left: { confirm: string; pairs: readonly unknown[] } | null): string {
  const isAsked = left !== null && left.pairs.length > 0;
  return `handover apply ${shellWord(file)}${isAsked ? ` --confirm ${shellWord(left.confirm)}` : ''}`;
}
