import { encodingLabel } from '../../csv/encoding.ts';
import { makeFinding, WHOLE_FILE } from '../../model/finding.ts';
import type { Mapping } from '../../model/mapping.ts';
import { permissionLabel } from '../../model/operator.ts';
import type { Problem, Warning } from '../../model/pair.ts';
import { shellWord } from '../../model/shell-word.ts';
import { checkMapping } from './check-mapping.ts';
import type { ImportContext, PeopleFile } from './import-check.ts';
import { kindOfFile } from './kind-of-file.ts';

/**
 * What is wrong with a file, its mapping and the operator as a whole. Where there is any such problem, no row is looked at:
 * a file that could be read only in part is not imported in part.
 */
export function checkFile(
  file: PeopleFile,
  mapping: Mapping,
  { operator }: Pick<ImportContext, 'operator'>,
): { problems: Problem[]; warnings: Warning[] } {
  const problems = [...file.problems];
  if (!operator.permissions.includes('assign-user-roles')) {
    const message = `${operator.login} lacks the permission "${permissionLabel('assign-user-roles')}", without which nobody is imported.`;
    const cure = 'Ask an administrator for it, or work as another operator with --as LOGIN.';
    problems.push(makeFinding(WHOLE_FILE, 'not-permitted', message, cure));
  }
  if (problems.length === 0 && kindOfFile(file.headings, file.rows) === 'pairs') {
    const message =
      'This file says who goes into whom (its To User ID is filled), and is not one for importing people.';
    const cure = `For a transfer look at it with: handover check ${shellWord(file.file)} (to import the people, empty To User ID first).`;
    problems.push(
      makeFinding({ line: file.headingLine, column: 'To User ID', value: null }, 'not-people', message, cure),
    );
    return { problems, warnings: [] };
  }
  if (mapping.rules.encoding === 'utf-8' && file.encoding.name !== 'utf-8' && file.problems.length === 0) {
    const message = `The mapping ${mapping.name} takes files in UTF-8 only, and this one is in ${encodingLabel(file.encoding)}.`;
    const cure = 'Save it as "CSV UTF-8" in the spreadsheet, and choose it again.';
    problems.push(makeFinding(WHOLE_FILE, 'encoding', message, cure));
  }
  // Of a file that cannot be read, what is lacking in its headings is no news.
  if (file.headings.length === 0) return { problems, warnings: [] };
  const checked = checkMapping(mapping, file.headings);
  const guessed = file.encoding.guessed && problems.length === 0 ? [guessedWarning(file)] : [];
  return { problems: [...problems, ...checked.problems], warnings: [...guessed, ...checked.warnings] };
}

function guessedWarning({ encoding: { name } }: PeopleFile): Warning {
  const message = `Nothing in the file says that it is in ${encodingLabel({ name, bom: 0, guessed: false })}: that is a guess.`;
  const cure = 'Look at names with letters such as é; where they are wrong, save the file as UTF-8, or say --encoding.';
  return makeFinding(WHOLE_FILE, 'encoding-guessed', message, cure);
}
