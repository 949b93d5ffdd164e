import { expect, test } from 'vitest';
import { demoFolder } from './demo-folder.ts';

interface Brief {
  id: number;
  active: boolean;
}

test('active people, and with --inactive everybody', async () => {
  const { json, run } = await demoFolder();
  const active = await json<Brief[]>('users');
  const everybody = await json<Brief[]>('users', '--inactive');
  expect(everybody).toHaveLength(240);
  expect(active).toEqual(everybody.filter((user) => user.active));
  expect(everybody.find(({ id }) => id === 19)).toEqual({
    id: 19,
    login: 'john.smith',
    email: expect.stringContaining('@'),
    firstName: 'John',
    lastName: 'Smith',
    active: false,
    access: 'user',
  });
  const { stdout, stderr } = await run('users', '--inactive');
  expect(stdout.trimEnd().split('\n')).toHaveLength(241);
  expect(stderr).toContain('240 of 240');
});

test('--query finds by name, the best first', async () => {
  const { json } = await demoFolder();
  const [best] = await json<Brief[]>('users', '--query', 'smith john', '--inactive');
  expect(best?.id).toBe(19);
  expect(await json<Brief[]>('users', '--query', 'no such person at all')).toEqual([]);
});

test('users show tells all of one person', async () => {
  const { json, run } = await demoFolder();
  const john = await json<Record<string, unknown>>('users', 'show', '19');
  expect(Object.keys(john)).toEqual([
    'id',
    'login',
    'email',
    'firstName',
    'lastName',
    'active',
    'access',
    'profile',
    'records',
    'mergedInto',
  ]);
  expect(john).toMatchObject({ id: 19, mergedInto: null, records: { 'agent-schedules': expect.any(Array) } });
  const { stdout } = await run('users', 'show', '19');
  expect(stdout).toContain('John Smith (19)');
  expect(stdout).toMatch(/desk-bookings +not in the catalogue/);
});
