import { Box, Text } from 'ink';
import { fitText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { comparePhrase } from './compare-phrase.ts';
import type { FieldState } from './edit-text.ts';
import { fitOptions } from './fit-cells.ts';
import { SignedText } from './signed-text.tsx';
import { TextField } from './text-field.tsx';

export interface ConfirmPhraseProps {
  phrase: string;
  field: FieldState;
  width: number;
  isFocused?: boolean;
}

/** Three lines: the phrase to type, the field, and how far it fits. */
export function ConfirmPhrase({ phrase, field, width, isFocused = true }: ConfirmPhraseProps) {
  const look = useLook();
  const { symbols, colours } = look;
  const verdict = {
    complete: { text: `${symbols.check} That is the phrase. Enter goes on.`, sign: symbols.check, color: colours.good },
    'so-far': { text: field.value === '' ? '' : 'Right so far.', sign: '', color: colours.accent },
    different: {
      text: `${symbols.cross} This is not the phrase. Backspace takes back the last letter.`,
      sign: symbols.cross,
      color: colours.bad,
    },
  }[comparePhrase(field.value, phrase)];
  return (
    <Box flexDirection="column" width={width} height={3}>
      <Text bold>{fitText(`Type  ${phrase}  to confirm:`, width, fitOptions(look))}</Text>
      <Box height={1}>
        <Text color={colours.accent}>{fitText(symbols.pointer, Math.min(2, width), fitOptions(look))}</Text>
        <TextField field={field} width={Math.max(0, width - 2)} isFocused={isFocused} />
      </Box>
      <SignedText text={fitText(verdict.text, width, fitOptions(look))} sign={verdict.sign} color={verdict.color} />
    </Box>
  );
}
