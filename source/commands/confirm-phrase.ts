import { createInterface } from 'node:readline';
import { HandoverError } from '../errors.ts';
import { visibleText } from '../model/visible-text.ts';
import type { Context } from '../session/context.ts';
import { printAside } from './print.ts';

/** Something that is done only when its phrase is given. */
interface Asked {
  phrase: string;
  /** Others that mean the same. */
  others?: readonly string[];
  /** "plan": what the phrase belongs to. */
  what: string;
  /** What is told before a person at a terminal is asked. */
  lines: () => readonly string[];
}

/**
 * Makes sure that whoever asks for something means it: they give its phrase, with `given` or, at a terminal of any kind,
 * when asked. What is told and asked goes to standard error. Of a phrase with a stand-in the real one counts as well.
 * @throws HandoverError `not-confirmed`; `interrupted` once the context is, be it by Ctrl+C at the prompt
 */
export async function confirmPhrase(
  { phrase, others = [], what, lines }: Asked,
  context: Context,
  given: string | null,
): Promise<void> {
  const { stdin, stderr, json, interrupt } = context;
  const mayAsk = given === null && stdin.isTTY === true && stderr.isTTY === true && !json;
  if (interrupt.aborted) throw interrupted();
  if (mayAsk) printAside(context, lines());
  const answer = mayAsk ? await askFor(phrase, context) : given;
  if (isMeant(answer, [phrase, ...others], context)) return;
  throw new HandoverError(
    'usage',
    'not-confirmed',
    answer === null
      ? `The ${what} was not confirmed; nothing was changed.`
      : `"${answer}" is not the phrase of this ${what}; nothing was changed.`,
    `Look through the ${what}; if all is meant, say: --confirm "${phrase}"`,
  );
}

/** Whether `given` is one of these phrases, be it as it is shown or as it is. */
export function isMeant(given: string | null, phrases: readonly string[], { veil }: Pick<Context, 'veil'>): boolean {
  if (given === null || given === '') return false;
  return phrases.some((phrase) => given === phrase || given === veil.reveal(phrase));
}

/** The line that is typed; null where there is none (Ctrl+D). */
async function askFor(phrase: string, context: Context): Promise<string | null> {
  const { stdin: input, stderr: output, interrupt } = context;
  // Not as a terminal: nothing is ever drawn anew, the terminal itself lets a line be corrected, Ctrl+C is a signal.
  const lines = createInterface({ input, output, terminal: false });
  const ended = new AbortController();
  try {
    return await new Promise<string | null>((resolve, reject) => {
      const leave = (): void => {
        output.write('\n');
        reject(interrupted());
      };
      interrupt.addEventListener('abort', leave, { signal: ended.signal });
      lines.once('close', () => {
        output.write('\n');
        resolve(null);
      });
      lines.question(`Type ${visibleText(phrase, context)} and Enter: `, resolve);
    });
  } finally {
    ended.abort();
    lines.removeAllListeners('close');
    lines.close();
  }
}

function interrupted(): HandoverError {
  return new HandoverError('interrupted', 'interrupted', 'Left before it was confirmed.', 'Nothing was changed.');
}
