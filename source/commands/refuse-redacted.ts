import { HandoverError } from '../errors.ts';
import type { Veil } from '../redact/veil.ts';

/** How a plan that was only shown comes to be one that can be run; without --redact, and then it is shown with names. */
export function howToWrite({ isOn }: Pick<Veil, 'isOn'>): string {
  const without = isOn ? ', and leave out --redact (what is shown then names people)' : '';
  return `Nothing was changed. To run this, write it to a file: add --out plan.json${without}`;
}

/**
 * Throws where a file is to be written under --redact that is read again as it is: with stand-ins for names it would do
 * something else, and with the names it would show them.
 * @throws HandoverError `redacted`
 */
export function refuseRedacted(file: string, { isOn }: Pick<Veil, 'isOn'>): void {
  if (!isOn) return;
  throw new HandoverError(
    'usage',
    'redacted',
    `${file} would name people as they are, and --redact was said; it was not written.`,
    'Write it without --redact; "apply --redact" shows and asks nothing but stand-ins, and runs it as it is.',
  );
}
