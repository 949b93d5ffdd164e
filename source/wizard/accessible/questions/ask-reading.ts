import { linesHere } from '../../screens/why-lines.ts';
import type { Asking } from '../question.ts';
import { spokenText } from '../spoken-text.ts';

/** The records of one data type and what happens to each. */
export const askRecords: Asking = ({ records }) => ({ reading: records.filter((line) => line !== '').map(spokenText) });

/** What was chosen, whole, with the reason why. */
export const askWhy: Asking = (state) => ({ reading: linesHere(state).map(spokenText) });
