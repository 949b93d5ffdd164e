import type { State } from '../state.ts';
import { seatsText } from './import-row-words.ts';
import { many } from './import-words.ts';

/** What the plan of an import does, in sentences, for both confirmations. One that has nothing to say is empty. */
export function importSentences({ plan, resumed, mode, importing, world }: State): string[] {
  const { rows } = plan ?? {};
  if (plan?.import === undefined || rows === undefined) return [];
  const { create, update, unchanged, problems, erasedValues, deactivated, reactivated } = rows;
  const goesOn =
    mode === 'resume' && resumed !== null
      ? `The run ${resumed.id} goes on: ${resumed.counts.pairs - plan.pairs.length} of its ${many(resumed.counts.pairs, 'row')} are settled. `
      : '';
  const check = mode === 'import' ? importing.check : null;
  const states = [
    ...(deactivated > 0
      ? [`${many(deactivated, 'person', 'people')} become${deactivated === 1 ? 's' : ''} INACTIVE`]
      : []),
    ...(reactivated > 0
      ? [`${many(reactivated, 'person', 'people')} become${reactivated === 1 ? 's' : ''} active again`]
      : []),
  ];
  const out = plan.import.allOrNothing
    ? 'and keep all of it from running'
    : 'and stay out; the others do not wait for them';
  return [
    `${goesOn}${plan.import.file} is imported, its columns read as you have seen.`,
    `${many(create, 'person is', 'people are')} created, ${many(update, 'person is', 'people are')} changed.`,
    erasedValues === 0
      ? 'Erased: no value goes without another in its place.'
      : `ERASED: ${many(erasedValues, 'value goes', 'values go')} without another in ${erasedValues === 1 ? 'its' : 'their'} place.`,
    [
      unchanged === 0 ? '' : `${many(unchanged, 'row changes', 'rows change')} nothing.`,
      check === null ? '' : `${seatsText(check.seats)}.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
    plan.warnings.length === 0
      ? ''
      : `Warnings: ${plan.warnings.length}. ${plan.warnings.length === 1 ? 'It stands' : 'They stand'} in the preview, under w.`,
    world.loginWarning === null ? '' : `Warning: ${world.loginWarning}`,
    states.length === 0 ? '' : `${states.join(', ')}.`,
    problems === 0 ? '' : `${many(problems, 'row has', 'rows have')} problems ${out}.`,
    'The run can be undone as a whole afterwards.',
  ];
}
