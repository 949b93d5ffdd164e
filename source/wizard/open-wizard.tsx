import { homedir } from 'node:os';
import { render } from 'ink';
import type { Context } from '../commands/command.ts';
import { openSession, type Session } from '../commands/open-session.ts';
import { makePeopleSearch } from '../people/search-people.ts';
import { App } from './app.tsx';
import { keyboardStdin } from './keyboard.ts';
import { LookContext, makeLook } from './look.ts';
import { initialState, type State, type World } from './state.ts';

/** Redraws a second at the most: what a slow line can carry. */
const FRAMES = 10;

/**
 * Opens the wizard on the terminal and resolves with its exit status once the operator has left it. What is worth
 * keeping (runs, files) is then on the normal screen.
 * @throws HandoverError where the store cannot be opened
 */
export async function openWizard(context: Context): Promise<number> {
  const { stdin, stdout } = context;
  const session = await openSession(context);
  const world = await describeWorld(context, session);
  const first = initialState(world, { columns: stdout.columns, rows: stdout.rows });
  let last = first;
  const look = makeLook({ ascii: context.ascii, colour: context.colour });
  const instance = render(
    <LookContext.Provider value={look}>
      <App desk={{ context, session }} first={first} onState={(state) => (last = state)} />
    </LookContext.Provider>,
    {
      stdin: keyboardStdin(stdin),
      stdout,
      exitOnCtrlC: false,
      patchConsole: false,
      interactive: true,
      alternateScreen: !context.inline,
      incrementalRendering: true,
      maxFps: FRAMES,
    },
  );
  try {
    await instance.waitUntilExit();
  } finally {
    for (const line of farewell(last)) stdout.write(`${line}\n`);
  }
  return last.exit ?? 0;
}

async function describeWorld(context: Context, { store, info, catalogue, operator, view }: Session): Promise<World> {
  const [users, donePairs, runs, holder] = await Promise.all([
    store.users(),
    store.donePairs(),
    store.runs(),
    store.holder(),
  ]);
  return {
    location: info.location,
    storeName: info.name,
    operator,
    isGuest: context.as === null && operator.login !== context.login,
    view,
    isReadOnly: context.isReadOnly,
    catalogue,
    users,
    byId: new Map(users.map((user) => [user.id, user])),
    search: makePeopleSearch(users),
    donePairs,
    runs,
    holder,
    cwd: context.cwd,
    home: homedir(),
  };
}

function farewell({ summary, run }: State): string[] {
  if (run?.state !== 'running') return [...summary];
  const { pairs, done, failed } = run.counts;
  return [
    ...summary,
    `The run ${run.id} goes on: ${done + failed} of ${pairs} pairs so far.`,
    `Come back to it: handover watch ${run.id}`,
  ];
}
