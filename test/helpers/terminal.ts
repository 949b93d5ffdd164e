import { onTestFinished } from 'vitest';
import { PROGRAM } from './program.ts';
import { PseudoTerminal, type TerminalOptions } from './pseudo-terminal.ts';

export type Terminal = PseudoTerminal;

/** Opens a terminal of 80 by 24 with the built program in it, closed when the test that asked for it has ended. */
export function openTerminal(options: TerminalOptions = {}): Terminal {
  const terminal = new PseudoTerminal(options);
  onTestFinished(() => terminal.close());
  return terminal;
}

const TELL_AFTERWARDS = `"$@"; status=$?
  if stty -a | grep -q -e -icanon; then mode=raw; else mode=cooked; fi
  printf '\r\n[status %s, terminal %s]\r\n' "$status" "$mode"`;

/** As `openTerminal`, but started from a shell, which afterwards writes `[status N, terminal cooked]`, or `raw`. */
export function openFromShell({ command = [process.execPath, PROGRAM], ...options }: TerminalOptions = {}): Terminal {
  return openTerminal({ ...options, command: ['/bin/sh', '-c', TELL_AFTERWARDS, 'sh', ...command] });
}
