import { expect, test } from 'vitest';
import { compareRecords } from '../../source/merge/compare-records.ts';
import { mergePair } from '../../source/merge/merge-pair.ts';
import type { DataType } from '../../source/model/catalogue.ts';
import { NO_RECORDS } from '../../source/model/change.ts';
import { STANDARD_CHOICES } from '../../source/model/merge-choices.ts';
import type { DataRecord } from '../../source/model/record.ts';
import type { Person } from '../../source/model/user.ts';
import { withImage } from '../../source/model/with-image.ts';
import { fc } from '../helpers/fast-check.ts';
import { countsOf, STANDARD } from './given.ts';
import { ownerOf } from './given-records.ts';

const ENROLMENTS = 'course-enrolments';
const courses = fc.dictionary(fc.constantFrom('x', 'y', '1'), fc.constantFrom('source' as const, 'target' as const));
const carried = fc.subarray(STANDARD.types.map(({ id }) => id)).map((ids) => new Set(ids));
type Courses = Record<string, 'source' | 'target'>;

/** One type of a pair, before and after. */
interface Given {
  type: DataType;
  source: readonly DataRecord[];
  target: readonly DataRecord[];
  after: readonly DataRecord[];
  /** All of both. */
  people: { source: Person; target: Person; now: Person };
  isDeclined: boolean;
  courses: Courses;
}

const sameAs = (type: DataType) => (left: DataRecord, right: DataRecord) =>
  type.key.length > 0 && type.key.every((field) => (left[field] ?? '') !== '' && left[field] === right[field]);
const textsIn = (records: readonly DataRecord[], field: string) =>
  records.flatMap((each) => each[field] ?? []).map(String);
const isAlone = ({ leaves }: DataType, record: DataRecord) =>
  leaves !== undefined && Object.entries(leaves).every(([field, value]) => record[field] === value);

/** Why a record of the source may not come, by the words of the catalogue; null: it may. */
function whyNot(record: DataRecord, { type, target, people, isDeclined, courses }: Given): string | null {
  const { rule, otherPerson, visibleThrough, follows } = type;
  if (['skip', 'keep-target', 'pick', 'derive'].includes(rule)) return 'its rule';
  if (isAlone(type, record)) return 'archived';
  if (otherPerson !== null && record[otherPerson] === people.target.id) return 'itself';
  if (visibleThrough !== undefined) {
    const seen = textsIn(people.target.records[visibleThrough.type] ?? [], visibleThrough.holds);
    if (!textsIn([record], visibleThrough.field).some((value) => seen.includes(value))) return 'unseen';
  }
  if (follows !== undefined) {
    const own = new Set((people.target.records[follows.type] ?? []).map(({ id }) => id));
    const came = (people.now.records[follows.type] ?? []).filter(({ id }) => !own.has(id));
    const names = textsIn(came, follows.field);
    if (!textsIn([record], follows.field).every((name) => names.includes(name))) return 'not followed';
  }
  const rivals = target.filter((each) => !isAlone(type, each) && sameAs(type)(each, record));
  if (isDeclined && rivals.length === 0) return 'not shared';
  const isTargetTaken = type.id === ENROLMENTS && courses[String(record.course)] === 'target';
  return isTargetTaken && rivals.length === 0 ? 'left by hand' : null;
}

/** Everything but what a rule works out anew. */
function contentOf(record: DataRecord, type: DataType) {
  const { id: _id, copiedFrom: _from, ...content } = record;
  const worked = [...type.sum, type.renumber?.field ?? ''];
  return Object.fromEntries(Object.entries(content).filter(([field]) => !worked.includes(field)));
}

function explain(given: Given) {
  const { type, source, target, after } = given;
  const own = new Map(target.map((record) => [record.id, record]));
  const originals = new Map(source.map((record) => [record.id, record]));
  const counts = { ...NO_RECORDS };
  const came = new Set<number>();
  for (const record of after) {
    const formerly = own.get(record.id);
    const original = originals.get(type.carry === 'move' ? record.id : Number(record.copiedFrom));
    if (formerly !== undefined) {
      const isSame = type.rule !== 'derive' || JSON.stringify(formerly) === JSON.stringify(record);
      if (isSame) expect(contentOf(record, type), type.id).toEqual(contentOf(formerly, type));
      counts[isSame ? 'kept' : 'derived'] += 1;
    } else if (type.rule === 'derive') counts.derived += 1;
    else {
      expect(original, `${type.id} has a record from nowhere`).toBeDefined();
      if (original === undefined) continue;
      expect(contentOf(record, type), type.id).toEqual(contentOf(original, type));
      expect(came.has(original.id), `${type.id} ${original.id} came twice`).toBe(false);
      expect(whyNot(original, given), `${type.id} ${original.id} may not come`).toBeNull();
      came.add(original.id);
      counts.combined += 1;
    }
  }
  const ids = new Set(after.map(({ id }) => id));
  counts.replaced = target.filter(({ id }) => !ids.has(id)).length;
  for (const record of source) {
    if (came.has(record.id)) continue;
    if (whyNot(record, given) !== null) counts.skipped += 1;
    else if (type.rule === 'sum') counts.summed += 1;
    else {
      expect(
        after.some((each) => sameAs(type)(each, record)),
        `${type.id} ${record.id} is lost`,
      ).toBe(true);
      counts.deduplicated += 1;
    }
  }
  return { counts, came };
}

/** What a rule promises of the records that the target ends up with. */
function checkRule(given: Given, came: ReadonlySet<number>): void {
  const { type, source, target, after, courses } = given;
  const isSame = sameAs(type);
  const open = after.filter((record) => !isAlone(type, record));
  if (type.rule === 'combine') {
    for (const record of source) if (came.has(record.id)) expect(target.some((own) => isSame(own, record))).toBe(false);
    if (type.renumber !== null) {
      const { field, by, within = '' } = type.renumber;
      for (const series of Map.groupBy(after, (record) => record[within] ?? null).values()) {
        const ordered = series.toSorted((left, right) => Number(left[field]) - Number(right[field]));
        expect(ordered.map((record) => record[field])).toEqual(series.map((_, index) => index + 1));
        const times = ordered.map((record) => Number(record[by] ?? 9));
        expect(times).toEqual(times.toSorted((left, right) => left - right));
      }
    }
  }
  if (type.rule === 'sum') {
    for (const field of type.sum) {
      const totals = (records: readonly DataRecord[]) => {
        const byKey = Map.groupBy(records, (record) => JSON.stringify(type.key.map((name) => record[name] ?? null)));
        const add = (held: readonly DataRecord[]) =>
          held.reduce((sum, record) => sum + (typeof record[field] === 'number' ? Number(record[field]) : 0), 0);
        return [...byKey].map(([name, held]) => [name, add(held)]).filter(([, sum]) => sum !== 0);
      };
      expect(new Map(totals(after) as [string, number][])).toEqual(
        new Map(totals([...source, ...target]) as [string, number][]),
      );
      const texts = (records: readonly DataRecord[]) => records.filter((record) => record[field] === 'many').length;
      expect(texts(after)).toBe(texts([...source, ...target]));
    }
  }
  if (type.rule === 'keep-best' || type.rule === 'keep-latest') {
    const missing = type.rule === 'keep-best' ? 'worst' : 'best';
    const shared = source.filter((record) => whyNot(record, given) === null);
    for (const record of shared) {
      const winners = open.filter((each) => isSame(each, record));
      if (!type.key.every((field) => (record[field] ?? '') !== '')) continue;
      expect(winners, `${type.id} of ${record.id}`).toHaveLength(1);
      const [winner] = winners;
      if (winner === undefined) continue;
      const own = target.filter((each) => !isAlone(type, each) && isSame(each, record));
      const taken = type.id === ENROLMENTS ? courses[String(record.course)] : undefined;
      const isOwn = own.some(({ id }) => id === winner.id);
      if (taken !== undefined && own.length > 0) expect(isOwn ? 'target' : 'source').toBe(taken);
      const rivals = taken === undefined ? [...shared, ...own] : isOwn ? own : shared;
      for (const rival of rivals.filter((each) => isSame(each, record))) {
        expect(compareRecords(winner, rival, type.best, missing), type.id).toBeLessThanOrEqual(0);
      }
      const best = own.some((each) => compareRecords(each, winner, type.best, missing) === 0);
      if (taken === undefined && best) expect(isOwn, `${type.id}: of two equals the target's stays`).toBe(true);
    }
  }
  if (type.rule === 'overwrite') {
    for (const record of target) {
      const isReplaced = source.some((each) => came.has(each.id) && isSame(each, record));
      expect(after.some(({ id }) => id === record.id)).toBe(!isReplaced);
    }
  }
}

/** C14, said once more: what each certification of the target is, by what came over completed. */
function checkCertifications({ target, after, people }: Given): void {
  const own = new Set((people.target.records[ENROLMENTS] ?? []).map(({ id }) => id));
  const came = (people.now.records[ENROLMENTS] ?? []).filter(
    ({ id, status }) => !own.has(id) && status === 'completed',
  );
  const earned = new Set(textsIn(came, 'certification').filter((name) => name !== ''));
  const statusOf = (records: readonly DataRecord[], name: string) =>
    records.find(({ certification }) => certification === name)?.status;
  for (const name of new Set([...earned, ...textsIn([...target, ...after], 'certification')])) {
    const isHeld = target.some(({ certification }) => certification === name);
    const former = statusOf(target, name);
    const isNew = earned.has(name) && (!isHeld || former === 'in renewal');
    expect(statusOf(after, name), name).toBe(isNew ? 'active' : former);
  }
}

test('whatever is chosen, each record of both people is in one place for one reason, and it is what it was', () => {
  fc.assert(
    fc.property(ownerOf(19, 0), ownerOf(21, 1000), carried, courses, (source, target, wanted, taken) => {
      const choices = { ...STANDARD_CHOICES, every: { fields: {}, courses: taken } };
      const merged = mergePair({ source, target, catalogue: STANDARD, operation: 'merge', carried: wanted, choices });
      const people = { source, target, now: withImage(target, merged.after.target) };
      const left = withImage(source, merged.after.source);
      const listed = new Map(merged.notMoved.map(({ type, count }) => [type, count]));
      expect(listed.get('unnamed') ?? 0).toBe(source.records.unnamed?.length ?? 0);
      for (const type of STANDARD.types) {
        const of = (person: Person) => person.records[type.id] ?? [];
        const change = merged.changes[type.id];
        if (change === undefined) {
          expect(of(left), type.id).toEqual(of(source));
          expect(of(people.now), type.id).toEqual(of(target));
          expect(listed.get(type.id) ?? 0, type.id).toBe(of(source).length);
          continue;
        }
        const isDeclined = type.id === ENROLMENTS && !wanted.has(ENROLMENTS);
        const records = { source: of(source), target: of(target), after: of(people.now) };
        const given = { type, ...records, people, isDeclined, courses: taken };
        const { counts, came } = explain(given);
        expect(countsOf(change), type.id).toEqual(countsOf(counts));
        const gone = new Set(type.carry === 'move' ? of(source).filter((each) => whyNot(each, given) === null) : []);
        expect(new Set(of(left)), type.id).toEqual(new Set(of(source).filter((record) => !gone.has(record))));
        checkRule(given, came);
        if (type.derive?.method === 'certify') checkCertifications(given);
      }
    }),
    { numRuns: 300 },
  );
});
