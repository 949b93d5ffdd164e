import { EXIT, HandoverError } from '../../errors.ts';
import type { Context } from '../../session/context.ts';
import { openSession } from '../../session/open-session.ts';
import { describeWorld } from '../describe-world.ts';
import { farewell } from '../farewell.ts';
import { initialState } from '../initial-state.ts';
import { openingText } from '../opening-text.ts';
import type { State } from '../state.ts';
import type { Desk } from '../tasks/desk.ts';
import { Bell } from './bell.ts';
import { Conversation } from './conversation.ts';
import { LineSource } from './line-source.ts';
import { PipedRun } from './piped-run.ts';
import { Speaker } from './speaker.ts';
import { spokenText } from './spoken-text.ts';

/** The wizard reckons with a window though none is drawn: its pages are those of a common one. */
const SIZE = { columns: 80, rows: 24 };

/**
 * Opens the wizard as numbered questions, for screen readers, braille lines and terminals that cannot move their cursor:
 * lines in, lines out, nothing drawn. Resolves with its exit status once it has been left; what is worth keeping (runs,
 * files) was said last.
 * @throws HandoverError where the store cannot be opened, or `no-input` where nothing can be read
 */
export async function openAccessible(context: Context): Promise<number> {
  const bell = new Bell();
  const speaker = new Speaker(context);
  const { desk, first } = await enterStore(context, speaker);
  const source = new LineSource(context.stdin, bell.ring);
  const piped = new PipedRun(context.stdin, source);
  const conversation = new Conversation(first, desk, { speaker, source, bell, piped });
  process.on('SIGINT', conversation.interrupt);
  try {
    await conversation.hold();
  } finally {
    process.off('SIGINT', conversation.interrupt);
    source.close();
  }
  const { state } = conversation;
  if (state.exit === null && !source.hasSpoken && !context.stdin.isTTY) throw noInput();
  const status = state.exit ?? piped.exitStatus(state);
  if (status === null) speaker.say([INPUT_ENDED]);
  speaker.say(farewell(state, context.again, Number.MAX_SAFE_INTEGER));
  return status ?? EXIT.interrupted;
}

/** Said where the last line was taken and no run is to be followed: a pipe that was too short, or Ctrl+D. */
const INPUT_ENDED = 'There is no further answer to read, so this ends here; of what was asked last, nothing was done.';

/** Opens the store and reads what the wizard is to know of it; where that takes long, it is told. */
async function enterStore(context: Context, speaker: Speaker): Promise<{ desk: Desk; first: State }> {
  const opened = new AbortController();
  const telling = context.wait(LONG, opened.signal).then(() => {
    if (!opened.signal.aborted) speaker.say([spokenText(openingText(context.location))]);
  });
  try {
    const session = await openSession(context);
    return { desk: { context, session }, first: initialState(await describeWorld(context, session), SIZE) };
  } finally {
    opened.abort();
    await telling;
  }
}

/** Milliseconds after which the opening of the store is told of. */
const LONG = 1000;

function noInput(): HandoverError {
  return new HandoverError(
    'usage',
    'no-input',
    'The questions were asked, and nothing can be read that would answer them.',
    'Open it at a terminal, or hand the answers over a pipe, a line each.',
  );
}
