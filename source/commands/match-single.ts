import { HandoverError } from '../errors.ts';
import type { Pair, Problem, Warning } from '../model/pair.ts';
import { nameAndId } from '../model/user.ts';
import { checkPair } from '../pairs/check-pair.ts';
import { makeFinding, WHOLE_FILE } from '../pairs/finding.ts';
import type { Flags } from './flags.ts';
import type { Session } from './open-session.ts';
import { readId } from './read-id.ts';

export interface MatchedSingle {
  pairs: Pair[];
  problems: Problem[];
  warnings: Warning[];
}

/**
 * The one pair that `--source` and `--target` name, with what speaks against it.
 * @throws HandoverError `wrong-words` where one is missing; `not-an-id`
 */
export async function matchSingle({ store, view }: Session, flags: Flags): Promise<MatchedSingle> {
  const typedSource = flags.text('source');
  const typedTarget = flags.text('target');
  if (typedSource === null || typedTarget === null) {
    throw new HandoverError(
      'usage',
      'wrong-words',
      'A plan needs two people, or a file of pairs.',
      'Say: handover plan --source ID --target ID, or: handover plan --file FILE',
    );
  }
  const source = readId(typedSource, '--source');
  const target = readId(typedTarget, '--target');
  const [people, donePairs] = await Promise.all([store.people([source, target]), store.donePairs()]);
  const sourceUser = people.get(source);
  const targetUser = people.get(target);
  if (sourceUser === undefined || targetUser === undefined) {
    const unknown = [...new Set([source, target])].filter((id) => !people.has(id));
    return { pairs: [], problems: unknown.map(unknownUser), warnings: [] };
  }
  const problems = checkPair(sourceUser, targetUser, { view, donePairs });
  const warnings = targetUser.active
    ? []
    : [
        makeFinding(
          WHOLE_FILE,
          'inactive-target' as const,
          `${nameAndId(targetUser)}, who gets the data, is inactive.`,
          'Make sure that this is meant: an inactive target stays inactive.',
        ),
      ];
  return { pairs: problems.length > 0 ? [] : [{ line: null, source, target }], problems, warnings };
}

function unknownUser(id: number): Problem {
  return makeFinding(
    WHOLE_FILE,
    'unknown-user',
    `Nobody has the user ID ${id}.`,
    'Find the ID with: handover users --inactive --query NAME',
  );
}
