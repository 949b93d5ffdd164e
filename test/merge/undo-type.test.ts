import { expect, test } from 'vitest';
import { undoType } from '../../source/merge/undo-type.ts';
import type { DataType } from '../../source/model/catalogue.ts';
import { NO_UNDO } from '../../source/model/change.ts';
import type { DataRecord } from '../../source/model/record.ts';
import { givenPerson, givenType, shippedType } from './given.ts';
import { carry, takeBack } from './given-world.ts';

type Lists = [before: DataRecord[], after: DataRecord[], now: DataRecord[]];

/** @param ownerOf who of all others has a record */
function undone(
  type: DataType | null,
  source: Lists,
  target: Lists,
  overwriteChanged = false,
  ownerOf: (record: number) => number | null = () => null,
) {
  const sideOf = ([before, after, now]: Lists) => ({ before, after, now });
  const {
    stays: _stays,
    back: _back,
    change,
    ...sides
  } = undoType({ type, source: sideOf(source), target: sideOf(target), ownerOf }, overwriteChanged);
  return { ...sides, change };
}

const NONE = { ...NO_UNDO, stuck: 0 };
const COMBINE = givenType({ key: ['name'] });
const BEST = givenType({ rule: 'keep-best', key: ['name'], best: [{ field: 'score', order: 'highest' }] });
const x: DataRecord = { id: 1, name: 'x', score: 9 };
const y: DataRecord = { id: 2, name: 'x', score: 3 };
const own: DataRecord = { id: 3, name: 'own', score: 1 };
const since: DataRecord = { id: 9, name: 'since', score: 1 };
const edited = (record: DataRecord) => ({ ...record, score: 100 });

test('what moved goes back; what came since stays with whoever has it', () => {
  const result = undone(COMBINE, [[x], [], [since]], [[own], [own, x], [own, x, { ...since, id: 10 }]]);
  expect(result).toEqual({
    source: [x, since],
    target: [own, { ...since, id: 10 }],
    change: { ...NONE, returned: 1, outcome: 'put-back' },
  });
});

test('what the run had dropped comes back: the better record over the worse, and the twin left out', () => {
  expect(
    undone(
      BEST,
      [[x], [], []],
      [
        [y, own],
        [own, x],
        [own, x],
      ],
    ),
  ).toEqual({
    source: [x],
    target: [y, own],
    change: { ...NONE, returned: 1, restored: 1, outcome: 'put-back' },
  });
  // Left out as the target had the same: it is nowhere until it comes back.
  expect(undone(COMBINE, [[x], [], []], [[y], [y], [y]])).toEqual({
    source: [x],
    target: [y],
    change: { ...NONE, returned: 1, outcome: 'put-back' },
  });
});

test('what was overwritten comes back', () => {
  const type = givenType({ rule: 'overwrite' });
  expect(undone(type, [[x], [], []], [[y, own], [x], [x]])).toEqual({
    source: [x],
    target: [y, own],
    change: { ...NONE, returned: 1, restored: 2, outcome: 'put-back' },
  });
});

test('a sum is taken apart, a series has its numbers again', () => {
  const total = { id: 2, points: 5 };
  const sum = givenType({ rule: 'sum', sum: ['points'] });
  expect(
    undone(sum, [[{ id: 1, points: 3 }], [], []], [[total], [{ id: 2, points: 8 }], [{ id: 2, points: 8 }]]),
  ).toEqual({
    source: [{ id: 1, points: 3 }],
    target: [total],
    change: { ...NONE, returned: 1, restored: 1, outcome: 'put-back' },
  });
  const attempt = (id: number, number: number): DataRecord => ({ id, attempt: number });
  const series = givenType({ renumber: { field: 'attempt', by: 'startedAt' } });
  const after = [attempt(2, 2), attempt(1, 1)];
  expect(undone(series, [[attempt(1, 1)], [], []], [[attempt(2, 1)], after, after])).toMatchObject({
    source: [attempt(1, 1)],
    target: [attempt(2, 1)],
  });
});

test('copies go; the source, which kept its own, is left as it is', () => {
  const copy = { ...x, id: -5, copiedFrom: 1 };
  expect(undone(givenType({ carry: 'copy' }), [[x], [x], [x]], [[own], [own, copy], [own, copy]])).toEqual({
    source: [x],
    target: [own],
    change: { ...NONE, removed: 1, copies: 1, outcome: 'put-back' },
  });
  const lost = undone(givenType({ carry: 'copy' }), [[x], [x], []], [[own], [own, copy], [own, copy]]);
  expect(lost.change).toEqual({ ...NONE, removed: 1, outcome: 'put-back' });
});

test('a record that changed since stays as it is; those beside it go back where each stands for itself', () => {
  const other = { ...x, id: 4, name: 'other' };
  expect(undone(COMBINE, [[x, other], [], []], [[own], [own, x, other], [own, edited(x), other]])).toEqual({
    source: [other],
    target: [own, edited(x)],
    change: { ...NONE, returned: 1, changed: 1, outcome: 'partly' },
  });
});

test('where the run altered what the target had, one change leaves all of the type alone', () => {
  const other = { ...x, id: 4, name: 'other' };
  const now = [own, edited(other), x];
  expect(undone(BEST, [[x, other], [], []], [[y, own], [own, other, x], now])).toEqual({
    source: [],
    target: now,
    change: { ...NONE, changed: 1, outcome: 'left-alone' },
  });
});

test('on purpose, what changed is put back all the same, and what came into the way goes', () => {
  expect(undone(BEST, [[x], [], []], [[y], [x], [edited(x)]], true)).toEqual({
    source: [x],
    target: [y],
    change: { ...NONE, returned: 1, restored: 1, changed: 1, overwritten: 1, outcome: 'overwritten' },
  });
  const rival = { ...since, name: 'x' };
  expect(undone(BEST, [[x], [], [rival]], [[own], [own, x], [own, x]], true)).toMatchObject({
    source: [x],
    target: [own],
    change: { changed: 1, outcome: 'overwritten' },
  });
});

test('what went on to somebody else is never taken back, not even on purpose', () => {
  const other = { ...x, id: 4, name: 'other' };
  for (const overwriteChanged of [false, true]) {
    expect(undone(COMBINE, [[x, other], [], []], [[own], [own, x, other], [own, other]], overwriteChanged)).toEqual({
      source: [other],
      target: [own],
      change: { ...NONE, returned: 1, changed: 1, outcome: 'partly', stuck: 1 },
    });
    expect(undone(BEST, [[x], [], []], [[y], [x], []], overwriteChanged)).toMatchObject({
      source: [],
      target: [],
      change: { changed: 1, overwritten: 0, outcome: 'left-alone', stuck: 1 },
    });
  }
});

test('on purpose, what is overwritten and what stays all the same are counted apart', () => {
  const [other, third] = [
    { ...x, id: 4, name: 'other' },
    { ...x, id: 5, name: 'third' },
  ];
  const target: Lists = [[own], [own, x, other, third], [own, edited(other), third]];
  expect(undone(COMBINE, [[x, other, third], [], []], target, true).change).toEqual({
    ...NONE,
    returned: 2,
    changed: 2,
    overwritten: 1,
    outcome: 'partly',
    stuck: 1,
  });
});

test('a record that came since and is the same thing keeps the former one from coming back', () => {
  const rival = { ...since, name: 'x' };
  expect(undone(BEST, [[x], [], [rival]], [[own], [own, x], [own, x]])).toMatchObject({
    source: [rival],
    target: [own, x],
    change: { changed: 1, outcome: 'left-alone' },
  });
  // Overwritten types without a key are one thing as a whole.
  const type = givenType({ rule: 'overwrite' });
  expect(undone(type, [[x], [], [since]], [[y], [x], [x]]).change).toMatchObject({ outcome: 'left-alone' });
});

test('a type that no catalogue names any more goes back as a whole or not at all', () => {
  const other = { ...x, id: 4 };
  expect(undone(null, [[x, other], [], []], [[], [x, other], [x, other]]).change).toMatchObject({
    outcome: 'put-back',
  });
  expect(undone(null, [[x, other], [], []], [[], [x, other], [x, edited(other)]]).change).toMatchObject({
    outcome: 'left-alone',
  });
});

test('what is back already, though by no undo of the run, counts as changed, and is taken as put back on purpose', () => {
  const other = { ...x, id: 4, name: 'other' };
  const [source, target]: [Lists, Lists] = [
    [[x, other], [], [x]],
    [[own], [own, x, other], [own, other]],
  ];
  expect(undone(COMBINE, source, target)).toEqual({
    source: [x, other],
    target: [own],
    change: { ...NONE, returned: 1, changed: 1, outcome: 'partly', already: 1 },
  });
  expect(undone(COMBINE, source, target, true)).toEqual({
    source: [x, other],
    target: [own],
    change: { ...NONE, returned: 1, changed: 1, outcome: 'put-back', already: 1 },
  });
  const all = undone(COMBINE, [[x], [], [x]], [[own], [own, x], [own]], true);
  expect(all).toEqual({ source: [x], target: [own], change: { ...NONE, changed: 1, outcome: 'put-back', already: 1 } });
});

test('what a third person has by now neither comes back a second time nor counts as back', () => {
  const ofY = (record: number) => (record === y.id ? 7 : null);
  for (const overwriteChanged of [false, true]) {
    // The run had dropped it from the target; and once more as the undo of an undo, which takes it off the target.
    expect(undone(BEST, [[x], [], []], [[y], [x], [x]], overwriteChanged, ofY)).toMatchObject({
      source: [],
      target: [x],
      change: { changed: 1, outcome: 'left-alone' },
    });
    expect(undone(BEST, [[], [x], [x]], [[x], [y], []], overwriteChanged, ofY)).toMatchObject({
      source: [x],
      target: [],
      change: { changed: 1, outcome: 'left-alone' },
    });
  }
});

test('what an undo had brought back from nowhere, and leaves again, is counted as removed', () => {
  expect(undone(COMBINE, [[], [x], [x]], [[y], [y], [y]])).toEqual({
    source: [],
    target: [y],
    change: { ...NONE, removed: 1, outcome: 'put-back' },
  });
});

test('what one of the two has by now, changed, can be put back on purpose wherever it stands', () => {
  expect(undone(COMBINE, [[x], [], [edited(x)]], [[own], [own, x], [own]]).change).toMatchObject({
    changed: 1,
    outcome: 'left-alone',
  });
  expect(undone(COMBINE, [[x], [], [edited(x)]], [[own], [own, x], [own]], true)).toMatchObject({
    source: [x],
    target: [own],
    change: { returned: 1, overwritten: 1, outcome: 'overwritten' },
  });
});

const evaluation = (id: number): DataRecord => ({ id, contact: String(id), form: 'f', evaluatedAt: 'x', score: 1 });
const statistic = (id: number, evaluations: number): DataRecord => ({ id, evaluations });

test('a statistic tells what there is, however much of what it counts goes back', () => {
  const given = (id: number) =>
    givenPerson(id, {
      'evaluations-as-evaluator': [evaluation(10 * id), evaluation(10 * id + 1)],
      'evaluation-statistics': [statistic(100 * id, 2)],
    });
  const run = carry(new Map([1, 2, 3].map((id) => [id, given(id)])), [[1, 2]]);
  // Later, the evaluations of a third person came as well: the number is not the one that the run had left.
  const later = carry(run.world, [[3, 2]]);
  const now = new Map(later.world);
  const target = now.get(2) ?? givenPerson(2);
  const held = target.records['evaluations-as-evaluator'] ?? [];
  const changed = held.map((record) => (record.id === 10 ? { ...record, score: 9 } : record));
  now.set(2, { ...target, records: { ...target.records, 'evaluations-as-evaluator': changed } });
  const { world, undone: undos } = takeBack(now, run.done);
  expect(world.get(1)?.records['evaluation-statistics']).toEqual([statistic(100, 1)]);
  expect(world.get(2)?.records['evaluation-statistics']).toEqual([statistic(200, 5)]);
  expect(undos[0]?.undo).toMatchObject({
    'evaluations-as-evaluator': { returned: 1, changed: 1, outcome: 'partly' },
    'evaluation-statistics': { returned: 1, restored: 1, changed: 0, outcome: 'put-back' },
  });
});

test('a statistic is as it was before, to the byte, where as many go back, whatever else was altered in them', () => {
  const course = (id: number): DataRecord => ({ id, course: String(id), status: 'enrolled' });
  const people = [
    givenPerson(1, { 'course-enrolments': [course(1)] }),
    givenPerson(2, { 'learning-statistics': [{ id: 3 }] }),
  ];
  const run = carry(new Map(people.map((person) => [person.id, person])), [[1, 2]], { operation: 'merge' });
  expect(run.world.get(2)?.records['learning-statistics']).toEqual([{ id: 3, coursesCompleted: 0 }]);
  const now = new Map(run.world).set(1, givenPerson(1, { 'course-enrolments': [{ ...course(1), note: 'by hand' }] }));
  const { world } = takeBack(now, run.done, { overwriteChanged: true });
  expect(world.get(2)).toEqual(people[1]);
});

test('what follows a record that stays, stays with it', () => {
  const course = (id: number, name: string): DataRecord => ({ id, course: name, status: 'enrolled' });
  const types = ['course-enrolments', 'training-material-tracking'] as const;
  expect(types.map((id) => shippedType(id).follows?.type)).toEqual([undefined, types[0]]);
  const learner = givenPerson(1, {
    [types[0]]: [course(1, 'left'), course(2, 'right')],
    [types[1]]: [course(3, 'left'), course(4, 'right')],
  });
  const run = carry(
    new Map([
      [1, learner],
      [2, givenPerson(2)],
    ]),
    [[1, 2]],
    { operation: 'merge' },
  );
  const now = new Map(run.world);
  const target = now.get(2) ?? givenPerson(2);
  const copies = target.records[types[0]] ?? [];
  const changed = copies.map((record) => (record.course === 'left' ? { ...record, status: 'completed' } : record));
  now.set(2, { ...target, records: { ...target.records, [types[0]]: changed } });
  const { world } = takeBack(now, run.done);
  for (const id of types) expect(world.get(2)?.records[id]).toMatchObject([{ course: 'left' }]);
});
