import { Box, Text } from 'ink';
import type { ComponentType, Dispatch } from 'react';
import { fitText } from '../model/visible-text.ts';
import { bindingsAt } from './keys.ts';
import { bodySize, isTooSmall, LEAST } from './layout.ts';
import { useLook } from './look.ts';
import { fitOptions } from './parts/fit-cells.ts';
import { Header } from './parts/header.tsx';
import { KeyHints } from './parts/key-hints.tsx';
import { RuleLine } from './parts/rule-line.tsx';
import { Export, GoToRow, SaveMended } from './screens/ask-text.tsx';
import { Bulk } from './screens/bulk.tsx';
import { ChooseFile } from './screens/choose-file.tsx';
import { Ask, Confirm, Phrase } from './screens/confirm.tsx';
import { Detail } from './screens/detail.tsx';
import { Direction } from './screens/direction.tsx';
import { Help } from './screens/help.tsx';
import { History } from './screens/history.tsx';
import { Home } from './screens/home.tsx';
import { Mend, RowsPerPage } from './screens/mend.tsx';
import { PickMendPerson, PickSource, PickTarget } from './screens/pick-person.tsx';
import { Preview } from './screens/preview.tsx';
import { Result } from './screens/result.tsx';
import { Review } from './screens/review.tsx';
import { RunProgress } from './screens/run.tsx';
import type { ScreenProps } from './screens/screen.ts';
import { Types } from './screens/types.tsx';
import { directionSentence } from './sentence.ts';
import { type OverlayId, placeBeneath, placeNow, type State, stepNow } from './state.ts';
import { placeOf, type StepId, stepOf } from './steps.ts';
import type { Action } from './task.ts';
import { taskLabel } from './task-label.ts';

const SCREENS: Record<StepId | OverlayId, ComponentType<ScreenProps>> = {
  home: Home,
  target: PickTarget,
  source: PickSource,
  bulk: Bulk,
  file: ChooseFile,
  direction: Direction,
  preview: Preview,
  types: Types,
  review: Review,
  confirm: Confirm,
  phrase: Phrase,
  run: RunProgress,
  result: Result,
  export: Export,
  history: History,
  ask: Ask,
  detail: Detail,
  mend: Mend,
  'mend-person': PickMendPerson,
  'rows-per-page': RowsPerPage,
  'go-to-row': GoToRow,
  'save-mended': SaveMended,
};

/** The whole screen: header, the sentence, the step or what lies over it, what is said, the keys. A view of the state. */
export function Wizard({ state, dispatch }: { state: State; dispatch: Dispatch<Action> }) {
  const look = useLook();
  const { columns: width } = state.size;
  if (isTooSmall(state)) return <TooSmall state={state} />;
  const { height } = bodySize(state);
  const place = placeBeneath(state);
  const Screen = state.cover === 'help' ? Help : SCREENS[place];
  return (
    <Box flexDirection="column" width={width}>
      <Header left={headerLeft(state)} right={headerRight(state)} width={width} />
      <RuleLine width={width} />
      <Text bold color={look.colours.accent}>
        {fitText(directionSentence(state), width, fitOptions(look))}
      </Text>
      <Text> </Text>
      <Box height={height} width={width} overflow="hidden">
        <Screen
          key={place}
          state={state}
          width={width}
          height={height}
          isActive={state.cover === null && state.task?.job.kind !== 'start-run'}
          dispatch={dispatch}
        />
      </Box>
      <RuleLine width={width} />
      <NoticeLine state={state} />
      <KeyHints
        hints={bindingsAt(placeNow(state)).map(({ called, label }) => ({ key: called, label }))}
        width={width}
      />
    </Box>
  );
}

function headerLeft(state: State): string {
  const step = stepOf(stepNow(state));
  const place = placeOf(state, step.id);
  const mode = { single: 'Single', bulk: 'Bulk', retry: 'Retry' }[state.mode ?? 'single'];
  const way = state.mode === null || place === null ? '' : `${mode} transfer, step ${place.number} of ${place.of}: `;
  return `handover  ${way}${step.title}`;
}

function headerRight({ world }: State): string {
  return `${world.storeName}  ${world.operator.login}  ${world.isReadOnly ? 'READ-ONLY' : 'LIVE'}`;
}

/** One line: the question how to quit, what is being done, or what was said last. */
function NoticeLine({ state }: { state: State }) {
  const look = useLook();
  const { columns: width } = state.size;
  const { symbols, colours } = look;
  const line = (text: string, color?: string) => (
    <Text bold {...(color === undefined ? {} : { color })}>
      {fitText(text, width, fitOptions(look))}
    </Text>
  );
  if (state.cover === 'quit') {
    const running = state.run?.state === 'running' ? ' The run goes on without you.' : '';
    return line(`Quit? Press q or Ctrl+C once more; Esc stays.${running}`, colours.warn);
  }
  if (state.task !== null) return line(taskLabel(state.task.job), colours.accent);
  if (state.notice === null) return <Text> </Text>;
  const { tone, text } = state.notice;
  if (tone === 'info') return line(text);
  return tone === 'good'
    ? line(`${symbols.check} ${text}`, colours.good)
    : line(`${symbols.warning} ${text}`, colours.bad);
}

/** A plain sentence where no screen fits; the wizard waits behind it. */
function TooSmall({ state }: { state: State }) {
  const { columns, rows } = state.size;
  const quitting = state.cover === 'quit' ? ' Press q or Ctrl+C once more to quit.' : '';
  return (
    <Text wrap="wrap">
      {`This window is ${columns}×${rows}; handover needs ${LEAST.columns}×${LEAST.rows}. Make it larger: nothing is lost.${quitting}`}
    </Text>
  );
}
