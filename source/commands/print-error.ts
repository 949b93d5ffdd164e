import { HandoverError, sentenceOf } from '../errors.ts';

interface Outputs {
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream;
  json: boolean;
}

/**
 * Tells what went wrong: a sentence and what to do on standard error, or, where JSON was asked for, one document on
 * standard output.
 * @returns the exit status
 */
export async function printError(error: unknown, { stdout, stderr, json }: Outputs): Promise<number> {
  const { code, message, hint, exitStatus } = error instanceof HandoverError ? error : unexpected(error);
  if (json) stdout.write(`${JSON.stringify({ error: { code, message, hint } })}\n`);
  else {
    const { visibleText } = await import('../model/visible-text.ts');
    stderr.write(`${[message, hint].map((line) => visibleText(line)).join('\n')}\n`);
  }
  return exitStatus;
}

function unexpected(error: unknown): HandoverError {
  return new HandoverError(
    'unexpected',
    'unexpected',
    `Something went wrong that handover did not expect: ${sentenceOf(error)}.`,
    'Nothing more was done. Try again; if it stays so, report this sentence and the command.',
  );
}
