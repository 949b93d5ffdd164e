import path from 'node:path';
import { expect, test } from 'vitest';
import type { Image } from '../../source/model/change.ts';
import type { JournalEntry } from '../../source/model/journal.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { DataRecord } from '../../source/model/record.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import type { Person } from '../../source/model/user.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { STANDARD } from '../merge/given.ts';
import { ledgerOf, textOf } from '../merge/given-world.ts';
import { ACTOR, contentOf, finished, givenStore, openAt, writeAt } from '../store/given-store.ts';
import { CLOCK, pairsOf, planOn } from '../transfer/given-plan.ts';
import { NEVER } from '../transfer/given-run.ts';

const USERS = 5000;
const PAIRS = 2000;
/** Of 5 % of the pairs something changes after the run: half of them are edited, half are carried further. */
const CHANGED = 0.05 * PAIRS;

type World = Map<number, Person>;

/** Runs `plan` in this process as the run of that name, as a worker would. */
async function runHere(folder: string, run: string, plan: Plan): Promise<void> {
  await freezePlan(nodeDisk, systemRandom, folder, run, plan);
  const { writer } = await writeAt(folder);
  const request = { run, plan, catalogue: STANDARD, writer, clock: CLOCK, actor: ACTOR, stop: NEVER };
  for await (const event of runPlan(request)) expect(event.event).not.toBe('pair-failed');
  await writer.close();
}

async function worldAt(folder: string): Promise<World> {
  const { people } = await contentOf(await openAt(folder));
  return new Map(people.map((person) => [person.id, person]));
}

interface Edit {
  person: Person;
  type: string;
  id: number;
}

/** A record that the run carried to `person`, of a type whose records stand each for itself. */
function findCarried(person: Person, before: ReadonlyMap<string, { owner: number }>): Edit[] {
  const combined = STANDARD.types.filter(({ rule }) => rule === 'combine').map(({ id }) => id);
  const all = combined.flatMap((type) => (person.records[type] ?? []).map(({ id }) => ({ person, type, id })));
  return all.filter(({ type, id }) => before.get(`${type} ${id}`)?.owner !== person.id).slice(0, 1);
}

/** Changes these records, as the journal tells of it. */
async function editEach(folder: string, edits: readonly Edit[]): Promise<void> {
  const at = CLOCK.now().toISOString();
  const nobody: Image = { id: 1, records: {} };
  const entries = edits.map(({ person, type, id }): JournalEntry => {
    const records = person.records[type] ?? [];
    const edited = records.map((record) => (record.id === id ? { ...record, note: 'edited' } : record));
    const imageOf = (held: DataRecord[]): Image => ({ id: person.id, records: { [type]: held } });
    const before = { source: nobody, target: imageOf(records) };
    const after = { source: nobody, target: imageOf(edited) };
    return { kind: 'pair-done', run: 'edits', source: 1, target: person.id, at, before, after, counts: {} };
  });
  const pairs = edits.map(({ person }) => ({ source: 1, target: person.id }));
  const begun = { plan: 'edits', seal: '0', operation: 'transfer', undoOf: null, ...ACTOR, pairs } as const;
  const { writer } = await writeAt(folder);
  await writer.append([{ kind: 'run-started', run: 'edits', at, ...begun }]);
  await writer.append(entries);
  await writer.append([finished('edits')]);
  await writer.close();
}

/** Makes the plan that undoes `run`, runs it by "apply", and gives the plan and the id of its run. */
async function undo(folder: string, run: string): Promise<{ plan: Plan; id: string }> {
  const handover = (...args: string[]) =>
    runHandover(args, { cwd: path.dirname(folder), env: { HANDOVER_STORE: folder } });
  const out = `undo-${run}.json`;
  const plan = (await handover('undo', run, '--as', 'admin', '--out', out, '--force', '--json')).json() as Plan;
  const applied = await handover('apply', out, '--as', 'admin', '--confirm', plan.confirm);
  expect(applied.status, applied.stdout + applied.stderr).toBe(0);
  const [newest] = await (await openAt(folder)).runs();
  return { plan, id: newest?.id ?? '' };
}

/** So many pairs of ordinary people, and those who are left. */
function pairUp({ people }: StoreData): { pairs: [number, number][]; others: number[] } {
  const ids = people.filter(({ access }) => access === 'user').map(({ id }) => id);
  const pairs = Array.from({ length: PAIRS }, (_, index): [number, number] => [
    ids[2 * index] ?? 0,
    ids[2 * index + 1] ?? 0,
  ]);
  return { pairs, others: ids.slice(2 * PAIRS) };
}

/** The pairs of which a plan says that something of theirs changed since. */
const listed = ({ pairs }: Plan) =>
  new Set(
    pairs
      .filter(({ undo: types }) => Object.values(types).some(({ changed }) => changed > 0))
      .map(({ source }) => source.id),
  );

test('2,000 pairs undone are as before, redone as after; with 5 % changed since, those are listed and kept', async () => {
  const { folder, data } = await givenStore(USERS);
  const { pairs, others } = pairUp(data);
  await runHere(folder, 'one', planOn(data, pairsOf(...pairs)));
  const after = await worldAt(folder);

  const first = await undo(folder, 'one');
  expect(first.plan.pairs).toHaveLength(PAIRS);
  expect(first.plan.totals).toMatchObject({ changed: 0 });
  expect(textOf(await worldAt(folder))).toBe(textOf(new Map(data.people.map((person) => [person.id, person]))));

  await undo(folder, first.id);
  expect(ledgerOf(await worldAt(folder))).toEqual(ledgerOf(after));

  const before = ledgerOf(new Map(data.people.map((person) => [person.id, person])));
  const carried = pairs
    .flatMap(([, target]) => after.get(target) ?? [])
    .flatMap((person) => findCarried(person, before));
  const ofEach = (place: number) => carried.filter((_edit, index) => index % 20 === place).slice(0, CHANGED / 2);
  const edits = ofEach(0);
  const further = ofEach(1).map(({ person }, index): [number, number] => [person.id, others[index] ?? 0]);
  await editEach(folder, edits);
  const plan = planOn({ id: data.id, people: [...(await worldAt(folder)).values()] }, pairsOf(...further), {
    id: 'further',
  });
  await runHere(folder, 'further', plan);
  const changed = await worldAt(folder);
  const now = ledgerOf(changed);

  const second = await undo(folder, 'one');
  const since = new Set([...edits.map(({ person }) => person.id), ...further.map(([target]) => target)]);
  const expected = pairs.filter(([, target]) => since.has(target)).map(([source]) => source);
  expect(expected).toHaveLength(CHANGED);
  expect(listed(second.plan)).toEqual(new Set(expected));

  const end = await worldAt(folder);
  const ledger = ledgerOf(end);
  for (const { type, id } of edits) expect(ledger.get(`${type} ${id}`)).toEqual(now.get(`${type} ${id}`));
  for (const [, third] of further) expect(end.get(third)).toEqual(changed.get(third));
  for (const [source, target] of pairs) {
    if (since.has(target)) continue;
    for (const id of [source, target]) expect(end.get(id)).toEqual(data.people[id - 1]);
  }
});
