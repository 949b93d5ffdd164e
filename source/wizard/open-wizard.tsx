import { EXIT } from '../errors.ts';
import { visibleText } from '../model/visible-text.ts';
import type { Context } from '../session/context.ts';
import { AgainContext } from './again.ts';
import { drawOnTerminal } from './draw-on-terminal.ts';
import { farewell } from './farewell.ts';
import { keyboardStdin } from './keyboard.ts';
import { LookContext, makeLook } from './look.ts';
import { Opening } from './opening.tsx';
import type { State } from './state.ts';
import { terminalOf } from './wizard-terminal.ts';

/**
 * Opens the wizard on the terminal and resolves with its exit status once the operator has left it. What is worth
 * keeping (runs, files) is then on the normal screen. The screen is there before the store is: a large one takes time.
 * @throws HandoverError where the store cannot be opened
 */
export async function openWizard(context: Context): Promise<number> {
  const { stdin, inline: isInline } = context;
  const stdout = terminalOf(context);
  const look = makeLook(context);
  const size = { columns: stdout.columns, rows: stdout.rows };
  let last: State | null = null;
  let isEntered = false;
  let isLost = false;
  try {
    isLost = await drawOnTerminal(
      { stdin, keyboard: keyboardStdin(stdin), stdout, isInline },
      (leave) => <Opening look={look} width={size.columns} location={context.location} onLeave={leave} />,
      async (drawn) => {
        const { enterStore } = await import('./enter-store.tsx');
        const entered = enterStore(context, size, (state) => {
          last = state;
        });
        const app = await Promise.race([entered, drawn.waitUntilExit().then(() => null)]);
        if (app === null) return;
        isEntered = true;
        drawn.rerender(
          <LookContext.Provider value={look}>
            <AgainContext.Provider value={context.again}>{app}</AgainContext.Provider>
          </LookContext.Provider>,
        );
        await drawn.waitUntilExit();
      },
    );
  } finally {
    const columns = stdout.columns || context.columns;
    for (const line of farewell(last, context.again, columns)) {
      stdout.write(`${visibleText(context.veil.said(line), context)}\n`);
    }
  }
  return isLost || !isEntered ? EXIT.interrupted : exitOf(last);
}

function exitOf(state: State | null): number {
  return state?.exit ?? 0;
}
