import { expect, test } from 'vitest';
import { readLoginWarning } from '../../source/session/login-warning.ts';
import { machineFiles, PASSWD, SESSION } from './machine-files.ts';

const KILLS = { 'etc/systemd/logind.conf': '[Login]\nKillUserProcesses=yes\n' };
const LINGERS = { 'var/lib/systemd/linger/jane': '' };
const MANAGER = '0::/user.slice/user-1000.slice/user@1000.service/app.slice/terminal.scope\n';

async function warned(cgroup: string, files: Record<string, string>, uid = 1000) {
  return readLoginWarning(await machineFiles({ 'etc/passwd': PASSWD, 'proc/self/cgroup': cgroup, ...files }), uid);
}

test('in a session, where sessions take all along: start it outside of it', async () => {
  expect(await warned(SESSION, KILLS)).toEqual({
    message: 'A run ends here when this login closes, in tmux or not.',
    cure: expect.stringContaining('loginctl enable-linger jane; systemd-run --user --scope handover'),
  });
});

test('lingering alone does not save what is in the session', async () => {
  const warning = await warned(SESSION, { ...KILLS, ...LINGERS });
  expect(warning?.cure).toContain('start it with: systemd-run --user --scope handover');
});

test('under sudo the session is still hers, and root needs no manager of its own', async () => {
  const warning = await warned(SESSION, KILLS, 0);
  expect(warning?.cure).toContain('start it with: systemd-run --scope handover');
});

test('an older systemd names the session among other groups', async () => {
  const groups =
    '12:pids:/user.slice/user-1000.slice/session-c2.scope\n1:name=systemd:/user.slice/user-1000.slice/session-c2.scope\n';
  expect(await warned(groups, KILLS)).not.toBeNull();
});

test('in her own manager, which ends with her last login', async () => {
  expect(await warned(MANAGER, {})).toEqual({
    message: 'A run ends here when the last login of jane closes.',
    cure: expect.stringContaining('say once: loginctl enable-linger jane'),
  });
});

test.each([
  ['in a session that leaves alone what it has started', SESSION, {}],
  ['in her own manager, which goes on', MANAGER, LINGERS],
  ['in a service of the system', '0::/system.slice/cron.service\n', KILLS],
  ['in a container', '0::/\n', KILLS],
])('nothing is wrong %s', async (_what, cgroup, files) => {
  expect(await warned(cgroup, files)).toBeNull();
});

test('nothing is wrong on a machine that knows no such groups', async () => {
  expect(await readLoginWarning(await machineFiles(KILLS), null)).toBeNull();
});
