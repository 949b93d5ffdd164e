import type { Catalogue } from '../model/catalogue.ts';
import type { Plan } from '../model/plan.ts';
import type { Context } from '../session/context.ts';
import { confirmPhrase } from './confirm-phrase.ts';
import { describePlan } from './describe-plan.ts';

/**
 * Makes sure that whoever runs `plan` means it: they give its phrase, with `given` or, at a terminal, when asked.
 * @param others phrases that mean the same
 * @throws HandoverError `not-confirmed`; `interrupted` once Ctrl+C is pressed at the prompt
 */
export function confirmPlan(
  plan: Plan,
  catalogue: Catalogue,
  context: Context,
  given: string | null,
  others: readonly string[] = [],
): Promise<void> {
  const lines = () => [
    ...describePlan(plan, catalogue, context.ascii),
    '',
    ...consequences(plan),
    "Type the plan's phrase to go on, or only Enter to leave.",
  ];
  return confirmPhrase({ phrase: plan.confirm, others, what: 'plan', lines }, context, given);
}

function consequences({ operation, pairs, undoOf }: Plan): string[] {
  if (operation === 'import') {
    return ['People get the values of the file in place of theirs. This is a run like any other, and can be undone.'];
  }
  if (operation === 'undo' && undoOf?.operation === 'import') {
    return ['People are as they were before. This is a run like any other, and can be undone in its turn.'];
  }
  if (operation === 'undo') {
    return [
      'What is returned to the source leaves the target again. This is a run like any other, and can be undone in its turn.',
    ];
  }
  if (operation === 'transfer')
    return ['What is replaced is gone from the target, and what is carried leaves the source.'];
  const [first, ...others] = pairs;
  const marked =
    first === undefined || others.length > 0
      ? 'Each source stays, and is marked as merged into its target.'
      : `${first.source.name} (${first.source.id}) stays, and is marked as merged into ${first.target.name} (${first.target.id}).`;
  return ['What is replaced is gone from the target; what is copied stays with the source as well.', marked];
}
