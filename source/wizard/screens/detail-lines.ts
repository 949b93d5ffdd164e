import { rowNow } from '../logic/preview.ts';
import { personText, rowFacts, rowState, type Side, sidesOf } from '../row-sides.ts';
import type { State } from '../state.ts';

/** One row of the file whole: its cells, both people, everything that is wrong. @param sign before what is wrong */
export function detailLines(state: State, sign: string): string[] {
  const row = rowNow(state);
  if (row === undefined) return ['No row is shown.'];
  const { source, target } = sidesOf(state, row);
  const asWritten = state.direction === 'to-from' ? 'read the other way round' : 'read as its headings say';
  return [
    `Line ${row.line}: ${rowState(state, row)}`,
    '',
    `Source  ${sideText(source)}`,
    `Target  ${sideText(target)}`,
    '',
    `In the file: From User ID “${row.from}”, To User ID “${row.to}”, ${asWritten}.`,
    ...rowFacts(state, row, sign),
  ];
}

function sideText({ text, user }: Side): string {
  return user === undefined ? `“${text}”, which is nobody’s user ID` : personText(user);
}
