import { HandoverError, sentenceOf } from '../errors.ts';

interface Outputs {
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream;
  json: boolean;
  ascii: boolean;
}

/**
 * Tells what went wrong: a sentence and what to do on standard error, or, where JSON was asked for, one document on
 * standard output.
 * @returns the exit status
 */
export async function printError(error: unknown, { stdout, stderr, json, ascii }: Outputs): Promise<number> {
  const { code, message, hint, exitStatus } = asHandoverError(error);
  if (json) stdout.write(`${JSON.stringify({ error: { code, message, hint } })}\n`);
  else {
    const { printable } = await import('./print.ts');
    stderr.write(`${[message, hint].map((line) => printable(line, ascii)).join('\n')}\n`);
  }
  return exitStatus;
}

function asHandoverError(error: unknown): HandoverError {
  if (error instanceof HandoverError) return error;
  if (error instanceof Error && error.name === 'AbortError') {
    return new HandoverError('interrupted', 'interrupted', 'Left before it was done.', 'Nothing was changed.');
  }
  return new HandoverError(
    'unexpected',
    'unexpected',
    `Something went wrong that handover did not expect: ${sentenceOf(error)}.`,
    'Nothing more was done. Try again; if it stays so, report this sentence and the command.',
  );
}
