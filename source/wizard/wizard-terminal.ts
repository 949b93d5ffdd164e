import { plainText } from '../model/plain-text.ts';
import type { Context } from '../session/context.ts';

/** The terminal that the wizard draws on: it gets nothing that it cannot show. */
export function terminalOf({ ascii, stdout }: Pick<Context, 'ascii' | 'stdout'>): NodeJS.WriteStream {
  return ascii ? asciiTerminal(stdout) : stdout;
}

/**
 * `stdout` for a terminal that shows only ASCII: accents fall off their letters, signs become their plain twins, and
 * whatever has none a "?" for each of its columns, so that all lines keep their width.
 */
function asciiTerminal(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
  return new Proxy(stdout, {
    get(terminal, name) {
      if (name === 'write') {
        return (chunk: string | Uint8Array, ...rest: never[]) =>
          terminal.write(typeof chunk === 'string' ? plainText(chunk) : chunk, ...rest);
      }
      const value: unknown = Reflect.get(terminal, name, terminal);
      return typeof value === 'function' ? value.bind(terminal) : value;
    },
  });
}
