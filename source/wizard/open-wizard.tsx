import { render } from 'ink';
import { EXIT } from '../errors.ts';
import type { Context } from '../session/context.ts';
import { AgainContext } from './again.ts';
import { asciiTerminal } from './ascii-terminal.ts';
import { farewell } from './farewell.ts';
import { keyboardStdin } from './keyboard.ts';
import { LookContext, makeLook } from './look.ts';
import { Opening } from './opening.tsx';
import type { State } from './state.ts';

/** Redraws a second at the most: a key is never answered later than the eye notices. Runs report ten times a second. */
const FRAMES = 60;

/**
 * Opens the wizard on the terminal and resolves with its exit status once the operator has left it. What is worth
 * keeping (runs, files) is then on the normal screen. The screen is there before the store is: a large one takes time.
 * @throws HandoverError where the store cannot be opened
 */
export async function openWizard(context: Context): Promise<number> {
  const { stdin } = context;
  const stdout = context.ascii ? asciiTerminal(context.stdout) : context.stdout;
  const look = makeLook({ ascii: context.ascii, colour: context.colour });
  const size = { columns: stdout.columns, rows: stdout.rows };
  const leave = () => instance.unmount();
  const instance = render(<Opening look={look} width={size.columns} location={context.location} onLeave={leave} />, {
    stdin: keyboardStdin(stdin),
    stdout,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    alternateScreen: !context.inline,
    incrementalRendering: true,
    maxFps: FRAMES,
  });
  // What goes wrong within a key or a timer must not leave the terminal as the wizard had it.
  const crash = (error: Error) => instance.unmount(error);
  process.once('uncaughtException', crash);
  // A terminal can go without SIGHUP: that of a container, or of a wizard in a session of its own.
  let isLost = false;
  const lose = () => {
    isLost = true;
    instance.unmount();
  };
  stdin.once('end', lose);
  let last: State | null = null;
  try {
    await instance.waitUntilRenderFlush();
    const { enterStore } = await import('./enter-store.tsx');
    const entered = enterStore(context, size, (state) => {
      last = state;
    });
    const app = await Promise.race([entered, instance.waitUntilExit().then(() => null)]);
    if (app === null) return EXIT.interrupted;
    instance.rerender(
      <LookContext.Provider value={look}>
        <AgainContext.Provider value={context.again}>{app}</AgainContext.Provider>
      </LookContext.Provider>,
    );
    await instance.waitUntilExit();
  } finally {
    process.off('uncaughtException', crash);
    stdin.off('end', lose);
    instance.unmount();
    const columns = stdout.columns || context.columns;
    for (const line of farewell(last, context.again, columns)) stdout.write(`${line}\n`);
  }
  return isLost ? EXIT.interrupted : exitOf(last);
}

function exitOf(state: State | null): number {
  return state?.exit ?? 0;
}
