import { useApp, useInput, usePaste, useStdout, useWindowSize } from 'ink';
import { type Dispatch, useEffect, useReducer } from 'react';
import { nameKey, pasteKey } from './keyboard.ts';
import type { State } from './state.ts';
import { stepNow } from './state.ts';
import type { Action } from './task.ts';
import type { Desk } from './tasks/desk.ts';
import { followRunEvents } from './tasks/follow-run-events.ts';
import { followStore } from './tasks/follow-store.ts';
import { runTask } from './tasks/run-task.ts';
import { update } from './update.ts';
import { Wizard } from './wizard.tsx';

/** Puts the cursor at the top and empties the screen; whatever is written so, Ink draws its frame again after it. */
const CLEAR = '\u001B[H\u001B[J';

interface AppProps {
  desk: Desk;
  first: State;
  /** Told of every state, the last one before the end included. */
  onState: (state: State) => void;
  /** Lines of the terminal that are left to what stands under the wizard. */
  spare?: number;
}

/** Where the pure wizard meets the world: keys and sizes come in, slow work goes out. */
export function App({ desk, first, onState, spare = 0 }: AppProps) {
  const [state, dispatch] = useReducer(update, first);
  const { exit, suspendTerminal, waitUntilRenderFlush } = useApp();
  const { write } = useStdout();
  onState(state);

  const { columns, rows } = useWindowSize();
  useEffect(() => dispatch({ type: 'resized', columns, rows: rows - spare }), [columns, rows, spare]);

  const { size } = state;
  useEffect(() => {
    // Until the state had the new size, lines of the old one were drawn, and broke where the window was made narrower.
    if (size !== first.size && !desk.context.inline) void waitUntilRenderFlush().then(() => write(CLEAR));
  }, [size, first, desk, waitUntilRenderFlush, write]);

  const { task } = state;
  useEffect(() => {
    if (task === null) return;
    const giveUp = new AbortController();
    const { id } = task;
    const tell = (share: number) => {
      if (!giveUp.signal.aborted) dispatch({ type: 'task-progress', id, share });
    };
    void runTask(id, task.job, desk, giveUp.signal, tell).then((action) => {
      if (!giveUp.signal.aborted) dispatch(action);
    });
    return () => giveUp.abort();
  }, [task, desk]);

  const watched = state.run?.state === 'running' ? state.run.id : null;
  useEffect(() => {
    if (watched === null) return;
    const leave = new AbortController();
    void followRunEvents(watched, desk, dispatch, leave.signal);
    return () => leave.abort();
  }, [watched, desk]);

  const isAtDoor = ['home', 'history', 'result', 'pairs'].includes(stepNow(state));
  useEffect(() => {
    if (!isAtDoor) return;
    const leave = new AbortController();
    void followStore(desk, dispatch, leave.signal);
    return () => leave.abort();
  }, [isAtDoor, desk]);

  const { repaints } = state;
  useEffect(() => {
    // To hand the terminal over and take it back at once makes Ink set it up and draw everything anew.
    if (repaints > 0) void suspendTerminal(() => undefined).catch(() => undefined);
  }, [repaints, suspendTerminal]);

  useEffect(() => {
    if (state.exit !== null) exit();
  }, [state.exit, exit]);

  return (
    <>
      <KeyWatch dispatch={dispatch} />
      <Wizard state={state} dispatch={dispatch} spare={spare} />
    </>
  );
}

/**
 * Rendered before the screen, so that it hears each key first: after the menu, the Enter that chose there would count
 * a second time on the screen that the choice has opened.
 */
function KeyWatch({ dispatch }: { dispatch: Dispatch<Action> }) {
  useInput((input, key) => dispatch({ type: 'key', press: nameKey(input, key) }));
  usePaste((text) => dispatch({ type: 'key', press: pasteKey(text) }));
  return null;
}
