import { nameAndId } from '../../model/user.ts';
import { type Deletion, tieText } from '../../people/deletion-text.ts';

/** That no undo helps. */
export const FOR_GOOD = 'No undo brings a deleted account back. A deactivated one can be activated again.';

/** What is lost for good once somebody is deleted. */
export function lossLines({ person, ties }: Deletion, isDetaching: boolean): string[] {
  const lost = ties.going.filter(({ why }) => why !== 'shared').map(tieText);
  const cleared = ties.naming.map(tieText);
  return [
    `${nameAndId(person)} will be deleted. ${FOR_GOOD}`,
    ...(isDetaching && cleared.length > 0 ? [`Records of others that name nobody then: ${cleared.join(', ')}.`] : []),
    lost.length === 0 ? 'Nothing is lost with it.' : `What is lost with it: ${lost.join(', ')}.`,
  ];
}
