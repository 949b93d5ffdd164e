import { expect, test } from 'vitest';
import type { AuditEntry } from '../../source/audit/read-audit.ts';
import type { Settings } from '../../source/model/store-data.ts';
import { codeOf, demoFolder } from './demo-folder.ts';

test('settings are shown, changed and kept, and the log tells who changed them', async () => {
  const { run, json } = await demoFolder('--users', '40');
  const before = await json<Settings>('settings');
  expect((await run('settings')).stdout).toMatch(/^keep-checkpoints +3 +checkpoints /);
  expect((await run('settings', 'keep-checkpoints', '5')).stdout).toMatch(/^keep-checkpoints {2}5 /);
  expect(await json('settings', 'seats', '301')).toEqual({ seats: 301 });
  expect(await json('settings', 'sends-activation-mail', 'no')).toEqual({ sendsActivationMail: false });
  const after = { guest: before.guest, keepCheckpoints: 5, seats: 301, sendsActivationMail: false };
  expect(await json('settings')).toEqual(after);
  expect(await json('settings', 'seats', 'none')).toEqual({ seats: null });
  expect((await run('settings', 'seats')).stdout).toMatch(/^seats {2}none /);
  expect((await run('audit')).stdout).toMatch(
    / keep-checkpoints: 5\n.* seats: 301\n.* sends-activation-mail: no\n.* seats: none\n/,
  );
  const told = (await json<AuditEntry[]>('audit')).filter(({ event }) => event === 'settings-changed');
  expect(told.map(({ operator, settings }) => ({ operator, settings }))).toEqual(
    [{ keepCheckpoints: 5 }, { seats: 301 }, { sendsActivationMail: false }, { seats: null }].map((settings) => ({
      operator: before.guest,
      settings,
    })),
  );
});

test('what JSON shows, name and value, can be typed as it stands', async () => {
  const { json } = await demoFolder('--users', '40');
  expect(await json('settings', 'keepCheckpoints')).toEqual({ keepCheckpoints: 3 });
  for (const [name, value, set] of [
    ['keepCheckpoints', '5', { keepCheckpoints: 5 }],
    ['sendsActivationMail', 'true', { sendsActivationMail: true }],
    ['sends-activation-mail', 'false', { sendsActivationMail: false }],
    ['seats', 'null', { seats: null }],
  ] as const) {
    expect(await json('settings', name, value)).toEqual(set);
  }
});

test('fewer seats than active people are told of', async () => {
  const { run } = await demoFolder('--users', '40');
  const { status, stderr } = await run('settings', 'seats', '3');
  expect(status).toBe(0);
  expect(stderr).toMatch(/^\d+ accounts are active already, more than there are seats\. They stay so;/);
  expect((await run('settings', 'seats', '3000')).stderr).toBe('');
});

test('what cannot be set is refused and named, and changes nothing', async () => {
  const { run, json } = await demoFolder('--users', '40');
  const before = await json('settings');
  for (const [words, status, code] of [
    [['seats', '1e3'], 2, 'bad-value'],
    [['keep-checkpoints', '1001'], 2, 'bad-value'],
    [['sends-activation-mail', 'constructor'], 2, 'bad-value'],
    [['guest', 'admin'], 2, 'fixed-setting'],
    [['chairs'], 2, 'unknown-setting'],
    [['seats', '9', '--read-only'], 7, 'read-only'],
    [['seats', '9', '--as', 'auditor'], 7, 'not-permitted'],
    [['seats', '9', '--as', 'team-lead'], 7, 'not-permitted'],
    [['sends-activation-mail', 'no', '--as', 'team-lead'], 7, 'not-permitted'],
    [['keep-checkpoints', '9', '--as', 'auditor'], 7, 'not-permitted'],
  ] as const) {
    expect(await codeOf(run('settings', ...words, '--json')), words.join(' ')).toEqual({ status, code });
  }
  expect(await json('settings', '--as', 'auditor')).toEqual(before);
  const told = await run('settings', 'seats', '10', '--as', 'team-lead');
  expect(told.stderr).toContain('team-lead lacks the permission "Assign User Roles".');
  expect(await json('settings', 'keep-checkpoints', '4', '--as', 'team-lead')).toEqual({ keepCheckpoints: 4 });
});
