import { readdir, watch } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { PLAY_SCRIPT } from '../../source/wizard/play/play-script.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { openTerminal, type Terminal } from '../helpers/terminal.ts';

interface Options {
  args?: readonly string[];
  env?: Record<string, string>;
  cols?: number;
  rows?: number;
}

/** `demo --play` in an empty folder, which is also where its temporary files go. */
async function openPlay({ args = [], env = {}, ...size }: Options = {}): Promise<{ terminal: Terminal; cwd: string }> {
  const cwd = await tempFolder();
  const environment = { TMPDIR: cwd, HANDOVER_STORE: 'own', ...env };
  return { terminal: openTerminal({ args: ['demo', '--play', ...args], cwd, env: environment, ...size }), cwd };
}

/** The caption of the scene that is played, as one line; '' before the first. */
function captionOf(screen: string[]): string {
  const rule = screen.findLastIndex((line) => /^[─-] Demonstration/.test(line));
  return screen
    .slice(rule + 1, rule + 3)
    .join(' ')
    .trim();
}

/** Resolves once nothing is left in `folder`. */
async function watchUntilEmpty(folder: string): Promise<void> {
  for await (const _change of watch(folder, { signal: AbortSignal.timeout(30_000) })) {
    if ((await readdir(folder)).length === 0) return;
  }
}

const shows = (scene: number) => (screen: string[]) => captionOf(screen) === PLAY_SCRIPT[scene]?.caption;

test('it walks through a transfer and its undo by itself, tells each step, and leaves nothing but how to try it', async () => {
  const { terminal, cwd } = await openPlay({ args: ['--speed', '20'] });
  const seen = new Set<string>();
  const told = terminal.waitFor((screen) => {
    seen.add(captionOf(screen));
    return shows(PLAY_SCRIPT.length - 1)(screen) && screen.some((line) => line.includes('✓ Undone'));
  });
  await told;
  expect((await terminal.exited).exitCode).toBe(0);
  expect(PLAY_SCRIPT.map(({ caption }) => caption).filter((caption) => !seen.has(caption))).toEqual([]);
  const left = terminal.normalScreenText();
  expect(left).toContain('That was a demonstration');
  expect(left).toContain('handover demo --store ./demo');
  expect(left).not.toContain('handover-play-');
  expect(await readdir(cwd)).toEqual([]);
});

test('it can be held, taken on scene by scene, and left; its store is gone then', async () => {
  const { terminal, cwd } = await openPlay();
  await terminal.waitFor(shows(0));
  terminal.press('space');
  await terminal.waitFor('Demonstration, held');
  for (const [scene] of PLAY_SCRIPT.entries()) {
    if (scene > 5) break;
    await terminal.waitFor(shows(scene));
    terminal.press('right');
  }
  await terminal.waitFor(shows(6));
  expect(terminal.screen().join('\n')).toContain('Space go on');
  terminal.press('q');
  expect((await terminal.exited).exitCode).toBe(0);
  expect(terminal.normalScreenText()).toContain('That was a demonstration');
  expect(terminal.cursorVisible).toBe(true);
  expect(await readdir(cwd)).toEqual([]);
});

test('Ctrl+C ends it at once', async () => {
  const { terminal, cwd } = await openPlay();
  await terminal.waitFor(shows(0));
  terminal.press('ctrl+c');
  expect((await terminal.exited).exitCode).toBe(130);
  expect(await readdir(cwd)).toEqual([]);
});

test('Ctrl+C ends it while it opens', async () => {
  // That screen may be gone before anybody looks: then the key came later, and it is tried again.
  let isMet = false;
  for (let attempt = 0; attempt < 10 && !isMet; attempt += 1) {
    const { terminal, cwd } = await openPlay();
    const screen = await terminal.waitFor((rows) => rows.some((row) => row.trim() !== ''));
    isMet = screen.some((row) => row.includes('opening'));
    terminal.press('ctrl+c');
    expect((await terminal.exited).exitCode).toBe(130);
    expect(await readdir(cwd)).toEqual([]);
  }
  expect(isMet).toBe(true);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)('%s ends it, and its store is gone', async (signal) => {
  const { terminal, cwd } = await openPlay();
  await terminal.waitFor(shows(0));
  process.kill(terminal.pid, signal);
  await terminal.exited;
  expect(await readdir(cwd)).toEqual([]);
});

test('when the terminal is gone, so is the play with its store', async () => {
  const { terminal, cwd } = await openPlay();
  await terminal.waitFor(shows(0));
  const watched = watchUntilEmpty(cwd);
  terminal.hangUp();
  await watched;
});

test('--inline and --ascii: it stands under what was there, every byte of it ASCII, on a small terminal', async () => {
  const { terminal } = await openPlay({
    args: ['--inline', '--ascii', '--speed', '50'],
    cols: 60,
    rows: 19,
  });
  expect((await terminal.exited).exitCode).toBe(0);
  expect([...terminal.output()].filter((byte) => byte > 0x7e)).toEqual([]);
  const left = terminal.normalScreenText();
  expect(left).toContain('+ Undone');
  expect(left).toContain('Try it');
});

test('a window that becomes too small holds it until it is larger again', async () => {
  const { terminal } = await openPlay({ args: ['--speed', '30'] });
  await terminal.waitFor(shows(1));
  terminal.resize(50, 10);
  await terminal.waitFor('This window is');
  terminal.resize(100, 30);
  await terminal.waitFor(shows(PLAY_SCRIPT.length - 1));
  expect((await terminal.exited).exitCode).toBe(0);
});

test('where nothing can be drawn, or for somebody who listens, it says what can be done instead', async () => {
  for (const [args, env] of [
    [['--accessible'], {}],
    [[], { TERM: 'dumb' }],
  ] as const) {
    const { terminal, cwd } = await openPlay({ args, env });
    expect((await terminal.exited).exitCode).toBe(2);
    expect(terminal.normalScreenText().replace(/\s+/g, ' ')).toContain('handover --store ./demo --accessible');
    expect(await readdir(cwd)).toEqual([]);
  }
});
