import { type Instance, render } from 'ink';
import type { ReactNode } from 'react';

/** Redraws a second at the most: a key is never answered later than the eye notices. */
const FRAMES = 60;

export interface DrawnOn {
  /** The terminal's own input, which tells that it is gone. */
  stdin: NodeJS.ReadStream;
  /** What keys come from: `stdin`, cut into keys. */
  keyboard: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  /** Leave what is on the screen where it is. */
  isInline: boolean;
}

/**
 * Draws `first`, then does `act` with what is drawn, and gives the terminal back as it was, whatever happens.
 * @param first what is shown at once; `leave` takes it down
 * @returns whether the terminal was lost
 * @throws what nobody caught meanwhile, in a key, a timer or by a signal
 */
export async function drawOnTerminal(
  { stdin, keyboard, stdout, isInline }: DrawnOn,
  first: (leave: () => void) => ReactNode,
  act: (drawn: Instance) => Promise<void>,
): Promise<boolean> {
  // Ink asks for it only behind the first frame, and until then the terminal would write over it what is typed.
  keyboard.setRawMode(true);
  const drawn = render(
    first(() => drawn.unmount()),
    {
      stdin: keyboard,
      stdout,
      exitOnCtrlC: false,
      patchConsole: false,
      interactive: true,
      alternateScreen: !isInline,
      incrementalRendering: true,
      maxFps: FRAMES,
    },
  );
  // What goes wrong within a key or a timer must not leave the terminal as the wizard had it.
  let crashed: { error: Error } | null = null;
  const crash = (error: Error) => {
    crashed = { error };
    drawn.unmount();
  };
  process.once('uncaughtException', crash);
  // A terminal can go without SIGHUP: that of a container, or of a wizard in a session of its own.
  let isLost = false;
  const lose = () => {
    isLost = true;
    drawn.unmount();
  };
  stdin.once('end', lose);
  try {
    await drawn.waitUntilRenderFlush();
    await act(drawn);
  } finally {
    process.off('uncaughtException', crash);
    stdin.off('end', lose);
    drawn.unmount();
  }
  // Ink forgets what it is taken down for.
  throwIf(crashed);
  return isLost;
}

function throwIf(crashed: { error: Error } | null): void {
  if (crashed !== null) throw crashed.error;
}
