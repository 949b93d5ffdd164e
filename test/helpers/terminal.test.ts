import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from './temp-folder.ts';
import { openFromShell, openTerminal, type Terminal } from './terminal.ts';

/** Opens a terminal in which Node runs `script`; `say(text)` writes there as it is. */
function openScript(script: string, options: Parameters<typeof openTerminal>[0] = {}): Terminal {
  const prelude = 'const say = (text) => process.stdout.write(text);';
  return openTerminal({ command: [process.execPath, '-e', `${prelude}${script}`], ...options });
}

/** Says how many reads there were and what was in the last, for as long as keys come. */
const ECHO = `
  process.stdin.setRawMode(true);
  let reads = 0;
  process.stdin.on('data', (chunk) => { reads += 1; say('read ' + reads + ' ' + JSON.stringify(String(chunk)) + '\\r\\n'); });
  say('ready\\r\\n');`;

test('the program has a terminal of 80 by 24 and a plain environment', async () => {
  const terminal = openScript(
    'say([process.stdin.isTTY, process.stdout.columns, process.stdout.rows, process.env.CI, process.env.VITEST, process.env.EXTRA].join());',
    { env: { EXTRA: 'given' } },
  );
  expect(await terminal.exited).toEqual({ exitCode: 0, signal: null });
  expect(terminal.screen()[0]).toBe('true,80,24,,,given');
});

test('keys arrive as a keyboard sends them', async () => {
  const terminal = openScript(ECHO);
  await terminal.waitFor('ready');
  terminal.press('down');
  await terminal.waitFor(String.raw`read 1 "\u001b[B"`);
  terminal.press('ctrl+c');
  await terminal.waitFor(String.raw`read 2 "\u0003"`);
  terminal.press('alt+x');
  await terminal.waitFor(String.raw`read 3 "\u001bx"`);
  terminal.press('é');
  await terminal.waitFor('read 4 "é"');
});

test('the cursor keys follow the mode that the program sets', async () => {
  const terminal = openScript(`say('\\x1b[?1h');${ECHO}`);
  await terminal.waitFor('ready');
  terminal.press('up');
  await terminal.waitFor(String.raw`read 1 "\u001bOA"`);
});

test('a misspelt key is an error', () => {
  const terminal = openScript(ECHO);
  expect(() => terminal.press('dwon')).toThrow('no key named "dwon"');
});

test('several keys sent at once are one read', async () => {
  const terminal = openScript(ECHO);
  await terminal.waitFor('ready');
  terminal.pressAtOnce('down', 'down', 'enter');
  await terminal.waitFor(String.raw`read 1 "\u001b[B\u001b[B\r"`);
});

test('a paste is marked exactly where the program has asked for it', async () => {
  const plain = openScript(ECHO);
  await plain.waitFor('ready');
  plain.paste('one\ntwo');
  await plain.waitFor(String.raw`read 1 "one\rtwo"`);
  const marking = openScript(`say('\\x1b[?2004h');${ECHO}`);
  await marking.waitFor('ready');
  expect([plain.marksPastes, marking.marksPastes]).toEqual([false, true]);
  marking.paste('one\ntwo');
  await marking.waitFor(String.raw`read 1 "\u001b[200~one\rtwo\u001b[201~"`);
});

test('waiting ends with the frame that shows it, and waiting for the end of it likewise', async () => {
  const terminal = openScript(`say('one');${ECHO} process.stdin.once('data', () => say('\\x1b[2J\\x1b[Htwo'));`);
  expect(await terminal.waitFor(/one\w/)).toContain('oneready');
  terminal.press('x');
  const screen = await terminal.waitForGone('one');
  expect(screen[0]).toBe('two');
  expect(await terminal.waitFor((rows) => rows[0] === 'two')).toEqual(screen);
});

test('a frame sent as one update is seen only when it is whole', async () => {
  const terminal = openScript(`say('\\x1b[?2026hhalf'); setTimeout(() => say(' and half\\x1b[?2026l'), 300);`);
  expect((await terminal.waitFor('half'))[0]).toBe('half and half');
});

test('what never comes fails with the whole screen, on time-out and when the program ends', async () => {
  const waiting = openScript(`say('all there is');${ECHO}`);
  await expect(waiting.waitFor('more', { timeout: 500 })).rejects.toThrow(
    /never showed "more": waited 500 ms.*all th/s,
  );
  await expect(waiting.waitForGone('all', { timeout: 500 })).rejects.toThrow('still shows "all"');
  const ending = openScript(`say('all there was'); process.exitCode = 3;`);
  await expect(ending.waitFor('more')).rejects.toThrow(/the program ended \(status 3.*all there was/s);
  await expect(ending.waitFor('more')).rejects.toThrow('the program has ended');
  expect((await ending.waitFor('all there was'))[0]).toBe('all there was');
});

test('a resize reaches the program and the screen', async () => {
  const terminal = openScript(
    `process.stdout.on('resize', () => say(process.stdout.columns + ' by ' + process.stdout.rows));${ECHO}`,
  );
  await terminal.waitFor('ready');
  terminal.resize(120, 40);
  const screen = await terminal.waitFor('120 by 40');
  expect(screen).toHaveLength(40);
  expect(terminal.size).toEqual({ cols: 120, rows: 40 });
});

test('wide and combining characters take the cells that terminals of today give them', async () => {
  // After each text the cursor goes to its column 11 by counting on from where the text has left it.
  const terminal =
    openScript(`for (const [text, width] of [['Zoë', 3], ['e\\u0301', 1], ['山田', 4], ['😀', 2], ['ﾔﾏ', 2]])
    say(text + '\\x1b[' + (10 - width) + 'C|\\r\\n');`);
  await terminal.exited;
  const columns = terminal
    .lines()
    .slice(0, 5)
    .map((line) => {
      for (let column = 0; column < line.length; column += 1)
        if (line.getCell(column)?.getChars() === '|') return column;
      return -1;
    });
  expect(columns).toEqual([10, 10, 10, 10, 10]);
});

test('the alternate screen goes, and what was written on the normal one stays', async () => {
  const terminal = openScript(`say('before\\r\\n\\x1b[?1049h\\x1b[?25linside');
    process.stdin.setRawMode(true).once('data', () => { say('\\x1b[?25h\\x1b[?1049lafter\\r\\n'); process.exit(0); });`);
  await terminal.waitFor('inside');
  expect([terminal.onAlternateScreen, terminal.cursorVisible]).toEqual([true, false]);
  terminal.press('q');
  await terminal.exited;
  expect([terminal.onAlternateScreen, terminal.cursorVisible]).toEqual([false, true]);
  expect(terminal.normalScreenText()).toBe('before\nafter');
});

test('the normal screen keeps what has scrolled away', async () => {
  const terminal = openScript(`for (let line = 1; line <= 100; line += 1) say('line ' + line + '\\r\\n');`);
  await terminal.exited;
  expect(terminal.normalScreenText().split('\n')).toHaveLength(100);
  expect(terminal.screen()[0]).toBe('line 78');
});

test('every byte is on record, also those that draw nothing', async () => {
  const terminal = openScript(`process.stdout.write(Buffer.from([0x61, 0x9b, 0x00, 0x07, 0x62]));`);
  await terminal.exited;
  expect([...terminal.output()]).toEqual([0x61, 0x9b, 0x00, 0x07, 0x62]);
  expect(terminal.bytesReceived).toBe(5);
});

test('a hang-up is one SIGHUP', async () => {
  const folder = await tempFolder();
  const terminal = openScript(
    `const { appendFileSync } = require('node:fs');
     process.on('SIGHUP', () => { appendFileSync('signals', 'SIGHUP\\n'); setTimeout(() => process.exit(7), 500); });
     process.stdout.on('error', () => {}); process.stdin.on('error', () => {});
     setInterval(() => {}, 1000); say('ready');`,
    { cwd: folder },
  );
  await terminal.waitFor('ready');
  terminal.hangUp();
  expect(await terminal.exited).toEqual({ exitCode: 7, signal: null });
  expect(await readFile(path.join(folder, 'signals'), 'utf8')).toBe('SIGHUP\n');
});

test('a program that does not care for SIGHUP ends with it', async () => {
  const terminal = openScript(ECHO);
  await terminal.waitFor('ready');
  terminal.hangUp();
  expect((await terminal.exited).signal).toBe('SIGHUP');
});

test('a program that outlives a hang-up is ended with the test', async () => {
  const terminal = openScript(`process.on('SIGHUP', () => {}); process.stdin.on('error', () => {});${ECHO}`);
  await terminal.waitFor('ready');
  terminal.hangUp();
  await terminal.close();
  expect((await terminal.exited).signal).toBe('SIGKILL');
});

test('the shell tells how the program has left the terminal', async () => {
  const leave = (script: string): Terminal => openFromShell({ command: [process.execPath, '-e', script] });
  await leave('process.stdin.setRawMode(true); process.exit(130);').waitFor('[status 130, terminal cooked]');
  // Node puts the terminal back when it exits, and cannot when it is killed.
  await leave(`process.stdin.setRawMode(true); process.kill(process.pid, 'SIGKILL');`).waitFor(
    '[status 137, terminal raw]',
  );
});

test('a terminal left open is closed, and its program gone', async () => {
  const terminal = openScript(ECHO);
  await terminal.waitFor('ready');
  await terminal.close();
  expect((await terminal.exited).signal).toBe('SIGKILL');
});

test('a temporary folder is private and empty', async () => {
  const folder = await tempFolder();
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});
