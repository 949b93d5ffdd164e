import { HandoverError } from '../errors.ts';
import type { Operation } from '../model/catalogue.ts';
import { makeFinding, WHOLE_FILE } from '../model/finding.ts';
import type { Problem } from '../model/pair.ts';
import { type CheckedPairs, checkSingle } from '../pairs/check-single.ts';
import type { Session } from '../session/open-session.ts';
import type { Flags } from './flags.ts';
import { readId } from './read-id.ts';

/**
 * The one pair that `--source` and `--target` name, with what speaks against it.
 * @throws HandoverError `wrong-words` where one is missing; `not-an-id`
 */
export async function matchSingle({ store, view }: Session, flags: Flags, operation: Operation): Promise<CheckedPairs> {
  const typedSource = flags.text('source');
  const typedTarget = flags.text('target');
  if (typedSource === null || typedTarget === null) {
    const missing =
      typedTarget !== null ? ': --source is missing' : typedSource !== null ? ': --target is missing' : '';
    throw new HandoverError(
      'usage',
      'wrong-words',
      `A plan needs two people, or a file of pairs${missing}.`,
      'Say: handover plan --source ID --target ID, or: handover plan --file FILE',
    );
  }
  const source = readId(typedSource, '--source');
  const target = readId(typedTarget, '--target');
  const [people, donePairs] = await Promise.all([store.people([source, target]), store.donePairs(operation)]);
  const sourceUser = people.get(source);
  const targetUser = people.get(target);
  if (sourceUser === undefined || targetUser === undefined) {
    const unknown = [...new Set([source, target])].filter((id) => !people.has(id));
    return { pairs: [], problems: unknown.map(unknownUser), warnings: [] };
  }
  const checked = checkSingle(sourceUser, targetUser, { operation, view, donePairs });
  return { ...checked, problems: checked.problems.map(cureByFlag) };
}

/** Two people who were named by flags are not mended in a file. */
function cureByFlag(problem: Problem): Problem {
  return problem.code === 'self-transfer'
    ? { ...problem, cure: 'Name two people with --source and --target.' }
    : problem;
}

function unknownUser(id: number): Problem {
  return makeFinding(
    WHOLE_FILE,
    'unknown-user',
    `Nobody has the user ID ${id}.`,
    'Find the ID with: handover users --inactive --query NAME',
  );
}
