import { basename } from 'node:path';
import { countOf } from '../../model/finding.ts';
import type { Mapping } from '../../model/mapping.ts';
import { AS_FOUND, howRead, isUnfit, nextEncoding, unfitText } from '../../people/import/how-read.ts';
import type { PeopleFile } from '../../people/import/import-check.ts';
import { FRESH_IMPORT, type ImportState, type MappingChoice } from '../import-state.ts';
import type { ImportResult } from '../import-task.ts';
import { goOn, say } from '../navigate.ts';
import { type State, stepNow } from '../state.ts';
import { fileLogic } from './file.ts';
import { readAnew, takeGuessed } from './import-look.ts';
import type { Logic } from './logic.ts';
import { offerDoor } from './other-door.ts';
import { hasUnsavedEdits, withImport } from './with-import.ts';

type Read = Extract<ImportResult, { kind: 'read-people' }>;

/** Choosing the file of people, in the way in which a file of pairs is chosen. */
export const importFileLogic: Logic = fileLogic;

/** Once the chosen file has been read: on to what it holds, or to where a file of transfers belongs. */
export function showPeople(state: State, read: Read): State {
  const { file } = read;
  if (read.isPairs) return offerDoor(state, 'bulk', file.file);
  const isAnew = stepNow(state) === 'import-look';
  const asked = (isAnew ? state.importing.asked : null) ?? { reading: AS_FOUND, unfit: [] };
  const { reading, unfit, without } = asked;
  if (reading.encoding !== null && isUnfit(file, state.importing.file)) {
    const name = state.importing.file?.encoding.name ?? reading.encoding;
    return readAnew(state, { reading: nextEncoding(reading, name), unfit: [...unfit, reading.encoding] });
  }
  const [problem] = file.problems;
  const isNothing = file.headings.length === 0;
  if (isNothing && problem !== undefined) return say(state, 'bad', `${problem.message} ${problem.cure}`);
  const isSame = isSameFile(state.importing.file, file);
  const isDropped = !isSame && state.importing.file?.file === file.file && hasUnsavedEdits(state);
  const next = withImport(state, {
    ...(isSame ? { ...choicesOf(read), file } : answersFor(state.importing, read)),
    reading,
    asked: null,
  });
  if (without !== undefined) {
    const said = `The mapping “${without}” is deleted: the file is read as its columns look now.`;
    return say(takeGuessed(next), 'good', said);
  }
  const dropped = isDropped ? 'The file reads otherwise now: what you mended in it is gone. ' : '';
  const rows = countOf(file.rows.length, 'row');
  const said =
    `${dropped}Read ${rows} of ${basename(file.file)}: ${howRead(file, reading)}. ${unfitText(unfit)}`.trimEnd();
  return say(stepNow(next) === 'import-file' ? goOn(next) : next, 'info', said);
}

/** Of another file nothing that was answered holds, but for how it is to be read and, with the same headings, its mapping. */
function answersFor(before: ImportState, read: Read): Partial<ImportState> {
  const { file, guess } = read;
  const { lookColumn, choices: _choices, ...fresh } = FRESH_IMPORT;
  const isReread = before.file?.file === file.file;
  const hasHeadings = before.file !== null && isEqual(before.file.headings, file.headings);
  const choices = choicesOf(read);
  const guessed: MappingChoice = { origin: 'guessed', mapping: guess.mapping };
  const answers: Partial<ImportState> = {
    ...fresh,
    ...choices,
    file,
    chosen: guessed,
    proposed: guess.mapping,
    mapping: guess.mapping,
  };
  if (!isReread) return { ...answers, lookColumn };
  if (!hasHeadings) return answers;
  const { chosen, proposed, mapping, byHand, decided, past } = before;
  return { ...answers, chosen, proposed, mapping, byHand, decided, past };
}

function choicesOf({ guess, saved, shipped, timeZones }: Read): Pick<ImportState, 'guess' | 'choices' | 'timeZones'> {
  return { guess, choices: listChoices(guess.mapping, saved, shipped), timeZones };
}

/** The mappings to choose from: the guessed one, those that were saved, those that ship. */
export function listChoices(
  guessed: Mapping,
  saved: readonly Mapping[],
  shipped: readonly Mapping[],
): readonly MappingChoice[] {
  return [
    { origin: 'guessed', mapping: guessed },
    ...saved.map((mapping) => ({ origin: 'saved' as const, mapping })),
    ...shipped.map((mapping) => ({ origin: 'shipped' as const, mapping })),
  ];
}

function isSameFile(before: PeopleFile | null, now: PeopleFile): boolean {
  if (before === null || before.file !== now.file || before.rows.length !== now.rows.length) return false;
  if (!isEqual(before.headings, now.headings)) return false;
  return now.rows.every(({ line, cells }, index) => {
    const row = before.rows[index];
    return row !== undefined && row.line === line && isEqual(row.cells, cells);
  });
}

function isEqual(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, index) => text === right[index]);
}
