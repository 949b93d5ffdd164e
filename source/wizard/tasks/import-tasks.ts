import { isDeepStrictEqual } from 'node:util';
import { HandoverError } from '../../errors.ts';
import type { Mapping } from '../../model/mapping.ts';
import { checkImportInSteps } from '../../people/import/check-import.ts';
import { editedFile } from '../../people/import/edit-rows.ts';
import { fitMapping } from '../../people/import/fit-mapping.ts';
import { guessMapping, PLAIN } from '../../people/import/guess-mapping.ts';
import type { ImportCheck, ImportRow } from '../../people/import/import-check.ts';
import { isFileChanged } from '../../people/import/is-file-changed.ts';
import { kindOfFile } from '../../people/import/kind-of-file.ts';
import { readPeopleFile } from '../../people/import/read-people-file.ts';
import { weighBlanks } from '../../people/import/weigh-blanks.ts';
import { writeMendedPeople } from '../../people/import/write-mended-people.ts';
import { writeProblemRows } from '../../people/import/write-problem-rows.ts';
import { deleteMapping } from '../../session/delete-mapping.ts';
import { importContext } from '../../session/import-context.ts';
import { listMappings, readPresets } from '../../session/list-mappings.ts';
import { makeImport } from '../../session/make-import.ts';
import { readTimeZones } from '../../session/read-time-zones.ts';
import { saveMapping } from '../../session/save-mapping.ts';
import type { ImportResult, ImportTask, ImportWish } from '../import-task.ts';
import type { Desk } from './desk.ts';
import { refuseWriting } from './run-tasks.ts';

/** Whether to go on, and whom to tell how far it is, from 0 to 1. */
export interface Reins {
  signal: AbortSignal;
  onProgress: (share: number) => void;
}

/** Does one task of an import. @throws HandoverError why it cannot be done; the reason of the signal once it aborts */
export async function doImportTask(job: ImportTask, desk: Desk, reins: Reins): Promise<ImportResult> {
  const { session, context } = desk;
  switch (job.kind) {
    case 'read-people':
      refuseRedacted(desk);
      return readPeople(job, desk, reins);
    case 'list-mappings': {
      const named = await listMappings(session, context);
      return { kind: job.kind, mappings: named.map(({ mapping }) => mapping) };
    }
    case 'fit-mapping':
      return {
        kind: job.kind,
        choice: job.choice,
        fitted: fitMapping({ mapping: job.choice.mapping, isPreset: true }, job.file),
      };
    case 'weigh-blanks': {
      const mapping: Mapping = { ...job.wish.mapping, blanks: 'erase', missing: 'erase' };
      const check = await checkRows({ ...job.wish, mapping }, desk, reins);
      return { kind: job.kind, weight: weighBlanks(check) };
    }
    case 'check-import': {
      const { mapping, edits } = job.wish;
      return { kind: job.kind, check: await checkRows(job.wish, desk, reins), of: { mapping, edits } };
    }
    case 'plan-import': {
      refuseWriting(desk, 'import');
      const { file, edits, mapping } = job.wish;
      const wish = { file: editedFile(file, edits), mapping, allOrNothing: false };
      const made = await makeImport(wish, session, { ...context, interrupt: reins.signal });
      const moved = job.shown === null ? [] : movedLines(job.shown, made.check);
      return { kind: job.kind, ...made, moved, isFileChanged: await isFileChanged(file) };
    }
    case 'save-mapping':
      refuseWriting(desk, 'import');
      await saveMapping(job.mapping, { force: true }, session, context);
      return { kind: job.kind, name: job.mapping.name, saved: await savedMappings(desk) };
    case 'delete-mapping':
      refuseWriting(desk, 'import');
      await deleteMapping(job.name, session, context);
      return { kind: job.kind, name: job.name, saved: await savedMappings(desk) };
    case 'save-people': {
      const { file, edits, path, force } = job;
      return { kind: job.kind, ...(await writeMendedPeople(file, edits, path, { force })) };
    }
    case 'save-problems': {
      const { file, edits, check, path, force } = job;
      const rows = await writeProblemRows(editedFile(file, edits), check, path, { force });
      return { kind: job.kind, path, rows };
    }
  }
}

/** Its rows name people whom no stand-in is known for yet, and mended cells would take stand-ins for names. */
function refuseRedacted({ session: { veil } }: Desk): void {
  if (!veil.isOn) return;
  throw new HandoverError(
    'usage',
    'redacted',
    'A file of people shows who they are, and the wizard was opened with --redact.',
    'Open it without that flag to import people; "handover import FILE --redact" shows what the file would do.',
  );
}

async function readPeople(
  { kind, path, reading }: Extract<ImportTask, { kind: 'read-people' }>,
  desk: Desk,
  { signal, onProgress }: Reins,
): Promise<ImportResult> {
  const file = await readPeopleFile(path, {
    signal,
    ...(reading.encoding === null ? {} : { encoding: reading.encoding }),
    ...(reading.delimiter === null ? {} : { delimiter: reading.delimiter }),
    onProgress: (bytesRead, bytesTotal) => onProgress(bytesRead / Math.max(1, bytesTotal)),
  });
  const [shipped, saved, timeZones] = await Promise.all([
    readPresets(desk.context),
    savedMappings(desk),
    readTimeZones(desk.context),
  ]);
  const isPairs = kindOfFile(file.headings, file.rows) === 'pairs';
  const guess = guessMapping(file, shipped, saved);
  // Whoever does not mean the mapping that the file looks like can have it read by its headings alone.
  const choices = guess.preset === null ? shipped : [...shipped, PLAIN];
  return { kind, file, isPairs, guess, saved, shipped: choices, timeZones };
}

async function savedMappings({ session, context }: Desk): Promise<Mapping[]> {
  await session.store.refresh();
  const named = await listMappings(session, context);
  return named.filter(({ isPreset }) => !isPreset).map(({ mapping }) => mapping);
}

/** Lines of the rows of which something else becomes now. */
function movedLines(shown: ImportCheck, now: ImportCheck): number[] {
  const isSame = (row: ImportRow, place: number) => isDeepStrictEqual(seenOf(row), seenOf(shown.rows[place]));
  return now.rows.flatMap((row, place) => (isSame(row, place) ? [] : row.line));
}

/** Whoever is new has no ID on the screen: which one they get may change. */
function seenOf(row: ImportRow | undefined): ImportRow | undefined {
  return row?.kind === 'create' ? { ...row, person: null } : row;
}

/** The rows checked on the people as they are now; keys and frames have their turn between the steps. */
async function checkRows({ file, edits, mapping }: ImportWish, desk: Desk, reins: Reins): Promise<ImportCheck> {
  const compared = await importContext(desk.session, desk.context);
  const steps = checkImportInSteps(editedFile(file, edits), mapping, compared);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resume) => setImmediate(resume));
    reins.signal.throwIfAborted();
    reins.onProgress(step.value / file.rows.length);
  }
}
