import { readFileSync } from 'node:fs';
import type { Mapping } from '../../source/model/mapping.ts';
import type { Plan } from '../../source/model/plan.ts';
import { checkImport } from '../../source/people/import/check-import.ts';
import { editedFile } from '../../source/people/import/edit-rows.ts';
import { guessMapping } from '../../source/people/import/guess-mapping.ts';
import type { ImportCheck, ImportContext, PeopleFile } from '../../source/people/import/import-check.ts';
import { kindOfFile } from '../../source/people/import/kind-of-file.ts';
import { parseMapping } from '../../source/people/import/parse-mapping.ts';
import { weighBlanks } from '../../source/people/import/weigh-blanks.ts';
import { planImport } from '../../source/transfer/plan-import.ts';
import type { ImportResult, ImportWish } from '../../source/wizard/import-task.ts';
import type { State } from '../../source/wizard/state.ts';
import { STANDARD } from '../merge/given.ts';
import { choose, DEMO, FOLDER, finish, jobOf, opened, press, type } from './given.ts';

/** A mapping that ships. */
export function preset(name: 'calabrio' | 'symbiant' | 'docebo'): Mapping {
  const file = new URL(`../../data/presets/${name}.json`, import.meta.url);
  return parseMapping(readFileSync(file, 'utf8'), name);
}

export const PRESETS: readonly Mapping[] = [preset('calabrio'), preset('symbiant'), preset('docebo')];
const TIME_ZONES = ['Asia/Kolkata', 'Europe/Berlin', 'Europe/London'];

/** A file of people with these headings and cells, a row each from line 2 on. */
export function peopleFile(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  file = `${FOLDER}/new.csv`,
): PeopleFile {
  return {
    file,
    encoding: { name: 'utf-8', bom: 0, guessed: false },
    delimiter: ',',
    newline: '\n',
    bytes: 100,
    fault: null,
    headings: [...headings],
    headingLine: 1,
    rows: rows.map((cells, index) => ({ line: index + 2, cells: [...cells], ragged: null })),
    problems: [],
  };
}

/** What the rows are compared with: the people of the demonstration store. */
export function contextOf(state: State, parts: Partial<ImportContext> = {}): ImportContext {
  const { operator, view, users } = state.world;
  const names = { teams: DEMO.teams, groups: DEMO.groups, divisions: DEMO.divisions, roles: DEMO.roles };
  const settings = { seats: DEMO.settings.seats, sendsActivationMail: DEMO.settings.sendsActivationMail };
  const lastId = Math.max(0, ...users.map(({ id }) => id));
  const store = { users, lastId, names, views: DEMO.views, operator, view, timeZones: TIME_ZONES };
  return { ...store, ...settings, today: '2026-03-02', ...parts };
}

/** What reading `file` tells, with these mappings saved. */
export function readOf(file: PeopleFile, saved: readonly Mapping[] = []): ImportResult {
  const isPairs = kindOfFile(file.headings, file.rows) === 'pairs';
  const guess = guessMapping(file, PRESETS, saved);
  return { kind: 'read-people', file, isPairs, guess, saved, shipped: PRESETS, timeZones: TIME_ZONES };
}

/** At the file step of an import, its folder read. */
export function atImportFile(state: State = opened()): State {
  return finish(choose(state, 'import'), { kind: 'list-folder', folder: FOLDER, entries: [] });
}

/** At the look at this file. */
export function atLook(file: PeopleFile, state: State = opened(), saved: readonly Mapping[] = []): State {
  return finish(press(type(atImportFile(state), 'new.csv'), 'enter'), readOf(file, saved));
}

/** At what is blank or missing, the values counted; every date must be certain. */
export function atBlanks(file: PeopleFile, state: State = opened()): State {
  return weighed(press(atLook(file, state), 'enter', 'enter', 'enter'));
}

/** After the values have been counted that blanks would erase. */
export function weighed(state: State): State {
  const { wish } = jobOf(state, 'weigh-blanks');
  const check = checkOf(state, { ...wish, mapping: { ...wish.mapping, blanks: 'erase', missing: 'erase' } });
  return finish(state, { kind: 'weigh-blanks', weight: weighBlanks(check) });
}

/** At the preview of this file, its rows checked. */
export function atImportPreview(file: PeopleFile, state: State = opened()): State {
  return checked(press(atBlanks(file, state), 'enter'));
}

/** After the rows have been checked. */
export function checked(state: State): State {
  const { wish } = jobOf(state, 'check-import');
  const { mapping, edits } = wish;
  return finish(state, { kind: 'check-import', check: checkOf(state, wish), of: { mapping, edits } });
}

/** At the first confirmation of this file, its plan made. */
export function atImportConfirm(file: PeopleFile, state: State = opened()): State {
  return plannedImport(press(atImportPreview(file, state), 'c'));
}

/** After the plan of the import has come. */
export function plannedImport(state: State): State {
  const check = checkOf(state, jobOf(state, 'plan-import').wish);
  return finish(state, { kind: 'plan-import', plan: planOfCheck(state, check), check, moved: [] });
}

function checkOf(state: State, { file, edits, mapping }: ImportWish): ImportCheck {
  return checkImport(editedFile(file, edits), mapping, contextOf(state));
}

function planOfCheck(state: State, check: ImportCheck): Plan {
  return planImport({
    id: 'plan-1',
    store: DEMO.id,
    check,
    users: state.world.byId,
    operator: 'admin',
    createdAt: new Date('2026-03-02T10:00:00Z'),
    catalogue: STANDARD,
    allOrNothing: false,
    file: 'new.csv',
  });
}
