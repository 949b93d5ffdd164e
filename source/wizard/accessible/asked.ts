import type { Question } from './question.ts';
import type { ReadPart } from './take-line.ts';

/** The question that was asked last, where, and what of it has been read out. */
export interface Asked {
  question: Question;
  /** What lies over the step, the way there, and what asked: the same as long as the operator stays. */
  at: readonly unknown[];
  read: ReadPart;
}
