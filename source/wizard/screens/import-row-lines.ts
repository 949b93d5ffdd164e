import type { MappingRules } from '../../model/mapping.ts';
import type { Warning } from '../../model/pair.ts';
import { changeText } from '../../people/import/change-text.ts';
import { isErased } from '../../people/import/draft-row.ts';
import type { ImportRow } from '../../people/import/import-check.ts';
import { factsOf, findingsOf } from '../logic/import-findings.ts';
import { cellsNow } from '../logic/import-mend.ts';
import { rowNow } from '../logic/import-rows.ts';
import { personText } from '../logic/row-person.ts';
import type { Look } from '../look.ts';
import type { State } from '../state.ts';
import { anotherText, fieldText, kindText } from './import-row-words.ts';
import { profileText } from './profile-text.ts';

/** What is to be said of a row in a few lines: its problems and warnings, then what it changes. */
export function importRowFacts(state: State, row: ImportRow | undefined, { symbols }: Look): string[] {
  const { problems, warnings, whole } = findingsOf(state.importing.check);
  const ofFile = factsOf(whole, symbols.warning);
  if (row === undefined) return ofFile.length > 0 ? ofFile : ['No row is shown: f shows others.'];
  const changes = row.fields.map((change) => fieldText(change, symbols.arrow, rulesOf(state), state.world)).join('; ');
  return [
    ...ofFile,
    ...factsOf(problems.get(row.line) ?? [], symbols.warning),
    ...factsOf(warnings.get(row.line) ?? [], symbols.warning),
    ...anotherFacts(row, symbols.warning),
    ...(changes === '' ? [] : [changes]),
  ];
}

/** One row whole: what becomes of it, each value before and after, its cells as the file has them. */
export function importRowLines(state: State, { symbols }: Look): string[] {
  const { importing } = state;
  const row = rowNow(state);
  if (row === undefined) return ['No row is shown.'];
  const { problems, warnings } = findingsOf(importing.check);
  const cells = cellsNow(state);
  const headings = importing.file?.headings ?? [];
  const who = personText(state, row);
  const width = Math.max(0, ...row.fields.map(({ field }) => field.length));
  return [
    `Line ${row.line}: ${kindText(row)}${who === '' ? '' : `  ${who}`}`,
    ...factsOf(problems.get(row.line) ?? [], symbols.warning),
    ...factsOf(warnings.get(row.line) ?? [], symbols.warning),
    ...anotherFacts(row, symbols.warning),
    '',
    row.fields.length === 0
      ? 'No value changes.'
      : 'Each value that changes, as the store has it and as it is afterwards:',
    ...row.fields.map((change) => {
      const { before, after, note } = changeText(change, profileText, rulesOf(state), state.world);
      const now = isErased(change) ? 'ERASED' : `${after}${note === '' ? '' : ` (${note})`}`;
      return `  ${change.field.padEnd(width)}  ${before} ${symbols.arrow} ${now}`;
    }),
    '',
    importing.edits.byLine.has(row.line) ? 'The cells, as you mended them:' : 'The cells, as the file has them:',
    ...headings.map((heading, place) => `  ${heading}: “${cells[place] ?? ''}”`),
  ];
}

function rulesOf({ importing }: State): MappingRules | null {
  return importing.mapping?.rules ?? null;
}

function anotherFacts(row: ImportRow, sign: string): string[] {
  const text = anotherText(row);
  return text === '' ? [] : [`${sign} ${text}`];
}

/** All warnings of the check. */
export function importWarningLines({ importing }: State): string[] {
  const { check } = importing;
  if (check === null || check.warnings.length === 0) return ['There are no warnings.'];
  return check.warnings.map((warning) => {
    const { line, column, message } = warning;
    const where = [line === null ? '' : `Line ${line}`, column ?? ''].filter((part) => part !== '').join(', ');
    return `${where === '' ? '' : `${where}: `}${message} ${cureHere(warning)}`;
  });
}

/** The cure as it is done here, where the rules name a flag of the commands. */
function cureHere({ code, cure }: Warning): string {
  return code === 'encoding-guessed'
    ? 'Look at names with letters such as é; where they are wrong, go back to “What the file holds” and press e, or save the file as UTF-8.'
    : cure;
}
