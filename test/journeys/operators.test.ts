import { expect, test } from 'vitest';
import { demoFolder } from '../commands/demo-folder.ts';
import { choose, openWizard, quit } from './session.ts';

test('read-only: the mode is on every screen, and nothing that changes the store can be chosen', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard({ ...demo, args: ['--read-only'] });
  expect(terminal.screen()[0]).toMatch(/READ-ONLY$/);
  expect(terminal.screen().join('\n')).toContain('READ-ONLY: nothing can be changed');
  for (const label of ['Single', 'Bulk']) {
    await choose(terminal, label);
    await terminal.waitFor('▲ read-only: opened to look, not to change');
    expect(terminal.screen()[0]).toContain('Start');
  }
  await choose(terminal, 'Export');
  await terminal.waitFor('Save as:');
  expect(terminal.screen()[0]).toMatch(/READ-ONLY$/);
  expect(await quit(terminal)).toBe(0);
});

test('an operator without the right is told which one is missing', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard({ ...demo, args: ['--as', 'auditor'] });
  expect(terminal.screen()[0]).toMatch(/auditor {2}LIVE$/);
  await choose(terminal, 'Single');
  await terminal.waitFor('▲ auditor lacks the permission "User Data Transfer"');
  expect(terminal.screen()[0]).toContain('Start');
  expect(await quit(terminal)).toBe(0);
});

test('a team lead sees people outside the view with the reason, and cannot pick them', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard({ ...demo, args: ['--as', 'team-lead'] });
  expect(terminal.screen().join('\n')).toContain('the users of your view "Support floor"');
  await choose(terminal, 'Single');
  await terminal.waitFor('Target user');
  terminal.type('agent 1');
  await terminal.waitFor(/❯ +23 +Agent 1 +✗ is outside your view Support floor/);
  terminal.press('enter');
  await terminal.waitFor('▲ Agent 1 (23) cannot be picked: is outside your view Support floor.');
  terminal.press('escape');
  await terminal.waitFor('type to search');
  terminal.type('jenny andrews');
  await terminal.waitFor(/❯ +21 +Jenny Andrews +jenny/);
  terminal.press('enter');
  await terminal.waitFor('2/8: Source user');
});
