import { HandoverError, sentenceOf } from '../errors.ts';
import { errorBody } from './error-body.ts';
import type { Output, Voice } from './print.ts';

interface Outputs extends Voice {
  stdout: Output;
  stderr: Output;
  columns: number;
  json: boolean;
}

/**
 * Tells what went wrong: a sentence and what to do on standard error, or, where JSON was asked for, one document on
 * standard output.
 * @returns the exit status
 */
export async function printError(error: unknown, outputs: Outputs): Promise<number> {
  const told = asHandoverError(error);
  const { printAside, printJson } = await import('./print.ts');
  if (outputs.json) printJson(outputs, { error: errorBody(told) });
  else printAside(outputs, [told.message, told.hint]);
  return told.exitStatus;
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
