import { keyboardStdin } from '../keyboard.ts';
import type { PlayControls } from './play-controls.ts';

/**
 * Lets the spectator's keys hold, hurry and end the play; Ctrl+L calls `repaint`. Gives how to stop listening.
 * Ink has put the terminal into raw mode by then: Ctrl+C comes as a key.
 */
export function listenToSpectator(stdin: NodeJS.ReadStream, controls: PlayControls, repaint: () => void): () => void {
  const keys: Record<string, () => void> = {
    ' ': () => controls.pause(),
    '\u001B[C': () => controls.next(),
    '\u001BOC': () => controls.next(),
    q: () => controls.leave(false),
    '\u0003': () => controls.leave(true),
    '\f': repaint,
  };
  const keyboard = keyboardStdin(stdin);
  const take = () => {
    for (let key = keyboard.read(); key !== null; key = keyboard.read()) keys[String(key)]?.();
  };
  keyboard.on('readable', take);
  return () => keyboard.off('readable', take);
}
