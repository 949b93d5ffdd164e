import { createInterface } from 'node:readline';
import { HandoverError } from '../errors.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Plan } from '../model/plan.ts';
import { visibleText } from '../model/visible-text.ts';
import type { Context } from '../session/context.ts';
import { describePlan } from './describe-plan.ts';
import { printAside } from './print.ts';

/**
 * Makes sure that whoever runs `plan` means it: they give its phrase, with `given` or, at a terminal, when asked.
 * @throws HandoverError `not-confirmed`; `interrupted` once Ctrl+C is pressed at the prompt
 */
export async function confirmPlan(
  plan: Plan,
  catalogue: Catalogue,
  context: Context,
  given: string | null,
): Promise<void> {
  const mayAsk = given === null && context.isTerminal && !context.json;
  const answer = mayAsk ? await askFor(plan, catalogue, context) : given;
  if (answer === plan.confirm) return;
  throw new HandoverError(
    'usage',
    'not-confirmed',
    answer === null
      ? 'The plan was not confirmed; nothing was changed.'
      : `"${answer}" is not the phrase of this plan; nothing was changed.`,
    `Look through the plan; if all is meant, say: --confirm "${plan.confirm}"`,
  );
}

async function askFor(plan: Plan, catalogue: Catalogue, context: Context): Promise<string | null> {
  printAside(context, [
    ...describePlan(plan, catalogue, context.ascii),
    '',
    plan.operation === 'undo'
      ? 'What goes back leaves the target again. This is a run like any other, and can be undone in its turn.'
      : 'What is replaced is gone from the target, and what is carried leaves the source.',
    "Type the plan's phrase to go on, or only Enter to leave.",
  ]);
  const { stdin: input, stderr: output } = context;
  const lines = createInterface({ input, output });
  try {
    return await new Promise<string | null>((resolve, reject) => {
      // Ctrl+D ends the asking, and that is no; Ctrl+C leaves altogether.
      lines.once('close', () => resolve(null));
      lines.once('SIGINT', () => reject(interrupted()));
      lines.question(`Type ${visibleText(plan.confirm, context)} and Enter: `, resolve);
    });
  } finally {
    lines.close();
  }
}

function interrupted(): HandoverError {
  return new HandoverError('interrupted', 'interrupted', 'Left before it was confirmed.', 'Nothing was changed.');
}
