import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isValidElement } from 'react';
import { expect, test } from 'vitest';
import { apply } from '../../source/commands/apply.ts';
import { Flags } from '../../source/commands/flags.ts';
import type { Context } from '../../source/session/context.ts';
import { enterStore } from '../../source/wizard/enter-store.tsx';
import type { State } from '../../source/wizard/state.ts';
import { givenStore } from '../store/given-store.ts';
import { pairsOf, planOn } from '../transfer/given-plan.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';
import { machineFiles, PASSWD, SESSION } from './machine-files.ts';

const KILLS = { 'etc/systemd/logind.conf': '[Login]\nKillUserProcesses=yes\n' };

/** The context of a store beside a plan for it, on a machine whose logins end what they have started, or do not. */
async function givenLogin(rules: Record<string, string>): Promise<Context> {
  const { folder, data } = await givenStore();
  const { context } = await deskAt(folder);
  await writeFile(path.join(context.cwd, 'plan.json'), JSON.stringify(planOn(data, pairsOf([19, 21]))));
  const root = await machineFiles({ 'etc/passwd': PASSWD, 'proc/self/cgroup': SESSION, ...rules });
  return { ...context, root, uid: 1000 };
}

/** What apply says before it finds that nobody has confirmed the plan. */
async function saidByApply(context: Context): Promise<string> {
  let said = '';
  const stderr = { write: (text: string) => (said += text) } as unknown as NodeJS.WriteStream;
  await expect(apply({ ...context, stderr }, ['plan.json'], new Flags({}))).rejects.toMatchObject({
    code: 'not-confirmed',
  });
  return said;
}

test('apply says it before it asks, with the cure', async () => {
  const said = await saidByApply(await givenLogin(KILLS));
  expect(said).toContain('A run ends here when this login closes, in tmux or not.');
  expect(said).toContain('loginctl enable-linger jane; systemd-run --user --scope handover');
  expect(await saidByApply(await givenLogin({}))).toBe('');
});

test('the wizard knows it, and where the cure stands', async () => {
  const warningOf = async (rules: Record<string, string>) => {
    const app = await enterStore(await givenLogin(rules), { columns: 80, rows: 24 }, () => undefined);
    if (!isValidElement<{ first: State }>(app)) throw new Error('No element');
    return app.props.first.world.loginWarning;
  };
  expect(await warningOf(KILLS)).toContain(
    'when this login closes, in tmux or not. "handover doctor" says what helps.',
  );
  expect(await warningOf({})).toBeNull();
});
