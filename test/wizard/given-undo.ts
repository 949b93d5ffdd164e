import type { Plan } from '../../source/model/plan.ts';
import type { Run } from '../../source/model/run.ts';
import type { Person } from '../../source/model/user.ts';
import { withImage } from '../../source/model/with-image.ts';
import { carryPair } from '../../source/transfer/carry-pair.ts';
import { planUndo } from '../../source/transfer/plan-undo.ts';
import type { State } from '../../source/wizard/state.ts';
import type { UndoStart } from '../../source/wizard/task.ts';
import { STANDARD } from '../merge/given.ts';
import { atReview, choose, finish, jobOf, opened, press, runOf } from './given.ts';

/** The run that is put back: John Smith (19) into Jenny Andrews (21), done. */
export function runDone(parts: Parameters<typeof runOf>[0] = {}): Run {
  return { ...runOf({ done: 1, ...parts }), pairs: [{ source: 19, target: 21, state: 'done' }] };
}

/** At the result of that run, come to it by History. */
export function atDoneRun(state: State = opened({ runs: [runDone()] }), run = runDone()): State {
  const asked = press(choose(state, 'history'), 'enter');
  return finish(asked, { kind: 'open-run', run, done: givenPlan(), showAs: 'result' });
}

function givenPlan(): Plan {
  const { plan } = atReview();
  if (plan === null) throw new Error('No plan');
  return plan;
}

/** What there is to be put back of that run: two data types, and one that rests on the first of them. */
export const START: UndoStart = {
  run: runDone().id,
  pairs: null,
  named: [{ source: 19, target: 21 }],
  types: [
    { id: 'evaluations-as-evaluator', records: 4, changed: 0 },
    { id: 'evaluation-statistics', records: 1, changed: 0 },
    { id: 'agent-schedules', records: 8, changed: 0 },
  ],
  without: new Set(),
  overwriteChanged: false,
  isAgain: false,
};

/** At the types of an undo of that run. */
export function atUndoTypes(start: Partial<UndoStart> = {}, state = atDoneRun()): State {
  return finish(choose(state, 'undo'), { kind: 'open-undo', start: { ...START, ...start } });
}

/** At its review, the plan made; of the people as the run left them, but for what `since` does to them. */
export function atUndoReview(since: (person: Person) => Person = (person) => person, state = atUndoTypes()): State {
  return undoPlanned(press(state, 'enter'), since);
}

/** After the plan of an undo has come. */
export function undoPlanned(state: State, since: (person: Person) => Person = (person) => person): State {
  return finish(state, { kind: 'plan-undo', plan: undoPlanOf(state, since) });
}

/** Jenny Andrews's evaluations as the run left them, but for one score of those that it brought; all else as it is. */
export function rescored(person: Person): Person {
  if (person.id !== 21) return person;
  const [first, ...others] = (person.records['evaluations-as-evaluator'] ?? []).toReversed();
  if (first === undefined) throw new Error('There is nothing to alter');
  const records = { ...person.records, 'evaluations-as-evaluator': [{ ...first, score: 1 }, ...others] };
  return { ...person, records };
}

function undoPlanOf(state: State, since: (person: Person) => Person): Plan {
  const { run, types, overwriteChanged } = jobOf(state, 'plan-undo');
  const plan = givenPlan();
  const everybody = new Map(opened().world.users.map((user) => [user.id, user as Person]));
  const [source, target] = [everybody.get(19), everybody.get(21)];
  if (source === undefined || target === undefined) throw new Error('They are not there');
  const { before, after } = carryPair({ plan, catalogue: STANDARD }, { source, target });
  const people = [withImage(source, after.source), withImage(target, after.target)].map(since);
  return planUndo({
    id: 'plan-2',
    store: plan.store,
    undoOf: { run, operation: 'transfer', isAgain: false, overwriteChanged },
    operator: 'admin',
    createdAt: new Date('2026-03-02T11:00:00Z'),
    catalogue: STANDARD,
    types: new Set(types ?? plan.carried),
    pairs: [{ line: null, source: 19, target: 21 }],
    earlier: {
      pairs: new Map([['19:21', { source: 19, target: 21, before, after }]]),
      undone: new Set(),
      root: run,
      isAgain: false,
      ownerOf: () => null,
      isNamed: () => false,
    },
    people: new Map(people.map((person) => [person.id, person])),
    problems: [],
    warnings: [],
  });
}
