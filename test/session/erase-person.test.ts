import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyAudit } from '../../source/audit/verify-audit.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { countErasable, erasePerson } from '../../source/session/erase-person.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { writeLogged } from '../audit/given-audit.ts';
import { failed, givenStore, openAt, started } from '../store/given-store.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';

test('of somebody who is no longer in the store, and whom only a reason can name, the reason is erased', async () => {
  const { people } = makeDemo({ users: 30, seed: 7 });
  const { folder } = await givenStore(30, { people: people.filter(({ id }) => id !== 1) });
  await writeLogged(folder, [started('one', 2), failed('one', 0, 'Jane Doe is gone.')]);
  const { session, context } = await deskAt(folder);
  expect(await countErasable(1, session, context)).toBe(1);
  expect(await erasePerson(1, session, context)).toBe(1);
  expect(await readFile(join(folder, 'audit.jsonl'), 'utf8')).not.toContain('Jane Doe');
  expect((await verifyAudit(await openAt(folder), nodeDisk)).findings).toEqual([]);
  for (const again of [countErasable, erasePerson]) {
    await expect(again(1, session, context)).rejects.toMatchObject({ code: 'not-in-audit' });
  }
});

test('whether somebody is to be erased is asked again once nobody else writes', async () => {
  const { folder } = await givenStore();
  await writeLogged(folder, [started('one', 2), failed('one', 0)]);
  const [first, second] = await Promise.all([deskAt(folder), deskAt(folder)]);
  expect(await countErasable(1, first.session, first.context)).toBe(1);
  expect(await erasePerson(1, second.session, second.context)).toBe(1);
  await expect(erasePerson(1, first.session, first.context)).rejects.toMatchObject({ code: 'not-in-audit' });
});
