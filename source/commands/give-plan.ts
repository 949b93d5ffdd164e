import { EXIT } from '../errors.ts';
import type { Plan } from '../model/plan.ts';
import { shellWord } from '../model/shell-word.ts';
import type { Context } from '../session/context.ts';
import type { Session } from '../session/open-session.ts';
import { tellRowsBack, withUntold } from '../session/tell-rows-back.ts';
import { changesAnything } from '../transfer/changes-anything.ts';
import { describePlan } from './describe-plan.ts';
import type { Flags } from './flags.ts';
import type { FoundError } from './found-error.ts';
import { printJson, printLines } from './print.ts';
import { howToWrite, refuseRedacted } from './refuse-redacted.ts';
import { writePlan } from './write-plan.ts';

/**
 * Gives a plan that nothing is wrong with: in the file of `--out`, and in words, or as JSON, with what to do next. One
 * with which there is nothing to do goes into no file: "apply" would not take it.
 * @returns the exit status: 4 where there is nothing to do; as JSON the plan then has `error` besides
 * @throws HandoverError `file-exists`, `not-written`
 */
export async function givePlan(made: Plan, session: Session, context: Context, flags: Flags): Promise<number> {
  const { catalogue, veil } = session;
  const out = flags.text('out');
  if (out !== null) refuseRedacted(out, veil);
  const isRunnable = changesAnything(made);
  const rows = await tellRowsBack(made, session);
  const shown = veil.plan(context.json ? rows.told : withUntold(rows));
  if (out !== null && isRunnable) await writePlan(made, out, context, flags);
  if (context.json) printJson(context, isRunnable ? shown : { ...shown, error: emptyError(shown, out) });
  else {
    printLines(context, describePlan(shown, catalogue, context.ascii));
    printLines(context, ['', ...(isRunnable ? nextStep(shown, out, veil) : [nothingToDo(shown, out)])]);
  }
  return isRunnable ? EXIT.done : EXIT.problems;
}

function nextStep(made: Plan, out: string | null, veil: Session['veil']): string[] {
  if (out === null) return [howToWrite(veil)];
  return [
    `Nothing was changed. The plan is in ${out}`,
    `Run it with: handover apply ${shellWord(out)} --confirm${phraseWord(made.confirm)}`,
  ];
}

function nothingToDo(made: Plan, out: string | null): string {
  const unwritten = out === null ? '' : ` ${out} was not written.`;
  return `There is nothing to do: ${whyNothing(made)}.${unwritten}`;
}

function emptyError(made: Plan, out: string | null): FoundError {
  return {
    code: 'empty-plan',
    message: nothingToDo(made, out),
    hint: 'Nothing was changed, and nothing is to be run.',
  };
}

function whyNothing({ operation, pairs, totals }: Plan): string {
  if (operation === 'undo') {
    if (pairs.length === 0) return 'nothing of it can be put back, as the warnings tell';
    return totals.changed > 0 ? 'all that could be put back has changed since' : 'all is as it was before the run';
  }
  if (pairs.length === 0) return 'fill the To User ID of at least one row';
  return 'nobody owns anything of what the plan carries';
}

/**
 * What follows --confirm: in double quotation marks, which every shell knows, unless the phrase holds what a shell would
 * take apart within them; behind an equals sign where it would be taken for a flag.
 */
function phraseWord(phrase: string): string {
  const word = /^[\w .@+-]*$/.test(phrase) ? `"${phrase}"` : shellWord(phrase);
  return phrase.startsWith('-') ? `=${word}` : ` ${word}`;
}
