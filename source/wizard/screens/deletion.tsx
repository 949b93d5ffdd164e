import { Box } from 'ink';
import { visibleText, wrapText } from '../../model/visible-text.ts';
import { deletionPhrase, describeDeletion, isHeld } from '../../people/deletion-text.ts';
import { useLook } from '../look.ts';
import { ConfirmPhrase } from '../parts/confirm-phrase.tsx';
import { FOR_GOOD, lossLines } from './deletion-lines.ts';
import { LinesAbove } from './lines-above.tsx';
import { Pane } from './pane.tsx';
import type { ScreenProps } from './screen.ts';

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
      <ConfirmPhrase
        phrase={deletionPhrase([deletion.person])}
        field={state.phrase}
        width={width}
        isFocused={isActive}
      />
    </Box>
  );
}
