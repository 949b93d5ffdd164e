import { Box, Text } from 'ink';
import type { Plan } from '../../model/plan.ts';
import { wrapText } from '../../model/visible-text.ts';
import { CONFIRM_BUTTONS } from '../logic/confirm.ts';
import { ButtonRow } from '../parts/button-row.tsx';
import { ConfirmPhrase } from '../parts/confirm-phrase.tsx';
import type { ScreenProps } from './screen.ts';

/** What the plan does, in sentences, for the two confirmations. */
function planSentences({ pairs, totals }: Plan): string[] {
  const [first] = pairs;
  const isOne = pairs.length === 1 && first !== undefined;
  const source = isOne ? first.source.name : 'the sources';
  const target = isOne ? first.target.name : 'the targets';
  const records = (count: number) => `${count} ${count === 1 ? 'record' : 'records'}`;
  return [
    isOne
      ? `What you chose moves FROM ${source} (${first.source.id}) INTO ${target} (${first.target.id}).`
      : `${pairs.length} pairs run, one after the other. Each target is kept.`,
    `Moved: ${records(totals.combined + totals.summed)} leave ${source} and belong to ${target} afterwards.`,
    totals.replaced === 0
      ? `Replaced: nothing that ${target} own${isOne ? 's' : ''} goes.`
      : `REPLACED: ${records(totals.replaced)} of ${target} go; those of ${source} take their place.`,
    `Not moved: ${records(totals.notMoved)} stay with ${source}.`,
  ];
}

function Sentences({ plan, width }: { plan: Plan; width: number }) {
  return planSentences(plan)
    .flatMap((sentence) => wrapText(sentence, width))
    .map((line) => <Text key={line}>{line}</Text>);
}

/** The first confirmation, with Cancel in focus (A28). */
export function Confirm({ state, width, height }: ScreenProps) {
  if (state.plan === null) return null;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text bold>Run this transfer?</Text>
      <Text> </Text>
      <Sentences plan={state.plan} width={width} />
      <Text> </Text>
      <ButtonRow labels={CONFIRM_BUTTONS} focus={state.confirmFocus} width={width} />
    </Box>
  );
}

/** The second confirmation, typed (A29). */
export function Phrase({ state, width, height, isActive }: ScreenProps) {
  if (state.plan === null) return null;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Sentences plan={state.plan} width={width} />
      <Text> </Text>
      <ConfirmPhrase phrase={state.plan.confirm} field={state.phrase} width={width} isFocused={isActive} />
    </Box>
  );
}

/** A yes-or-no question, with No in focus. */
export function Ask({ state, width, height }: ScreenProps) {
  const { question } = state;
  if (question === null) return null;
  return (
    <Box flexDirection="column" width={width} height={height}>
      {wrapText(question.text, width).map((line) => (
        <Text key={line} bold>
          {line}
        </Text>
      ))}
      <Text> </Text>
      <ButtonRow labels={[question.no, question.yes]} focus={question.focus} width={width} />
    </Box>
  );
}
