import { HandoverError } from '../errors.ts';
import { countOf } from '../model/finding.ts';
import type { Plan } from '../model/plan.ts';
import { changesAnything } from './changes-anything.ts';

/**
 * Whether `plan` holds problems, or nothing that could be run. The rows of an import that have a problem do not keep the
 * others from running, unless it was made for all or nothing.
 * @returns null, or an error of kind problems
 */
export function checkContent(plan: Plan): HandoverError | null {
  const { operation, problems, pairs } = plan;
  const [first] = problems;
  const isBlocking = operation !== 'import' || plan.import?.allOrNothing === true || pairs.length === 0;
  if (first !== undefined && isBlocking) {
    return new HandoverError(
      'problems',
      'plan-has-problems',
      `The plan has ${countOf(problems.length, 'problem')}. The first: ${first.message}`,
      first.cure,
    );
  }
  if (changesAnything({ pairs })) return null;
  if (operation === 'undo') return emptyUndo(plan);
  const [message, hint] = emptyText(plan);
  return new HandoverError('problems', 'empty-plan', message, hint);
}

function emptyText({ operation, pairs }: Plan): [message: string, hint: string] {
  if (operation === 'import') {
    return ['The plan changes nobody: all is in the store as the file has it.', 'Nothing needs to be imported.'];
  }
  if (pairs.length === 0) {
    return [
      'The plan holds no pair: there is nothing to do.',
      'Fill the To User ID of at least one row, and make the plan anew.',
    ];
  }
  return [
    'The plan changes nothing: nobody owns anything of what it carries.',
    'Carry more data types, or name other people, and make the plan anew.',
  ];
}

function emptyUndo({ pairs, undoOf }: Plan): HandoverError {
  const changes = pairs.flatMap(({ undo }) => Object.values(undo));
  const isHelped = changes.some(({ changed, stuck }) => changed > stuck);
  const isImport = undoOf?.operation === 'import';
  const elsewhere = isImport
    ? 'Who owns data by now, or is named by others, stays until that is undone, or handed over.'
    : 'What went on to somebody else stays with them until the run that took it there is undone.';
  return new HandoverError(
    'problems',
    'empty-plan',
    pairs.length === 0
      ? `The plan puts nothing back: no ${isImport ? 'row' : 'pair'} of it can be put back.`
      : 'The plan puts nothing back: all of it has changed since.',
    isHelped ? 'To put back what has changed, make the plan anew with --overwrite-changed.' : elsewhere,
  );
}
