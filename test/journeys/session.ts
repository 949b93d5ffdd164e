import { openFromShell, openTerminal, type Terminal } from '../helpers/terminal.ts';

interface Options {
  /** Where the store is, in the folder `store`. */
  folder: string;
  args?: readonly string[];
  env?: Record<string, string | undefined>;
  cols?: number;
  rows?: number;
  /** Start it from a shell that tells afterwards how the terminal was left. */
  fromShell?: boolean;
}

/** The wizard on the store of `folder`, opened there and come to its first screen. */
export async function openWizard({ folder, env = {}, fromShell = false, ...options }: Options): Promise<Terminal> {
  const open = fromShell ? openFromShell : openTerminal;
  const terminal = open({ ...options, cwd: folder, env: { HANDOVER_STORE: 'store', ...env } });
  await terminal.waitFor(/^. Single {2}/m);
  return terminal;
}

/** Chooses the item of the menu on screen that begins with `label`, wherever the cursor is. */
export async function choose(terminal: Terminal, label: string): Promise<void> {
  await terminal.waitFor((screen) => screen.some((line) => line.slice(2).startsWith(label)));
  const screen = terminal.screen();
  const wanted = screen.findIndex((line) => line.slice(2).startsWith(label));
  const cursor = screen.findIndex((line) => /^[❯>] /.test(line));
  const keys = Array<string>(Math.abs(wanted - cursor)).fill(wanted > cursor ? 'down' : 'up');
  terminal.press(...keys);
  await terminal.waitFor((now) => /^[❯>] /.test(now[wanted] ?? ''));
  terminal.press('enter');
}

/** Searches the picker on screen for `text`, and picks once the cursor is on `name`. */
export async function pick(terminal: Terminal, text: string, name: string): Promise<void> {
  terminal.type(text);
  await terminal.waitFor((screen) => screen.some((line) => /^[❯>] /.test(line) && line.includes(name)));
  terminal.press('enter');
}

/** From the first screen to the types of a single transfer, John Smith (19) into Jenny Andrews (21). */
export async function chooseJohnAndJenny(terminal: Terminal): Promise<void> {
  await choose(terminal, 'Single');
  await terminal.waitFor('Target user');
  await pick(terminal, 'jenny andrews', 'Jenny Andrews');
  await terminal.waitFor('2/8: Source user');
  terminal.press('tab');
  await terminal.waitFor('[x] Show inactive users');
  await pick(terminal, 'john smith', 'John Smith');
  await terminal.waitFor('3/8: What is carried');
}

/** From the first screen to the direction step, with the file of this path; or to `expected` where that is left out. */
export async function upload(terminal: Terminal, path: string, expected = 'Which one do you mean?'): Promise<void> {
  await choose(terminal, 'Bulk');
  await choose(terminal, 'Upload');
  await terminal.waitFor('Choose the edited file');
  terminal.type(path);
  await terminal.waitFor((screen) => screen.some((line) => line.startsWith('Path:') && line.includes(path)));
  terminal.press('enter');
  await terminal.waitFor(expected);
}

/** From the types, through review and both confirmations, with `phrase` typed; the run is under way then. */
export async function runFromTypes(terminal: Terminal, phrase: string): Promise<void> {
  terminal.press('enter');
  await confirm(terminal, phrase);
}

/** From the review on, once its plan is there, by way of this button. */
export async function confirm(terminal: Terminal, phrase: string, button = 'Run Transfer'): Promise<void> {
  await terminal.waitFor('[By type');
  terminal.press('enter');
  await terminal.waitFor('[ Cancel ]');
  terminal.press('right');
  await terminal.waitFor(`[ ${button} ]`);
  terminal.press('enter');
  await terminal.waitFor(/Type\s+.*to confirm/);
  terminal.type(phrase);
  await terminal.waitFor((screen) => screen.some((line) => /^[❯>] /.test(line) && line.includes(phrase)));
  terminal.press('enter');
}

/** Leaves by the two-step quit, from a place where text is typed or any other, and gives the exit status. */
export async function quit(terminal: Terminal): Promise<number> {
  terminal.press('ctrl+c');
  await terminal.waitFor('Quit? Press');
  terminal.press('q');
  return (await terminal.exited).exitCode;
}

/** What stands left on the normal screen, its lines joined where they wrapped. */
export function farewellOf(terminal: Terminal): string {
  return terminal.normalScreenText().replace(/\s+/g, ' ');
}
