import { HandoverError } from '../errors.ts';

/** `error` without the name of the account to which a store belongs that does not open for another one. */
export function hideOwner<Thrown>(error: Thrown): Thrown | HandoverError {
  if (!(error instanceof HandoverError && error.code === 'foreign-store')) return error;
  return new HandoverError(
    error.kind,
    error.code,
    'The store belongs to another account, which --redact hides.',
    'Work under that account, so that its files stay its own.',
  );
}
