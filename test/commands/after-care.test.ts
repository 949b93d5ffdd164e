import { expect, test } from 'vitest';
import type { AuditEntry } from '../../source/audit/read-audit.ts';
import type { Person } from '../../source/model/user.ts';
import { codeOf, type DemoFolder, demoFolder } from './demo-folder.ts';

/** Hands over all the work of 24 to 23. */
async function transfer({ run }: DemoFolder) {
  await run('plan', '--source', '24', '--target', '23', '--out', 'plan.json');
  await run('apply', 'plan.json', '--confirm', 'agent.1');
}

test('an account is closed with its phrase, opened again, and the log says who did it', async () => {
  const { run, json } = await demoFolder();
  const before = await json<Person>('users', 'show', '24');
  expect(await codeOf(run('users', 'deactivate', '24', '23', '--json'))).toEqual({ status: 2, code: 'not-confirmed' });
  expect((await run('users', 'deactivate', '24', '23')).stderr).toContain('The deactivation of 2 accounts was not');
  expect((await run('users', 'deactivate', '24')).stderr).toContain(
    'The deactivation of Agent 2 (24) was not confirmed',
  );
  expect(await codeOf(run('users', 'deactivate', '24', '--confirm', 'DEACTIVATE 2', '--json'))).toMatchObject({
    status: 2,
  });
  expect(await json<Person>('users', 'show', '24')).toEqual(before);
  expect(await run('users', 'deactivate', '24', '--confirm', 'DEACTIVATE 1')).toMatchObject({ status: 0 });
  const closed = await json<Person>('users', 'show', '24');
  expect(closed).toMatchObject({ active: false, records: before.records });
  expect(closed.profile.Deactivated).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await codeOf(run('users', 'deactivate', '24', '--confirm', 'DEACTIVATE 1', '--json'))).toEqual({
    status: 4,
    code: 'nothing-to-do',
  });
  await run('users', 'activate', '24', '--confirm', 'ACTIVATE 1');
  expect(await json<Person>('users', 'show', '24')).toEqual(before);
  const told = (await json<AuditEntry[]>('audit')).filter(({ event }) => event === 'person-changed');
  expect(told.map(({ operator, person, result }) => [operator, person, result])).toEqual([
    ['admin', 24, 'deactivated'],
    ['admin', 24, 'activated'],
  ]);
  expect((await run('audit')).stdout).toMatch(/person changed +the person with the ID 24 +deactivated/);
  expect(await run('audit', '--verify')).toMatchObject({ status: 0 });
});

test('who cannot be closed, and words that do not go together, are refused', async () => {
  const { run } = await demoFolder();
  const refused: [string[], number, string][] = [
    [['1'], 7, 'privileged-user'],
    [['99999'], 2, 'unknown-user'],
    [['x'], 2, 'not-an-id'],
    [[], 2, 'wrong-words'],
    [['24', '--emptied'], 2, 'wrong-words'],
    [['--emptied'], 4, 'nothing-to-do'],
    [['24', '--read-only'], 7, 'read-only'],
  ];
  for (const [words, status, code] of refused) {
    const ended = run('users', 'deactivate', ...words, '--confirm', 'DEACTIVATE 1', '--json');
    expect(await codeOf(ended), words.join(' ')).toEqual({ status, code });
  }
});

test('nobody is activated beyond the seats', async () => {
  const { run, json } = await demoFolder();
  const active = (await json<Person[]>('users')).length;
  await run('settings', 'seats', String(active));
  expect(await codeOf(run('users', 'activate', '19', '--confirm', 'ACTIVATE 1', '--json'))).toEqual({
    status: 4,
    code: 'no-seat-left',
  });
});

test('no emptied account is one sentence, and no headings over nothing', async () => {
  const { run } = await demoFolder();
  expect(await run('users', '--emptied')).toMatchObject({ stdout: 'No account is emptied and active.\n', stderr: '' });
});

test('emptied accounts are listed until they are closed, and not once their data is back', async () => {
  const demo = await demoFolder();
  const { run, json } = demo;
  await transfer(demo);
  expect(await json<Person[]>('users', '--emptied')).toMatchObject([{ id: 24 }]);
  const { stderr } = await run('users', '--emptied');
  expect(stderr).toContain('users deactivate --emptied');
  await run('undo', '--out', 'undo.json');
  await run('apply', 'undo.json', '--confirm', 'UNDO 1');
  expect(await json<Person[]>('users', '--emptied')).toEqual([]);
  await run('undo', '--out', 'redo.json');
  await run('apply', 'redo.json', '--confirm', 'UNDO 1');
  expect(await json('users', 'deactivate', '--emptied', '--confirm', 'DEACTIVATE 1')).toEqual({ deactivated: [24] });
  expect(await json<Person[]>('users', '--emptied')).toEqual([]);
});

test('a merged account is deleted for good, with what the merge had left behind, and the log and the undo say so', async () => {
  const { run, json } = await demoFolder();
  expect(await codeOf(run('users', 'delete', '208', '--confirm', 'callum.okeeffe208', '--json'))).toEqual({
    status: 4,
    code: 'still-needed',
  });
  await run('plan', '--operation', 'merge', '--source', '208', '--target', '60', '--out', 'merge.json');
  await run('apply', 'merge.json', '--confirm', 'callum.okeeffe60');
  expect(await codeOf(run('users', 'delete', '208', '--json'))).toEqual({ status: 2, code: 'not-confirmed' });
  const pointed = await run('users', 'delete', '60', '--confirm', 'DELETE 1');
  expect(pointed.stderr).toContain('accounts merged into it 1');
  expect(pointed.stderr).toContain("Accounts were merged into this one:\n  Callum O'Keeffe (208)");
  expect(await json('users', 'delete', '208', '--confirm', 'callum.okeeffe208')).toMatchObject([{ deleted: 208 }]);
  expect(await codeOf(run('users', 'show', '208', '--json'))).toEqual({ status: 2, code: 'unknown-user' });
  expect(await json<Person>('users', 'show', '60')).toMatchObject({ id: 60 });
  const told = (await json<AuditEntry[]>('audit')).filter(({ event }) => event === 'person-deleted');
  expect(told).toMatchObject([{ operator: 'admin', person: 208, result: 'deleted' }]);
  const gone = (await run('users', 'show', '208')).stderr;
  expect(gone).toMatch(/^The account 208 was deleted on \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC by admin\.\n/);
  expect(gone).toMatch(/It was merged into Callum .*\(60\): handover runs show \S+ --pair 208:60/);
  const undo = (await run('undo')).stdout;
  expect(undo).toContain('Not put back: Nobody has the user ID 208.');
  expect(undo).toContain('nothing brings back an account that was deleted');
  expect(await run('audit', '--verify')).toMatchObject({ status: 0 });
  expect(await run('doctor')).toMatchObject({ status: 0 });
});

test('what a merged account still owns is freed in a way that can be gone', async () => {
  const { run } = await demoFolder();
  await run('plan', '--operation', 'merge', '--source', '20', '--target', '22', '--out', 'merge.json');
  await run('apply', 'merge.json', '--confirm', 'sam.rodgers');
  const { stderr } = await run('users', 'delete', '20', '--detach');
  expect(stderr).toMatch(/What a transfer can still carry: transfer it to user 22, or to another/);
  expect(stderr).not.toMatch(/[Mm]erge (first|this person)/);
});

test('whoever others name, or who alone owns something, is not deleted, and it says what that is', async () => {
  const { run, json } = await demoFolder();
  const { stderr, status } = await run('users', 'delete', '30', '--confirm', 'DELETE 1');
  expect(status).toBe(4);
  expect(stderr.replace(/\s+/g, ' ')).toMatch(
    /others name this person in: Managers \d+, .*; this person alone owns: \w+/,
  );
  expect(await json<Person>('users', 'show', '30')).toMatchObject({ id: 30 });
});

interface Refusal {
  error: { code: string };
  people: { naming: { label: string; by: number[] }[]; going: { label: string; count: number; why: string }[] }[];
}

test('what goes with an account is told before it is deleted, to people and to programs', async () => {
  const demo = await demoFolder();
  const { run, json } = demo;
  await transfer(demo);
  const told = await run('users', 'delete', '24', '--detach');
  expect(told).toMatchObject({ status: 2, stdout: '' });
  expect(told.stderr).toContain('nothing carries it, and nobody else has it:\n  desk-bookings 1');
  expect(told.stderr).toContain('No undo brings a deleted account back');
  const { error, people } = await json<Refusal>('users', 'delete', '24', '--detach');
  expect(error.code).toBe('not-confirmed');
  expect(people[0]?.going).toContainEqual({ label: 'desk-bookings', count: 1, why: 'uncarried' });
  expect(await json<Person>('users', 'show', '24')).toMatchObject({ id: 24 });
});

test('records of others that name somebody stay and name nobody once that is asked for, and the log tells', async () => {
  const demo = await demoFolder();
  const { run, json } = demo;
  await transfer(demo);
  const before = await json<Person>('users', 'show', '20');
  const { error, people } = await json<Refusal>('users', 'delete', '24', '--confirm', 'DELETE 1');
  expect(error.code).toBe('still-needed');
  expect(people[0]?.naming).toContainEqual(expect.objectContaining({ label: 'Team members', by: [19, 20] }));
  expect(await run('users', 'delete', '24', '--detach', '--confirm', 'agent.2')).toMatchObject({ status: 0 });
  const named = before.records['team-members']?.map((each) => (each.person === 24 ? { ...each, person: null } : each));
  const records = { ...before.records, 'team-members': named };
  expect(await json<Person>('users', 'show', '20')).toEqual({ ...before, records });
  const told = (await json<AuditEntry[]>('audit')).filter(({ event }) => event === 'references-cleared');
  expect(told).toContainEqual(expect.objectContaining({ operator: 'admin', person: 20, result: 'name 24 no more' }));
  expect(await run('audit', '--verify')).toMatchObject({ status: 0 });
  expect(await run('doctor')).toMatchObject({ status: 0 });
});

test('closed accounts that are emptied are listed where inactive ones are asked for', async () => {
  const demo = await demoFolder();
  const { run, json } = demo;
  await transfer(demo);
  await run('users', 'deactivate', '--emptied', '--confirm', 'DEACTIVATE 1');
  expect(await json<Person[]>('users', '--emptied', '--inactive')).toMatchObject([{ id: 24, active: false }]);
  expect((await run('users', '--emptied')).stdout).toContain('1 closed');
  expect(await codeOf(run('users', 'deactivate', '--emptied', '--confirm', 'DEACTIVATE 1', '--json'))).toMatchObject({
    code: 'nothing-to-do',
  });
});
