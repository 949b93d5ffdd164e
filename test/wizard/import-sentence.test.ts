import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { NO_UNDO, type UndoChange } from '../../source/model/change.ts';
import { USER_INFORMATION } from '../../source/model/merge-choices.ts';
import { NOBODY, type Plan } from '../../source/model/plan.ts';
import { makeLook } from '../../source/wizard/look.ts';
import { directionSentence } from '../../source/wizard/sentence.ts';
import type { State } from '../../source/wizard/state.ts';
import { fc } from '../helpers/fast-check.ts';
import { choose, finish, opened, press, runOf } from './given.ts';
import { atImportConfirm, atImportFile, atImportPreview, atLook, checked, peopleFile } from './given-import.ts';
import { atDoneRun } from './given-undo.ts';

const LOOK = makeLook({ ascii: false });
const told = (state: State, width = 80) => directionSentence(state, width, LOOK);

const FILE = peopleFile(
  ['User ID', 'Email', 'First Name', 'Last Name'],
  [
    ['0', 'new@lindenhall.example', 'New', 'Person'],
    ['19', 'john.smith@lindenhall.example', 'Johnny', 'Smith'],
    ['9999', 'who@lindenhall.example', 'Who', 'Ever'],
    ['', '', '', ''],
  ],
);

test('what comes in is said at every step, in the preview of the row under the cursor', () => {
  expect(told(atImportFile())).toBe('IMPORT: people of a CSV file come in, or are changed');
  expect(told(atLook(FILE))).toBe('IMPORT of new.csv: 4 rows');
  const preview = atImportPreview(FILE);
  expect(told(preview)).toBe('Line 2 CREATES New Person (241)');
  expect(told(press(preview, 'down'))).toBe('Line 3 CHANGES John Smith (19)');
  expect(told(press(preview, 'down', 'down'))).toMatch(/^Line 4 has a problem: nothing happens/);
  expect(told(press(preview, 'end', 'down', 'down', 'down'))).toBe('Line 5 is blank: nothing happens');
  const out = checked(press(preview, 'down', 'enter', 'page-down', 'enter'));
  expect(told(out)).toBe('Line 3 is left out: nothing happens to John Smith (19)');
  expect(told(atImportConfirm(FILE))).toBe('IMPORT of new.csv: 1 created, 1 updated');
});

const RUN = {
  ...runOf({ done: 2, operation: 'import' }),
  pairs: [19, 21].map((id) => ({ source: id, target: id, state: 'done' as const })),
};

test('a run of rows names one person, whichever way it is come to, and never one into the other', () => {
  const result = atDoneRun(opened({ runs: [RUN] }), RUN);
  expect(told(result)).toBe('IMPORT of John Smith (19); and 1 more');
  const home = choose(opened({ runs: [{ ...RUN, state: 'running' }] }), `watch:${RUN.id}`);
  const running = finish(home, { kind: 'open-run', run: { ...RUN, state: 'running' }, done: null, showAs: 'follow' });
  expect(told(running)).toBe('IMPORT of Jenny Andrews (21)');
  const undo = { ...RUN, id: 'run-2', operation: 'undo' as const, undoOf: RUN.id };
  const back = atDoneRun(opened({ runs: [undo, RUN] }), undo);
  expect(told(back)).toBe(`UNDO of run ${RUN.id}: John Smith (19) as before; and 1 more`);
});

test('names give way at any width, ids never', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(name, name, fc.integer({ min: 60, max: 200 }), (firstName, lastName, width) => {
      const byId = new Map(opened().world.byId);
      const john = byId.get(19);
      if (john !== undefined) byId.set(19, { ...john, firstName, lastName });
      const sentence = told(atDoneRun(opened({ runs: [RUN], byId }), RUN), width);
      expect(stringWidth(sentence)).toBeLessThanOrEqual(width);
      expect(sentence).toMatch(/^IMPORT of .* \(19\); and 1 more$/u);
    }),
    { numRuns: 100 },
  );
});

test('of a row that changes nothing it is said at the end, however long the name is', () => {
  const john = opened().world.byId.get(19);
  const file = peopleFile(
    ['User ID', 'Email', 'First Name', 'Last Name'],
    [
      ['19', john?.email ?? '', 'John', 'Smith'],
      ['9999', 'who@lindenhall.example', 'W'.repeat(70), 'Ever'],
    ],
  );
  expect(told(atImportPreview(file))).toBe('Line 2 changes nothing of John Smith (19): the store has it all already');
  const cut = told(atImportPreview(file), 65);
  expect(stringWidth(cut)).toBeLessThanOrEqual(65);
  expect(cut).toMatch(/^Line 2 changes nothing of Joh… \(19\): the store has it all already$/);
});

test('an undo says of each person what becomes of them: removed, back, or as before', () => {
  const undo = { ...RUN, id: 'run-2', operation: 'undo' as const, undoOf: RUN.id };
  const base = atDoneRun(opened({ runs: [undo, RUN] }), undo);
  const tellOf = (change: Partial<UndoChange>, fingerprint = 'x', done?: Plan) => {
    const person = { id: 19, name: 'New Person', fingerprint };
    const put = { [USER_INFORMATION]: { ...NO_UNDO, outcome: 'put-back' as const, stuck: 0, ...change } };
    const pair = { line: 2, source: person, target: person, changes: {}, undo: put, fields: [] };
    const plan = { operation: 'undo', pairs: [pair] } as Partial<Plan> as Plan;
    return told({ ...base, plan, result: base.result && { ...base.result, done: done ?? plan } });
  };
  const person = { id: 19, name: 'New Person', fingerprint: 'x' };
  const made = { line: 2, source: person, target: person, changes: {}, undo: {}, fields: [] };
  const imported = { operation: 'import', pairs: [made] } as Partial<Plan> as Plan;
  const removing = tellOf({ removed: 1 }, 'x', imported);
  expect(removing).toBe(`UNDO of run ${RUN.id}: John Smith (19) REMOVED; and 1 more`);
  expect(tellOf({ restored: 2 })).toBe(`UNDO of run ${RUN.id}: John Smith (19) as before; and 1 more`);
  expect(tellOf({ removed: 1 })).toBe(`UNDO of run ${RUN.id}: John Smith (19) REMOVED; and 1 more`);
  expect(tellOf({ restored: 1 }, NOBODY)).toBe(`UNDO of run ${RUN.id}: John Smith (19) comes back; and 1 more`);
});
