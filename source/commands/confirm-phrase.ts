import { createInterface } from 'node:readline';
import { HandoverError } from '../errors.ts';
import { visibleText } from '../model/visible-text.ts';
import type { Context } from '../session/context.ts';
import { printAside } from './print.ts';

/** Something that is done only when its phrase is given. */
interface Asked {
  phrase: string;
  /** "plan": what the phrase belongs to. */
  what: string;
  /** What is told before a person at a terminal is asked. */
  lines: () => readonly string[];
}

/**
 * Makes sure that whoever asks for something means it: they give its phrase, with `given` or, at a terminal, when asked.
 * @throws HandoverError `not-confirmed`; `interrupted` once Ctrl+C is pressed at the prompt
 */
export async function confirmPhrase(
  { phrase, what, lines }: Asked,
  context: Context,
  given: string | null,
): Promise<void> {
  const mayAsk = given === null && context.isTerminal && !context.json;
  if (mayAsk) printAside(context, lines());
  const answer = mayAsk ? await askFor(phrase, context) : given;
  if (answer === phrase) return;
  throw new HandoverError(
    'usage',
    'not-confirmed',
    answer === null
      ? `The ${what} was not confirmed; nothing was changed.`
      : `"${answer}" is not the phrase of this ${what}; nothing was changed.`,
    `Look through the ${what}; if all is meant, say: --confirm "${phrase}"`,
  );
}

async function askFor(phrase: string, context: Context): Promise<string | null> {
  const { stdin: input, stderr: output } = context;
  const lines = createInterface({ input, output });
  try {
    return await new Promise<string | null>((resolve, reject) => {
      // Ctrl+D ends the asking, and that is no; Ctrl+C leaves altogether.
      lines.once('close', () => resolve(null));
      lines.once('SIGINT', () => reject(interrupted()));
      lines.question(`Type ${visibleText(phrase, context)} and Enter: `, resolve);
    });
  } finally {
    lines.close();
  }
}

function interrupted(): HandoverError {
  return new HandoverError('interrupted', 'interrupted', 'Left before it was confirmed.', 'Nothing was changed.');
}
