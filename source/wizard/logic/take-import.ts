import { basename } from 'node:path';
import { countOf } from '../../model/finding.ts';
import type { Mapping } from '../../model/mapping.ts';
import { numberText } from '../../model/number-text.ts';
import { datesOf } from '../../people/import/dates-of.ts';
import type { ImportResult, ImportTask } from '../import-task.ts';
import { ask, remember, say } from '../navigate.ts';
import type { State } from '../state.ts';
import { takeNext } from './export.ts';
import { listChoices, showPeople } from './import-file.ts';
import { isSameChoice, readAnew, takeFitted } from './import-look.ts';
import { moveToLine, rowNow, withFilter } from './import-rows.ts';
import { throughDoor } from './other-door.ts';
import { sayMended } from './say-mended.ts';
import { withImport } from './with-import.ts';

/** What becomes of the state when slow work of an import is done. */
export function takeImport(state: State, result: ImportResult): State {
  switch (result.kind) {
    case 'read-people':
      return showPeople(throughDoor(state, 'import'), result);
    case 'list-mappings':
      return takeNext({ ...state, exportMappings: result.mappings }, result.mappings);
    case 'fit-mapping':
      return takeFitted(state, result.choice, result.fitted);
    case 'weigh-blanks':
      return withImport(state, { weight: result.weight });
    case 'check-import': {
      const line = rowNow(state)?.line ?? 0;
      const checked = withImport(state, { check: result.check, checkedOf: result.of });
      const filtered = withFilter(checked, state.importing.filter);
      const shown = { ...(moveToLine(filtered, line) ?? filtered), notice: state.notice };
      const isEmpty = shown.importing.visible?.length === 0;
      const seen = isEmpty ? { ...withFilter(shown, 'all'), notice: state.notice } : shown;
      return sayMended(seen, state.importing.checkedOf?.edits);
    }
    case 'plan-import':
      if (result.moved.length > 0) return showMoved(state, result);
      return sayFileChanged({ ...state, plan: result.plan }, result.isFileChanged === true);
    case 'save-mapping': {
      const saved = withSaved({ ...state, overlay: null }, result.saved);
      const choice = saved.importing.choices.find(
        ({ origin, mapping }) => origin === 'saved' && mapping.name === result.name,
      );
      const taken = choice && { chosen: choice, mapping: choice.mapping, proposed: choice.mapping };
      const chosen = withImport(saved, taken ?? {});
      return say(chosen, 'good', `The mapping “${result.name}” is saved; next time it is there to be chosen.`);
    }
    case 'delete-mapping': {
      const { guess, chosen, reading } = state.importing;
      const isInUse =
        guess?.preset === result.name || (chosen?.origin === 'saved' && chosen.mapping.name === result.name);
      const left = withSaved({ ...state, overlay: 'import-mappings' }, result.saved);
      if (isInUse) return readAnew({ ...left, overlay: null }, { reading, unfit: [], without: result.name });
      // On the one that was made from the file: any other may erase.
      return say(withImport(left, { choiceCursor: 0 }), 'good', `The mapping “${result.name}” is deleted.`);
    }
    case 'save-people': {
      const rows = `${countOf(result.rowsChanged, 'row')} changed`;
      const line = `Mended file (${rows}): ${result.path}`;
      const saved = withImport({ ...state, overlay: null }, { savedEdits: state.importing.edits });
      return remember(say(saved, 'good', `${line}.`), line);
    }
    case 'save-problems': {
      const line = `${countOf(result.rows, 'row')} with problems: ${result.path}`;
      return remember(
        say({ ...state, overlay: null }, 'good', `${line}. Mend them there, and import that file${asHere(state)}.`),
        line,
      );
    }
  }
}

/** ", with Activated as DD/MM/YYYY": what a few rows with dates that fit both ways would not tell whoever imports them. */
function asHere({ importing: { file, mapping } }: State): string {
  if (file === null || mapping === null) return '';
  const dates = datesOf(file, mapping).filter(({ format }) => !format.startsWith('YYYY'));
  return dates.length === 0 ? '' : `, with ${dates.map(({ heading, format }) => `${heading} as ${format}`).join(', ')}`;
}

/** How many lines are named. */
const NAMED = 5;

/** Back at the preview, with the rows as they are now: nothing is confirmed that was not seen. */
function showMoved(state: State, { check, moved }: Extract<ImportResult, { kind: 'plan-import' }>): State {
  const preview = state.trail.lastIndexOf('import-preview');
  const back = withImport({ ...state, trail: state.trail.slice(0, preview + 1), plan: null }, { check });
  const filtered = withFilter(back, 'all');
  const shown = moveToLine(filtered, moved[0] ?? 0) ?? filtered;
  const rest = moved.length - NAMED;
  const lines = [...moved.slice(0, NAMED).map(numberText), ...(rest > 0 ? [`${numberText(rest)} more`] : [])];
  const [what, where] = moved.length === 1 ? ['a row does', 'line'] : ['rows do', 'lines'];
  return say(
    shown,
    'bad',
    `Somebody changed the store since you saw these rows, and ${what} something else now: look at ${where} ${lines.join(', ')} again.`,
  );
}

/** What was previewed is what runs; whoever changed the file meanwhile may mean something else. */
function sayFileChanged(state: State, isChanged: boolean): State {
  const { file } = state.importing;
  if (!isChanged || file === null) return state;
  const text = `${basename(file.file)} was changed since it was read: what you have seen is imported, and not what it holds now. To have that, go back and open it anew.`;
  return say(state, 'bad', text);
}

/** With the saved mappings that there are now; the one that was chosen stays in use. */
function withSaved(state: State, saved: readonly Mapping[]): State {
  const { choices, guess, choiceCursor, chosen } = state.importing;
  const shipped = choices.filter(({ origin }) => origin === 'shipped').map(({ mapping }) => mapping);
  if (guess === null) return state;
  const now = listChoices(guess.mapping, saved, shipped);
  const isGone = chosen !== null && !now.some((choice) => isSameChoice(choice, chosen));
  return withImport(state, {
    choices: now,
    choiceCursor: Math.min(choiceCursor, now.length - 1),
    chosen: isGone ? (now[0] ?? null) : chosen,
  });
}

/** What becomes of the state when slow work of an import could not be done; null: what becomes of it with any work. */
export function failImport(state: State, job: ImportTask, code: string): State | null {
  if ((job.kind !== 'save-people' && job.kind !== 'save-problems') || code !== 'file-exists') return null;
  return ask(state, {
    text: `${job.path} exists already. Replace it?`,
    yes: 'Replace',
    no: 'Keep it',
    task: { ...job, force: true },
    declined: `Nothing was saved; ${job.path} stays as it is.`,
  });
}
