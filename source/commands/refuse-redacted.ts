import { HandoverError } from '../errors.ts';
import type { Veil } from '../redact/veil.ts';

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
