import { Box, Text } from 'ink';
import { visibleText, wrapText } from '../../model/visible-text.ts';
import { isImporting } from '../import-steps.ts';
import { type Look, useLook } from '../look.ts';
import { ButtonRow } from '../parts/button-row.tsx';
import { ConfirmPhrase } from '../parts/confirm-phrase.tsx';
import type { State } from '../state.ts';
import { confirmSentences, wordsOf } from './confirm-words.ts';
import { importConfirmRoom, importConfirmText } from './import-confirm-text.ts';
import { LinesAbove } from './lines-above.tsx';
import { Pane } from './pane.tsx';
import type { ScreenProps } from './screen.ts';

/** Which sentences give way, the first of these first: who gives to whom is said above; what is lost stays. */
const GIVING_WAY = [0, 3, 4, 1, 5];

/** The sentences in lines, as many whole ones as `room` lines hold. */
function planLines(state: State, width: number, room: number, look: Look): string[] {
  const sentences = confirmSentences(state).map((sentence) =>
    sentence === '' ? [] : wrapText(visibleText(sentence, look), width),
  );
  // Of an import also that it can be undone, the last one, and how many rows have problems: that was read before.
  const givingWay = isImporting(state) ? [sentences.length - 1, ...GIVING_WAY, sentences.length - 3] : GIVING_WAY;
  for (const sentence of givingWay) {
    if (sentences.flat().length <= room) break;
    if (sentence < sentences.length) sentences[sentence] = [];
  }
  return sentences.flat();
}

/** The first confirmation, with Cancel in focus (A28). */
export function Confirm({ state, width, height, dispatch }: ScreenProps) {
  const look = useLook();
  if (state.plan === null) return null;
  if (isImporting(state)) return <ImportConfirm state={state} width={width} height={height} dispatch={dispatch} />;
  const { question, buttons } = wordsOf(state);
  const lines = planLines(state, width, height - 2, look);
  return (
    <Box flexDirection="column" width={width} height={height}>
      <LinesAbove bold lines={[question]} below={lines.length + 2} height={height} />
      <LinesAbove lines={lines} below={1} height={lines.length + 2} />
      <ButtonRow labels={buttons} focus={state.confirmFocus} width={width} />
    </Box>
  );
}

/** That of an import: nothing that it says gives way, what does not fit is scrolled to. */
function ImportConfirm({ state, width, height, dispatch }: Omit<ScreenProps, 'isActive'>) {
  const { question, buttons } = wordsOf(state);
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text bold>{question}</Text>
      <Pane
        text={importConfirmText(state)}
        at={state.scroll}
        width={width}
        height={importConfirmRoom(height)}
        dispatch={dispatch}
      />
      <ButtonRow labels={buttons} focus={state.confirmFocus} width={width} />
    </Box>
  );
}

/** The second confirmation, typed (A29). */
export function Phrase({ state, width, height, isActive }: ScreenProps) {
  const look = useLook();
  if (state.plan === null) return null;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <LinesAbove lines={planLines(state, width, height - 3, look)} below={3} height={height} />
      <ConfirmPhrase phrase={state.plan.confirm} field={state.phrase} width={width} isFocused={isActive} />
    </Box>
  );
}

/** A yes-or-no question, with No in focus. */
export function Ask({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { question } = state;
  if (question === null) return null;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <LinesAbove bold lines={wrapText(question.text, width, look)} below={1} height={height} />
      <ButtonRow labels={[question.no, question.yes]} focus={question.focus} width={width} />
    </Box>
  );
}
