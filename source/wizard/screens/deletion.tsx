import { Box } from 'ink';
import { nameAndId } from '../../model/user.ts';
import { visibleText, wrapText } from '../../model/visible-text.ts';
import { type Deletion, describeDeletion, isHeld, tieText } from '../../people/deletion-text.ts';
import { DELETION_PHRASE } from '../logic/deletion.ts';
import { useLook } from '../look.ts';
import { ConfirmPhrase } from '../parts/confirm-phrase.tsx';
import { LinesAbove } from './lines-above.tsx';
import { Pane } from './pane.tsx';
import type { ScreenProps } from './screen.ts';

const FOR_GOOD = 'No undo brings a deleted account back. A deactivated one can be activated again.';

/** What stands against deleting somebody, and what goes with the account. */
export function DeletionReview({ state, width, height, dispatch }: ScreenProps) {
  const look = useLook();
  const { deletion, isDetaching } = state.care;
  if (deletion === null) return null;
  const how = 'press n';
  const lines = describeDeletion(deletion, { isOn: isDetaching, how });
  const end = isHeld(deletion, isDetaching) ? [] : ['', FOR_GOOD];
  return (
    <Pane
      text={[...lines, ...end].map((line) => visibleText(line, look)).join('\n')}
      at={state.scroll}
      width={width}
      height={height}
      dispatch={dispatch}
    />
  );
}

/** The phrase that deletes, below what is lost for good. */
export function DeletionPhrase({ state, width, height, isActive }: ScreenProps) {
  const look = useLook();
  const { deletion, isDetaching } = state.care;
  if (deletion === null) return null;
  const lines = lossLines(deletion, isDetaching).flatMap((line) => wrapText(visibleText(line, look), width));
  return (
    <Box flexDirection="column" width={width} height={height}>
      <LinesAbove lines={lines} below={3} height={height} />
      <ConfirmPhrase phrase={DELETION_PHRASE} field={state.phrase} width={width} isFocused={isActive} />
    </Box>
  );
}

function lossLines({ person, ties }: Deletion, isDetaching: boolean): string[] {
  const lost = ties.going.filter(({ why }) => why !== 'shared').map(tieText);
  const cleared = ties.naming.map(tieText);
  return [
    `${nameAndId(person)} is deleted. ${FOR_GOOD}`,
    ...(isDetaching && cleared.length > 0 ? [`Records of others that name nobody then: ${cleared.join(', ')}.`] : []),
    lost.length === 0 ? 'Nothing is lost with it.' : `What is lost with it: ${lost.join(', ')}.`,
  ];
}
