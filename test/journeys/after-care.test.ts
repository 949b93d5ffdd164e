import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, type DemoFolder, demoFolder } from '../commands/demo-folder.ts';
import type { Terminal } from '../helpers/terminal.ts';
import { choose, farewellOf, openWizard, pick, quit } from './session.ts';

const show = (demo: DemoFolder, id: number) => demo.json<{ active: boolean }>('users', 'show', String(id));

/** Types the phrase that is asked for, and presses Enter. */
async function confirm(terminal: Terminal, phrase: string): Promise<void> {
  await terminal.waitFor(new RegExp(`Type +${phrase} +to confirm`));
  terminal.type(phrase);
  await terminal.waitFor('That is the phrase');
  terminal.press('enter');
}

/** Presses the button beside the safe one. */
async function agree(terminal: Terminal, button: string): Promise<void> {
  await terminal.waitFor('[ Leave it ]');
  terminal.press('right');
  await terminal.waitFor(`[ ${button} ]`);
  terminal.press('enter');
}

/** To the result of the newest run. */
async function openNewest(terminal: Terminal): Promise<void> {
  await choose(terminal, 'History');
  await terminal.waitFor('Filter:');
  terminal.press('enter');
  await terminal.waitFor('Result of');
}

test('the source of a merge is closed from its result, and opened again as the wizard says', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard(demo);
  await choose(terminal, 'Merge');
  await choose(terminal, 'Two profiles');
  await terminal.waitFor('1/11: Source profile');
  await pick(terminal, 'agent.2', 'Agent 2');
  await terminal.waitFor('2/11: Destination');
  await pick(terminal, 'agent.1', 'Agent 1');
  await terminal.waitFor(/│ +E-mail address/);
  for (const step of ['4/11: User information', '5/11: Enrolments', '6/11: What is merged', '[User Information']) {
    terminal.press('enter');
    await terminal.waitFor(step);
  }
  terminal.press('enter');
  await terminal.waitFor('[ Cancel ]');
  terminal.press('right');
  await terminal.waitFor('[ Merge Users ]');
  terminal.press('enter');
  await confirm(terminal, 'agent.1');
  await terminal.waitFor('Merge Successful');

  await choose(terminal, 'Deactivate the source');
  await terminal.waitFor('Deactivate Agent 2 (24)?');
  await agree(terminal, 'Deactivate');
  await terminal.waitFor('✓ Agent 2 (24) deactivated.');
  await terminal.waitFor(/Deactivate the source +the source is inactive already/);
  expect(await show(demo, 24)).toMatchObject({ active: false, mergedInto: 23 });
  expect(await quit(terminal)).toBe(0);
  expect(farewellOf(terminal)).toContain('Take it back with: handover users activate 24');
  expect(await demo.run('users', 'activate', '24', '--confirm', 'ACTIVATE 1')).toMatchObject({ status: 0 });
});

test('a deletion is refused with what stands against it; once all of that is freed, the source of a merge is deleted', async () => {
  const demo = await demoFolder();
  await demo.run('plan', '--operation', 'merge', '--source', '24', '--target', '23', '--out', 'merge.json');
  await demo.run('apply', 'merge.json', '--confirm', 'agent.1');
  const terminal = await openWizard(demo);
  await openNewest(terminal);
  await choose(terminal, 'Delete the source');
  await terminal.waitFor('Agent 2 (24) cannot be deleted yet.');
  await terminal.waitFor(/Team members 2, of John Smith \(19\), James Anderson \(20\)/);
  await terminal.waitFor(/A transfer can still carry:\n +Evaluations as evaluator 3/);
  terminal.press('n', 'enter');
  await terminal.waitFor('Not yet: free first what stands above.');
  await demo.run('plan', '--source', '24', '--target', '23', '--out', 'transfer.json');
  await demo.run('apply', 'transfer.json', '--confirm', 'agent.1');
  terminal.press('escape');

  await choose(terminal, 'Delete the source');
  await terminal.waitFor('To free it: press n;');
  expect(terminal.screen().join('\n')).not.toContain('A transfer can still carry');
  terminal.press('n');
  await terminal.waitFor('Agent 2 (24) can be deleted.');
  await terminal.waitFor('desk-bookings 1');
  terminal.press('enter');
  await terminal.waitFor('No undo brings a deleted account back.');
  await confirm(terminal, 'agent.2');
  await terminal.waitFor('✓ Agent 2 (24) is deleted.');
  await terminal.waitFor(/Delete the source +the source is deleted already/);
  expect(await quit(terminal)).toBe(0);
  expect(await codeOf(demo.run('users', 'show', '24', '--json'))).toMatchObject({ code: 'unknown-user' });
  expect(await demo.run('audit', '--verify')).toMatchObject({ status: 0 });
});

test('emptied accounts are listed with where their data went, marked, and deactivated at one time', async () => {
  const demo = await demoFolder();
  await writeFile(path.join(demo.folder, 'pairs.csv'), 'From User ID,To User ID\n24,23\n14,22\n20,21\n');
  const terminal = await openWizard(demo);
  await choose(terminal, 'Emptied');
  await terminal.waitFor('No account is emptied.');
  terminal.press('escape');
  await demo.run('plan', '--file', 'pairs.csv', '--out', 'plan.json');
  await demo.run('apply', 'plan.json', '--confirm', 'TRANSFER 3');

  await choose(terminal, 'Emptied');
  await terminal.waitFor(/❯ \[ \] +14 +Callum \S+ +active +transferred to/);
  await terminal.waitFor(/\[ \] +20 +James \S+ +inactive +transferred to/);
  terminal.press('shift+tab');
  await terminal.waitFor(/\[x\] +24 +Agent 2 +active/);
  terminal.press('enter');
  await choose(terminal, 'Deactivate');
  await terminal.waitFor(/Deactivate 2 accounts: Callum Hargreave \(14\), Agent 2 \(24\)\?/);
  await agree(terminal, 'Deactivate');
  await terminal.waitFor('✓ 2 accounts deactivated.');
  await terminal.waitFor(/\[ \] +24 +Agent 2 +inactive/);
  expect(await Promise.all([show(demo, 14), show(demo, 24)])).toMatchObject([{ active: false }, { active: false }]);
  terminal.type('agent');
  await terminal.waitFor('1 of 3');
  terminal.type(' 2');
  await terminal.waitFor(/Search: +agent 2/);
  expect(await quit(terminal)).toBe(0);
});
