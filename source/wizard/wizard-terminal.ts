import { plainText } from '../model/plain-text.ts';
import type { Context } from '../session/context.ts';

const LEAVE_SCREEN = '\u001B[?1049l';
const CLEAR = '\u001B[H\u001B[J';

/**
 * The terminal of `context` as the wizard writes to it. One that shows only ASCII gets nothing else: accents fall off
 * their letters, signs become their plain twins, and whatever has none a "?" for each of its columns, so that all lines
 * keep their width. And the alternate screen is left empty: of a window that was made wider, tmux would otherwise keep
 * lines of it among those of the normal screen.
 */
export function terminalOf({ ascii, stdout }: Pick<Context, 'ascii' | 'stdout'>): NodeJS.WriteStream {
  return writeThrough(stdout, (text) =>
    (ascii ? plainText(text) : text).replaceAll(LEAVE_SCREEN, CLEAR + LEAVE_SCREEN),
  );
}

function writeThrough(stdout: NodeJS.WriteStream, rewrite: (text: string) => string): NodeJS.WriteStream {
  return new Proxy(stdout, {
    get(terminal, name) {
      if (name === 'write') {
        return (chunk: string | Uint8Array, ...rest: never[]) =>
          terminal.write(typeof chunk === 'string' ? rewrite(chunk) : chunk, ...rest);
      }
      const value: unknown = Reflect.get(terminal, name, terminal);
      return typeof value === 'function' ? value.bind(terminal) : value;
    },
  });
}
