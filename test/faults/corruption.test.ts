import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeDice } from '../../source/people/demo/dice.ts';
import { checkResumable } from '../../source/transfer/check-runnable.ts';
import { parsePlan } from '../../source/transfer/parse-plan.ts';
import { STANDARD } from '../merge/given.ts';
import { HOLDER, openAt, writeAt } from '../store/given-store.ts';
import { corruptStore } from './corrupt-store.ts';
import { everythingOf, workedStore } from './worked-store.ts';

test('2,000 flipped bits, 200 cuts and all swapped lines in the files of a store: each is named', async () => {
  const { flip, cut, swap } = await corruptStore(await workedStore(false), 7);
  expect([...flip.faults, ...cut.faults, ...swap.faults]).toEqual([]);
  expect(flip).toMatchObject({ named: 2000, torn: 0, harmless: 0 });
  // The end of the last journal, cut: a killed writer leaves the same, so it is taken for that and nothing else is.
  expect(cut).toMatchObject({ named: 160, torn: 40, harmless: 0 });
  expect(swap).toMatchObject({ torn: 0, harmless: 0 });
  expect(swap.named).toBeGreaterThan(30);
});

test('of a store at rest, whose last journal is empty, nothing that is missing is taken for torn', async () => {
  const isJournal = (name: string) => name.startsWith('journal');
  const { flip, cut, swap } = await corruptStore(await workedStore(true), 8, isJournal);
  expect([...flip.faults, ...cut.faults, ...swap.faults]).toEqual([]);
  expect([flip.named, cut.named]).toEqual([500, 60]);
});

test('a journal in place of another is named, and so is one whose place is empty', async () => {
  const { folder, files } = await workedStore(true);
  const journal = (generation: number) => path.join(folder, `journal.${generation}.jsonl`);
  await writeFile(journal(1), files.get('journal.2.jsonl') ?? '');
  const swapped = await everythingOf(await openAt(folder)).catch((error: unknown) => error);
  expect(swapped).toMatchObject({ code: 'damaged-journal', message: expect.stringContaining('journal.1.jsonl') });
  await rename(journal(1), path.join(folder, 'elsewhere'));
  const missing = await everythingOf(await openAt(folder)).catch((error: unknown) => error);
  expect(missing).toMatchObject({ code: 'missing-journal', message: expect.stringContaining(journal(1)) });
});

test('a former checkpoint in place of the present one tells the same, by way of the journals', async () => {
  const { folder, files } = await workedStore(false);
  const before = await everythingOf(await openAt(folder));
  for (const name of ['checkpoint.1.json', 'checkpoint.2.json']) {
    await writeFile(path.join(folder, 'store.json'), files.get(name) ?? '');
    expect(await everythingOf(await openAt(folder)), name).toEqual(before);
  }
});

test('the frozen plan of another run is not gone on with', async () => {
  const { folder, files } = await workedStore(false);
  const store = await openAt(folder);
  const [run, { id, operators }] = [await store.run('one'), await store.info()];
  const operator = operators.find(({ login }) => login === 'admin');
  if (run === null || operator === undefined) throw new Error('The store has no run "one", or no admin');
  const refusalOf = (name: string) => {
    const plan = parsePlan(files.get(name)?.toString() ?? '', name);
    return checkResumable(plan, run, { store: id, operator, catalogue: STANDARD });
  };
  expect(refusalOf('runs/one/plan.json')).toBeNull();
  expect(refusalOf('runs/two/plan.json')).toMatchObject({ code: 'foreign-plan' });
});

test('200 flipped bits in the note about the writer: it names the writer or nobody, never another process', async () => {
  const { folder } = await workedStore(false);
  const { store, writer } = await writeAt(folder);
  const file = path.join(folder, 'lock.json');
  const sound = await readFile(file);
  const dice = makeDice(9);
  for (let round = 0; round < 200; round += 1) {
    const place = dice.whole(0, sound.length - 1);
    const note = Buffer.from(sound);
    note.writeUInt8(note.readUInt8(place) ^ (1 << dice.whole(0, 7)), place);
    await writeFile(file, note);
    const told = await store.holder();
    if (told?.login !== 'somebody') expect(told, `byte ${place} of ${note}`).toEqual(HOLDER);
  }
  await writer.close();
});

test.each([1, 15, 16, 100, 512, 4096, 5000])(
  'a lock file of %i bytes of anything locks, or is named; two writers there never are',
  async (length) => {
    const { folder } = await workedStore(false);
    await writeFile(path.join(folder, 'lock.db'), randomBytes(length));
    const named = { code: 'unusable-lock', message: expect.stringContaining(path.join(folder, 'lock.db')) };
    try {
      const { writer } = await writeAt(folder);
      await expect(writeAt(folder)).rejects.toMatchObject({ code: 'store-held' });
      await writer.close();
    } catch (error) {
      expect(error).toMatchObject(named);
    }
  },
);
