import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { Plan } from '../../model/plan.ts';
import { setsNewAddress } from '../../people/import/sets-new-address.ts';
import type { State } from '../state.ts';
import { accountsSentence } from './account-words.ts';
import { seatsText } from './import-row-words.ts';

/** What the plan of an import does, in sentences, for both confirmations. One that has nothing to say is empty. */
export function importSentences({ plan, resumed, mode, importing, world }: State): string[] {
  const { rows } = plan ?? {};
  if (plan?.import === undefined || rows === undefined) return [];
  const { create, update, unchanged, skipped, problems, erasedValues } = rows;
  const goesOn =
    mode === 'resume' && resumed !== null
      ? `The run ${resumed.id} goes on: ${numberText(resumed.counts.pairs - plan.pairs.length)} of its ${countOf(resumed.counts.pairs, 'row')} are settled. `
      : '';
  const check = mode === 'import' ? importing.check : null;
  const accounts = accountsSentence(rows);
  const [stay, them] = problems === 1 ? ['stays', 'it'] : ['stay', 'them'];
  const out = plan.import.allOrNothing
    ? `and ${problems === 1 ? 'keeps' : 'keep'} all of it from running`
    : `and ${stay} out; the others do not wait for ${them}`;
  return [
    `${goesOn}${plan.import.file} is imported, its columns read as you have seen.`,
    `${countOf(create, 'person is', 'people are')} created, ${countOf(update, 'person is', 'people are')} changed.`,
    erasedValues === 0
      ? 'Erased: no value goes without another in its place.'
      : `ERASED: ${countOf(erasedValues, 'value goes', 'values go')} without another in ${erasedValues === 1 ? 'its' : 'their'} place.`,
    [
      unchanged === 0 ? '' : `${countOf(unchanged, 'row changes', 'rows change')} nothing.`,
      skipped === 0 ? '' : `${countOf(skipped, 'row is', 'rows are')} left out: blank, or by you.`,
      check === null ? '' : `${seatsText(check.seats)}.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
    ...warningSentences(plan, mode === 'import'),
    world.loginWarning === null ? '' : `Warning: ${world.loginWarning}`,
    accounts === '' ? '' : `${accounts}.`,
    problems === 0 ? '' : `${countOf(problems, 'row has', 'rows have')} problems ${out}.`,
    mailSentence(plan),
    'The run can be undone as a whole afterwards.',
  ];
}

/** How many warnings are told whole where there is no preview to read them in. */
const TOLD_WARNINGS = 5;

/**
 * Where they stand; of an unfinished run, that has no preview, the first of them. That somebody becomes somebody else is
 * told whole: it is hardly ever meant.
 */
function warningSentences({ warnings }: Plan, hasPreview: boolean): string[] {
  const count = warnings.length;
  if (count === 0) return [''];
  if (hasPreview) {
    const another = warnings.filter(({ code }) => code === 'somebody-else').map(({ message }) => `WARNING: ${message}`);
    const where = count === 1 ? 'It stands' : 'They stand';
    return [...another, `Warnings: ${numberText(count)}. ${where} in the preview, under w.`];
  }
  // Of what is left the values that go are counted above; the warning counts those of the whole file.
  const left = warnings.filter(({ code }) => code !== 'values-erased');
  const told = left.slice(0, TOLD_WARNINGS).map(({ message }) => `Warning: ${message}`);
  return left.length > TOLD_WARNINGS ? [...told, `${numberText(left.length - TOLD_WARNINGS)} more warnings.`] : told;
}

/** Mail is the one thing that no undo takes back (B12). */
function mailSentence(plan: Plan): string {
  if (!plan.warnings.some(({ code }) => code === 'smtp')) return '';
  const rules = plan.import?.mapping.rules ?? { emailCase: 'kept' as const };
  const count = plan.pairs.filter(({ fields }) => setsNewAddress(fields, rules)).length;
  return count === 0
    ? ''
    : `${countOf(count, 'address gets', 'addresses get')} activation MAIL; an undo does not take that back.`;
}
