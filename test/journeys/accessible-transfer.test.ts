import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { demoFolder } from '../commands/demo-folder.ts';
import { openQuestions } from '../helpers/questions.ts';
import { runHandover } from '../helpers/run-handover.ts';

interface Shown {
  records: Record<string, unknown[]>;
}

/** Whatever would move a cursor, colour or erase: everything but printed characters and ends of lines. */
const CONTROLS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/;

test('a single transfer, asked and answered line by line, with nothing but lines written', async () => {
  const demo = await demoFolder();
  const before = await demo.json<Shown>('users', 'show', '19');
  const wizard = openQuestions(demo);
  expect(await wizard.waitFor('1. Single: Transfer data')).toMatch(/^Start\.\nYou are: .*\(admin\)/);
  await wizard.answers(
    ['1', 'Single transfer, step 1 of 8: Target user.'],
    ['jenny andrews', /^1\. Jenny Andrews, ID 21, .* active$/m],
    ['1', 'Single transfer, step 2 of 8: Source user.'],
    ['john smith', 'No active user matches, 1 inactive does: i shows them.'],
    ['i', /^1\. John Smith, ID 19, .* inactive$/m],
    ['1', 'FROM John Smith (19) INTO Jenny Andrews (21), Jenny Andrews is kept.'],
    ['1', '1. Evaluations as evaluator: left with the source'],
    ['m', '11 to 20 of 37 data types. m: more.'],
    ['11 w', 'Your answer'],
    ['c', /Review\.\nFROM John Smith \(19\) INTO Jenny Andrews \(21\), .*\n(?:.*\n)*3\. Not moved/],
    ['1', 'By type.'],
    ['1', /^(moves|kept|in both) /m],
    ['b', 'By type.'],
    ['b', '3. Not moved'],
    ['c', 'Run this transfer?\n1. Cancel\n2. Run Transfer'],
    ['1', /^Single transfer, step 4 of 8: Review\.\nFROM John Smith \(19\) INTO Jenny Andrews \(21\)/m],
    ['c', '1. Cancel'],
    ['2', /^To confirm, type jenny\.andrews: $/m],
    ['jenny', 'Attention: Nothing runs yet. Type exactly: jenny.andrews'],
    ['jenny.andrews', 'Data Transfer Successful'],
  );
  expect(wizard.since()).toMatch(/^1 of 1 pairs: 1 done, 0 failed, 0 left\.$/m);
  const quit = /(\d)\. Quit/.exec(wizard.since())?.[1] ?? '';
  wizard.end(quit);
  expect(await wizard.ended).toEqual({ status: 0, stderr: '' });
  expect(wizard.since()).toMatch(/Run \S+: 1 done, 0 failed, 0 left\.\n$/);
  expect(wizard.all()).not.toMatch(CONTROLS);
  const after = await demo.json<Shown>('users', 'show', '19');
  expect(after.records['evaluations-as-evaluator']).toEqual(before.records['evaluations-as-evaluator']);
  expect(after.records['agent-schedules'] ?? []).toEqual([]);
});

test('a bulk transfer: its export, its file with problems said and mended, its copy saved and its run', async () => {
  const demo = await demoFolder();
  await writeFile(path.join(demo.folder, 'pairs.csv'), 'From User ID,To User ID\n19,21\n20,9999\n26,1\n27,\n');
  const wizard = openQuestions(demo);
  await wizard.waitFor('2. Bulk');
  await wizard.answers(
    ['2', 'Step 1: Download the export.'],
    ['1', 'Save as (Enter for people.csv): '],
    ['', /Done: Exported 240 people to .*people\.csv/],
    ['2', /^\d\. pairs\.csv, 47 B$/m],
    ['nothing.csv', 'there is no such file'],
    ['pairs.csv', 'John Smith’s data (19) goes INTO Jenny Andrews (21).'],
    ['1', /^3\. problem\. .* Problem: Nobody has the user ID 9999\./m],
    ['c', 'Attention: 2 problems are left. Mend each row or leave it out, or choose another file.'],
    ['3', 'Line 3: what should become of this row?'],
    ['1', 'Another Target User'],
    ['b', 'Line 3: what should become of this row?'],
    ['1', 'Another Target User'],
    ['sam rodgers', '1. Sam Rodgers, ID 22'],
    ['1', 'Done: Line 3: the target is Sam Rodgers (22) now'],
    ['4', 'Line 4: what should become of this row?'],
    ['3', 'Done: Line 4 is left out'],
    ['2 d', 'In the file: From User ID “19”'],
    ['b', '2 pairs, 0 problems'],
    ['n', 'is no answer here'],
    ['s', 'rows stay byte for byte'],
    ['', 'Done: Mended file (2 rows changed)'],
    ['7', 'Nothing here has the number 7.'],
    ['c', 'What is carried'],
    ['b', 'Preview'],
    ['b', 'two ways'],
    ['b', 'Folder: '],
    ['pairs-mended.csv', 'Read 4 rows'],
    ['1', '2 pairs, 0 problems, 2 skipped'],
    ['c', 'What is carried'],
    ['c', '2. Pairs: 2'],
    ['2', /^1\. Line 2: John Smith \(19\) into Jenny Andrews \(21\): \d+ move, \d+ REPLACED$/m],
    ['b', '4. Warnings'],
    ['c', '2. Run Transfer'],
    ['2', 'TRANSFER 2'],
    ['TRANSFER 2', 'Data Transfer Successful'],
    ['p', /^2\. done: James Anderson \(20\) into Sam Rodgers \(22\)/m],
    ['rodgers', /^1\. done: James Anderson/m],
    ['b', '2 of 2 pairs'],
    ['f', 'No pair is listed under “failed”: f shows others.'],
    ['b', 'Result of'],
  );
  wizard.end();
  expect((await wizard.ended).status).toBe(130);
  expect(await readFile(path.join(demo.folder, 'pairs-mended.csv'), 'utf8')).toContain('20,22\n26,\n');
  expect(await demo.json('runs')).toMatchObject([{ state: 'succeeded', counts: { pairs: 2, done: 2 } }]);
});

test('Ctrl+C asks whether to quit, and a second one leaves with 130; a question can be heard again', async () => {
  const demo = await demoFolder();
  const wizard = openQuestions(demo);
  await wizard.waitFor('1. Single');
  wizard.interrupt();
  await wizard.waitFor('Quit?\n1. Stay\n2. Quit');
  await wizard.answers(
    ['1', '1. Single'],
    ['', 'Mode: LIVE'],
    ['nonsense', '“nonsense” is no answer here.'],
    ['b', 'This is the first screen. q quits.'],
    ['5', 'It cannot be chosen: no run is in progress'],
    ['?', 'q: quit.'],
    ['q', '1. Stay'],
    ['b', '1. Single'],
  );
  wizard.interrupt();
  await wizard.waitFor('2. Quit');
  wizard.interrupt();
  expect((await wizard.ended).status).toBe(130);
});

test('q and q again leave with 0', async () => {
  const demo = await demoFolder();
  const wizard = openQuestions(demo);
  await wizard.waitFor('1. Single');
  await wizard.answer('q', '2. Quit');
  wizard.end('q');
  expect((await wizard.ended).status).toBe(0);
});

test('all answers in one pipe are taken in their order', async () => {
  const demo = await demoFolder();
  const stdin = '7\neverybody.csv\nq\n2\n';
  const ended = await runHandover(['--accessible', '--store', 'store'], { cwd: demo.folder, stdin });
  expect(ended).toMatchObject({ status: 0, stderr: '' });
  expect(await readFile(path.join(demo.folder, 'everybody.csv'), 'utf8')).toContain('john.smith@');
});

test('all answers of a transfer in one pipe: the run is followed to its end, and what follows it is done', async () => {
  const demo = await demoFolder();
  const answers = ['1', 'jenny andrews', '1', 'john smith', 'i', '1', 'c', 'c', '2', 'jenny.andrews'];
  const stdin = `${[...answers, '1'].join('\n')}\n`;
  const ended = await runHandover(['--accessible', '--store', 'store'], { cwd: demo.folder, stdin });
  expect(ended).toMatchObject({ status: 0, stderr: '' });
  expect(ended.stdout).toContain('Data Transfer Successful');
  expect(ended.stdout).toMatch(/Done: Log of 1 pair: /);
});

test('where nothing can be read, a sentence says so and the status is 2', async () => {
  const demo = await demoFolder();
  const ended = await runHandover(['--accessible'], { cwd: demo.folder, env: { HANDOVER_STORE: 'store' } });
  expect(ended.status).toBe(2);
  expect(ended.stderr).toContain('nothing can be read');
});

test('ACCESSIBLE=1 asks as well; --ascii and --read-only hold', async () => {
  const demo = await demoFolder();
  const wizard = openQuestions({ ...demo, args: ['--ascii', '--read-only'], env: { ACCESSIBLE: '1' } });
  await wizard.waitFor('Mode: READ-ONLY: nothing can be changed.');
  await wizard.answers(['1', 'read-only: opened to look'], ['2', 'read-only: opened to look']);
  wizard.end();
  expect((await wizard.ended).status).toBe(130);
  expect(wizard.all()).toMatch(/^[\u0000-\u007F]*$/);
});
