import { Box, Text } from 'ink';
import type { ComponentType, Dispatch } from 'react';
import stringWidth from 'string-width';
import { LEAST_WINDOW } from '../model/least-window.ts';
import { fitText, wrapText } from '../model/visible-text.ts';
import { useNamedCommands } from './again.ts';
import { cutText } from './cut-text.ts';
import { isUseful } from './is-useful.ts';
import { bindingsNow, type Hint, hintsAt } from './keys.ts';
import { bodySize, isTooSmall, NOTICE_LINES } from './layout.ts';
import { type Look, useLook } from './look.ts';
import { fitOptions } from './parts/fit-cells.ts';
import { Header } from './parts/header.tsx';
import { fitHints, KeyHints } from './parts/key-hints.tsx';
import { RuleLine } from './parts/rule-line.tsx';
import { SignedText } from './parts/signed-text.tsx';
import { quitWarning } from './quit-warning.ts';
import { Export, GoToRow, SaveMended } from './screens/ask-text.tsx';
import { Bulk } from './screens/bulk.tsx';
import { ChooseFile } from './screens/choose-file.tsx';
import { Ask, Confirm, Phrase } from './screens/confirm.tsx';
import { Conflicts } from './screens/conflicts.tsx';
import { Courses } from './screens/courses.tsx';
import { cutLines } from './screens/cut-lines.ts';
import { DeletionPhrase, DeletionReview } from './screens/deletion.tsx';
import { Detail } from './screens/detail.tsx';
import { Direction } from './screens/direction.tsx';
import { Duplicates } from './screens/duplicates.tsx';
import { EmptiedAccounts } from './screens/emptied.tsx';
import { EmptiedMenu } from './screens/emptied-menu.tsx';
import { Fields } from './screens/fields.tsx';
import { Help } from './screens/help.tsx';
import { History } from './screens/history.tsx';
import { Home } from './screens/home.tsx';
import { IMPORT_SCREENS } from './screens/import-screens.tsx';
import { Mend, RowsPerPage } from './screens/mend.tsx';
import { MergeWay } from './screens/merge-way.tsx';
import { PairDetail } from './screens/pair-detail.tsx';
import { PickMendPerson, PickSource, PickTarget } from './screens/pick-person.tsx';
import { Policy } from './screens/policy.tsx';
import { Preview } from './screens/preview.tsx';
import { Profiles } from './screens/profiles.tsx';
import { Records } from './screens/records.tsx';
import { Result } from './screens/result.tsx';
import { Review } from './screens/review.tsx';
import { RunProgress } from './screens/run.tsx';
import { RunPairs } from './screens/run-pairs.tsx';
import type { ScreenProps } from './screens/screen.ts';
import { Types } from './screens/types.tsx';
import { UndoReview } from './screens/undo-review.tsx';
import { UndoTypes } from './screens/undo-types.tsx';
import { Why } from './screens/why.tsx';
import { directionSentence } from './sentence.ts';
import { isBusy, type OverlayId, placeBeneath, placeNow, type State } from './state.ts';
import type { StepId } from './steps.ts';
import type { Action } from './task.ts';
import { taskLabel } from './task-label.ts';
import { wayTitle } from './way-title.ts';

const SCREENS: Record<StepId | OverlayId, ComponentType<ScreenProps>> = {
  home: Home,
  target: PickTarget,
  source: PickSource,
  'merge-source': PickSource,
  'merge-target': PickTarget,
  merge: MergeWay,
  duplicates: Duplicates,
  policy: Policy,
  conflicts: Conflicts,
  profiles: Profiles,
  fields: Fields,
  courses: Courses,
  bulk: Bulk,
  file: ChooseFile,
  direction: Direction,
  preview: Preview,
  types: Types,
  review: Review,
  confirm: Confirm,
  'undo-types': UndoTypes,
  'undo-review': UndoReview,
  'undo-confirm': Confirm,
  phrase: Phrase,
  run: RunProgress,
  result: Result,
  pairs: RunPairs,
  export: Export,
  history: History,
  emptied: EmptiedAccounts,
  deletion: DeletionReview,
  'deletion-phrase': DeletionPhrase,
  'emptied-menu': EmptiedMenu,
  ask: Ask,
  detail: Detail,
  why: Why,
  records: Records,
  pair: PairDetail,
  mend: Mend,
  'mend-person': PickMendPerson,
  'rows-per-page': RowsPerPage,
  'go-to-row': GoToRow,
  'save-mended': SaveMended,
  ...IMPORT_SCREENS,
};

interface WizardProps {
  state: State;
  dispatch: Dispatch<Action>;
  /** Lines of the terminal that are left to what stands under it. */
  spare?: number;
}

/** The whole screen: header, the sentence, the step or what lies over it, what is said, the keys. A view of the state. */
export function Wizard({ state, dispatch, spare = 0 }: WizardProps) {
  const look = useLook();
  const { columns: width } = state.size;
  if (isTooSmall(state)) return <TooSmall state={state} spare={spare} />;
  const { height } = bodySize(state);
  const place = placeBeneath(state);
  const hints = hintsFor(state);
  const title = `handover  ${wayTitle(state)}`;
  const Screen = state.cover === 'help' ? Help : SCREENS[place];
  return (
    <Box flexDirection="column" width={width}>
      <Header left={title} right={headerRight(state, title, look)} width={width} />
      <RuleLine width={width} />
      <Text bold color={look.colours.accent}>
        {fitText(directionSentence(state, width, look), width, fitOptions(look))}
      </Text>
      <Box height={height} width={width} overflow="hidden">
        <Screen
          key={place}
          state={state}
          width={width}
          height={height}
          isActive={state.cover === null && !isBusy(state)}
          dispatch={dispatch}
        />
      </Box>
      <RuleLine width={width} />
      <NoticeLines state={state} more={hints.more} />
      <KeyHints hints={hints.last} width={width} />
    </Box>
  );
}

/** For the last line the keys of this place as far as there is room, and always how to get help, back and out; and the rest of them. */
function hintsFor(state: State): { last: Hint[]; more: Hint[] } {
  const place = placeNow(state);
  const { own, common } = hintsAt(place, (binding) => isUseful(state, binding), bindingsNow(state, place));
  const ways = common.filter(({ label }) => ['help', 'back', 'stay', 'quit'].includes(label));
  const room = state.size.columns - ways.reduce((sum, { key, label }) => sum + key.length + label.length + 4, 0);
  const fitting = fitHints(own, room);
  return { last: [...fitting, ...ways], more: own.slice(fitting.length) };
}

const LONGEST_LOGIN = 20;
/** From so many columns on the header says which store it is: on all screens of a window, or on none. */
const WIDE = 110;

/** Who works, and whether for real: always whole; and which store, where all of it and `left` have room. */
function headerRight({ world, size }: State, left: string, look: Look): string {
  const marks = `  ${world.isReadOnly ? 'READ-ONLY' : 'LIVE'}${world.isRedacted ? '  REDACTED' : ''}`;
  // The right half of the line is never cut; what is left of it beside the marks is for the login.
  const room = Math.floor(size.columns / 2) - 1 - marks.length;
  const mode = `${cutText(world.operator.login, Math.min(LONGEST_LOGIN, room), look)}${marks}`;
  const whole = `${world.storeName}  ${mode}`;
  return size.columns >= WIDE && stringWidth(`${left}  ${whole}`) <= size.columns ? whole : mode;
}

/** The question how to quit, what is being done, or what was said last, whose rest the help has; below it, where a line is free, `more` keys. */
function NoticeLines({ state, more }: { state: State; more: readonly Hint[] }) {
  const look = useLook();
  const complete = useNamedCommands();
  const { columns: width } = state.size;
  const { text, sign, color } = noticeOf(state, look);
  const said = cutLines(wrapText(complete(text), width, look), NOTICE_LINES, width, look, '?');
  const hasRoom = said.length < NOTICE_LINES && more.length > 0;
  const lines = [...said, '', ''].slice(0, hasRoom ? NOTICE_LINES - 1 : NOTICE_LINES);
  return (
    <Box flexDirection="column" height={NOTICE_LINES}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own
        <SignedText key={index} text={fitText(line, width, fitOptions(look))} sign={sign} color={color} bold />
      ))}
      {hasRoom ? <KeyHints hints={more} width={width} /> : null}
    </Box>
  );
}

function noticeOf(state: State, { symbols, colours }: Look): { text: string; sign: string; color: string } {
  const { notice, task } = state;
  const said = (sign: string, color: string, text: string) => ({
    text: sign === '' ? text : `${sign} ${text}`,
    sign,
    color,
  });
  if (state.cover === 'quit') {
    return said(symbols.warning, colours.warn, `Quit? Press q, Enter or Ctrl+C; Esc stays.${quitWarning(state)}`);
  }
  if (task !== null) return said('', colours.accent, taskLabel(task.job, state.progress, state.stopWanted === task.id));
  if (notice === null || notice.tone === 'info') return said('', colours.accent, notice?.text ?? '');
  return notice.tone === 'good'
    ? said(symbols.check, colours.good, notice.text)
    : said(symbols.warning, colours.bad, notice.text);
}

/** A plain sentence where no screen fits; the wizard waits behind it. */
function TooSmall({ state, spare }: { state: State; spare: number }) {
  const { columns, rows } = state.size;
  const [present, least] = [rows, LEAST_WINDOW.rows].map((lines) => lines + spare);
  const what = spare === 0 ? 'handover' : 'the demonstration';
  const quitting = state.cover === 'quit' ? ' Press q, Enter or Ctrl+C to quit.' : '';
  return (
    <Text wrap="wrap">
      {`This window is ${columns}×${present}; ${what} needs ${LEAST_WINDOW.columns}×${least}. Make it larger: nothing is lost.${quitting}`}
    </Text>
  );
}
