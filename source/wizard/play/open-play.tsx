import { Box } from 'ink';
import { EXIT, HandoverError } from '../../errors.ts';
import { foldLine } from '../../model/fold-line.ts';
import type { Context } from '../../session/context.ts';
import { AgainContext } from '../again.ts';
import { drawOnTerminal } from '../draw-on-terminal.ts';
import { enterStore } from '../enter-store.tsx';
import { keyboardStdin } from '../keyboard.ts';
import { LookContext, makeLook } from '../look.ts';
import { Opening } from '../opening.tsx';
import type { State } from '../state.ts';
import { terminalOf } from '../wizard-terminal.ts';
import { PLAY_LINES, PlayCaption } from './play-caption.tsx';
import { PlayControls } from './play-controls.ts';
import { playScenes } from './play-scenes.ts';
import { PLAY_SCRIPT } from './play-script.ts';
import { withPlayStore } from './play-store.ts';
import { ScriptedInput } from './scripted-input.ts';
import { listenToSpectator } from './spectator-keys.ts';
import { StateWatch } from './state-watch.ts';

/** What stays on the normal screen. */
const AFTERWARDS = [
  'That was a demonstration, on a store of its own that is gone again. Try it yourself:',
  '  handover demo --store ./demo',
  '  handover --store ./demo',
];

/** With nobody to hear them they would end the process, and the store of the play would stay. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/**
 * Plays the script on a demonstration store of its own, in the wizard itself: keys take the way of the keyboard.
 * Resolves with the exit status once it is over or was left.
 * @param speed how many times as fast as is read with ease
 * @throws HandoverError `no-terminal`, and what the making of a store throws
 */
export async function openPlay(context: Context, speed: number): Promise<number> {
  refuseWithoutScreen(context);
  const controls = new PlayControls(context.wait, speed);
  const end = () => controls.leave(true);
  // Heard once only, Ink would find itself alone with the signal, and end the process.
  for (const signal of SIGNALS) process.on(signal, end);
  context.interrupt.addEventListener('abort', end);
  const isLost = await withPlayStore(context, (playContext) => play(playContext, controls));
  for (const signal of SIGNALS) process.off(signal, end);
  const stdout = terminalOf(context);
  const columns = stdout.columns || context.columns;
  for (const line of AFTERWARDS.flatMap((each) => foldLine(each, columns))) stdout.write(`${line}\n`);
  return isLost || controls.isInterrupted ? EXIT.interrupted : EXIT.done;
}

async function play(context: Context, controls: PlayControls): Promise<boolean> {
  const { stdin, inline: isInline } = context;
  const stdout = terminalOf(context);
  const size = { columns: stdout.columns, rows: stdout.rows };
  const look = makeLook(context);
  const input = new ScriptedInput(stdin);
  const states = new StateWatch();
  return drawOnTerminal(
    { stdin, keyboard: keyboardStdin(input), stdout, isInline },
    () => <Opening look={look} width={size.columns} location={context.location} onLeave={() => controls.leave(true)} />,
    async (drawn) => {
      const deafen = listenToSpectator(stdin, controls, () => input.send('\f'));
      try {
        const app = await enterStore(context, size, states.tell, PLAY_LINES);
        drawn.rerender(
          <LookContext.Provider value={look}>
            <AgainContext.Provider value="">
              <Box flexDirection="column">
                {app}
                <PlayCaption controls={controls} />
              </Box>
            </AgainContext.Provider>
          </LookContext.Provider>,
        );
        const reached = async (isThere: (state: State) => boolean) => {
          await states.reached(isThere, controls.left);
          await drawn.waitUntilRenderFlush();
        };
        const gone = drawn.waitUntilExit().then(() => controls.leave(true));
        await Promise.race([gone, playScenes(PLAY_SCRIPT, { reached, send: (bytes) => input.send(bytes) }, controls)]);
        controls.leave(false);
      } finally {
        deafen();
      }
    },
  );
}

/** A play is looked at: it needs a screen to draw on. */
function refuseWithoutScreen({ isTerminal, isAccessible }: Context): void {
  if (isTerminal && !isAccessible) return;
  throw new HandoverError(
    'usage',
    'no-terminal',
    isAccessible ? 'A demonstration that is played can only be drawn, not be read out.' : 'There is no terminal here.',
    'Make a demonstration store with "handover demo --store ./demo", and try it: handover --store ./demo --accessible',
  );
}
