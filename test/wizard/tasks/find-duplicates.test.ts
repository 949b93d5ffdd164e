import { expect, test } from 'vitest';
import { listDuplicates } from '../../../source/session/list-duplicates.ts';
import { deskAt, givenRun, perform } from './given-desk.ts';

/** A store in which 23 and 24 have one address. */
async function storeOfTwins(): Promise<string> {
  const { folder } = await givenRun([[19, 21, 'done']], 'succeeded', (people) =>
    people.map((person) => (person.id === 23 || person.id === 24 ? { ...person, email: 'twin@hart.example' } : person)),
  );
  return folder;
}

test('accounts that may be one person’s are found as a task that tells how far it is', async () => {
  const folder = await storeOfTwins();
  const outcome = await perform({ kind: 'find-duplicates' }, await deskAt(folder));
  expect(outcome).toMatchObject({
    type: 'task-done',
    result: { found: [{ score: expect.any(Number), reasons: expect.arrayContaining(['the same e-mail address']) }] },
  });
  const shares: number[] = [];
  const { session } = await deskAt(folder);
  const found = await listDuplicates(session, { onProgress: (share) => shares.push(share) });
  expect(found.flatMap(({ source, target }) => [source.id, target.id]).toSorted()).toEqual([23, 24]);
  expect(shares.length).toBeGreaterThan(0);
  expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
});

test('what is given up ends at once', async () => {
  const { session } = await deskAt(await storeOfTwins());
  await expect(listDuplicates(session, { signal: AbortSignal.abort() })).rejects.toThrow();
});
