import { Box } from 'ink';
import { visibleText, wrapText } from '../../model/visible-text.ts';
import { CONFIRM_BUTTONS } from '../logic/confirm.ts';
import { ButtonRow } from '../parts/button-row.tsx';
import { ConfirmPhrase } from '../parts/confirm-phrase.tsx';
import type { State } from '../state.ts';
import { LinesAbove } from './lines-above.tsx';
import type { ScreenProps } from './screen.ts';

/**
 * What the plan does, in sentences, for the two confirmations: every record that leaves anybody is counted in one. One
 * that has nothing to say is empty.
 */
function planSentences({ plan, resumed, mode, world }: State): string[] {
  if (plan === null) return [];
  const { pairs, totals, warnings } = plan;
  const [first] = pairs;
  const isOne = pairs.length === 1 && first !== undefined;
  const source = isOne ? first.source.name : 'the sources';
  const target = isOne ? first.target.name : 'the targets';
  const records = (count: number) => `${count} ${count === 1 ? 'record' : 'records'}`;
  const who = isOne
    ? `What you chose moves FROM ${source} (${first.source.id}) INTO ${target} (${first.target.id}).`
    : `${pairs.length} pairs run, one after the other. Each target is kept.`;
  const goesOn =
    mode === 'resume' && resumed !== null
      ? `The run ${resumed.id} goes on: ${resumed.counts.pairs - pairs.length} of its ${resumed.counts.pairs} pairs are settled. `
      : '';
  const verb = (count: number, word: string) => (count === 1 ? `${word}s` : word);
  const moved = totals.combined + totals.summed;
  const staying = totals.notMoved + totals.skipped;
  const twice =
    totals.deduplicated === 0
      ? ''
      : ` ${records(totals.deduplicated)} that ${target} had already ${verb(totals.deduplicated, 'leave')} ${source}, too.`;
  return [
    goesOn + who,
    `Moved: ${records(moved)} ${verb(moved, 'leave')} ${source} and ${verb(moved, 'belong')} to ${target} afterwards.${twice}`,
    totals.replaced === 0
      ? `Replaced: nothing that ${target} own${isOne ? 's' : ''} goes.`
      : `REPLACED: ${records(totals.replaced)} of ${target} ${totals.replaced === 1 ? 'goes' : 'go'}; those of ${source} take their place.`,
    `Not moved: ${records(staying)} ${verb(staying, 'stay')} with ${source}.`,
    warnings.length === 0 ? '' : `Warnings: ${warnings.length}. They stand in the review, under Warnings.`,
    world.loginWarning === null ? '' : `Warning: ${world.loginWarning}`,
  ];
}

/** Which sentences give way, the first of these first: who gives to whom is said above; what is REPLACED stays. */
const GIVING_WAY = [0, 3, 4, 1, 5];

/** The sentences in lines, as many whole ones as `room` lines hold. */
function planLines(state: State, width: number, room: number): string[] {
  const sentences = planSentences(state).map((sentence) =>
    sentence === '' ? [] : wrapText(visibleText(sentence), width),
  );
  for (const sentence of GIVING_WAY) {
    if (sentences.flat().length <= room) break;
    if (sentence < sentences.length) sentences[sentence] = [];
  }
  return sentences.flat();
}

/** The first confirmation, with Cancel in focus (A28). */
export function Confirm({ state, width, height }: ScreenProps) {
  if (state.plan === null) return null;
  const lines = planLines(state, width, height - 2);
  return (
    <Box flexDirection="column" width={width} height={height}>
      <LinesAbove bold lines={['Run this transfer?']} below={lines.length + 2} height={height} />
      <LinesAbove lines={lines} below={1} height={lines.length + 2} />
      <ButtonRow labels={CONFIRM_BUTTONS} focus={state.confirmFocus} width={width} />
    </Box>
  );
}

/** The second confirmation, typed (A29). */
export function Phrase({ state, width, height, isActive }: ScreenProps) {
  if (state.plan === null) return null;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <LinesAbove lines={planLines(state, width, height - 3)} below={3} height={height} />
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
      <LinesAbove bold lines={wrapText(question.text, width)} below={1} height={height} />
      <ButtonRow labels={[question.no, question.yes]} focus={question.focus} width={width} />
    </Box>
  );
}
