import type { FilePolicy } from '../../merge/choose-for-file.ts';

/** What a policy is called in a cell. */
export const POLICY_NAMES: Record<FilePolicy, string> = {
  source: 'the source’s',
  target: 'the target’s',
  filled: 'the target’s if any',
  newest: 'the last used one’s',
  ask: 'ask me',
};

/** What a policy does, in a sentence. */
export const POLICY_MEANINGS: Record<FilePolicy, string> = {
  source: 'source: the source’s value takes the place of the target’s wherever the source has one.',
  target: 'target: the target keeps its values, and its empty fields stay empty.',
  filled: 'filled: the target keeps its values; only its empty fields take the source’s.',
  newest: 'newest: of two values, that of the account which was used last; else the source’s.',
  ask: 'ask: you decide each conflict by itself, on the next step.',
};
