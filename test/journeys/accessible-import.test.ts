import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { demoFolder } from '../commands/demo-folder.ts';
import { openQuestions } from '../helpers/questions.ts';
import { openTerminal } from '../helpers/terminal.ts';

test('people are imported: columns, dates to be decided, blanks kept, a cell mended, rows with problems saved', async () => {
  const demo = await demoFolder();
  const rows = [
    'Mail,First Name,Last Name,Company Start Date,Note',
    'new.one@lindenhall.example,Nora,Berg,03/04/2024,x',
    'jenny.andrews@lindenhall.example,Jennifer,Andrews,05/06/2024,y',
    'nobody,Nils,Berg,01/02/2024,z',
    'nobody either,Nina,Berg,01/02/2024,z',
  ];
  await writeFile(path.join(demo.folder, 'new.csv'), rows.join('\n'));
  const wizard = openQuestions(demo);
  await wizard.waitFor('4. Import');
  await wizard.answers(
    ['4', 'Folder: '],
    ['new.csv', '2. Mail “new.one@lindenhall.example”, First Name “Nora”'],
    ['o', '1. As the columns look, guessed from the file'],
    ['b', 'Your answer'],
    ['c', /^1\. “Mail”, holds “new\.one@.*: is Email, /m],
    ['1', 'What is “Mail”?'],
    ['login', /^1\. Login/m],
    ['1', 'Required and still without a column: Email'],
    ['c', 'is required and has no column'],
    ['r', 'Every required field has a column.'],
    ['3 x', '“Last Name” is left out'],
    ['z', 'Done: Taken back'],
    ['5 x', '“Note” is left out'],
    ['c', /Company Start Date: date, .*DECIDE/],
    ['c', 'The number of a column chooses its format'],
    ['4', 'DD/MM/YYYY: “03/04/2024” is 3 April 2024'],
    ['1', /Company Start Date: date, DD\/MM\/YYYY; “03\/04\/2024” is 3 April 2024; by hand/],
    ['c', /^2\. Fields without a column: kept; \d+ values stay/m],
    ['2', /^2\. Fields without a column: ERASED; \d+ values? goe?s?/m],
    ['2', /^2\. Fields without a column: kept/m],
    ['c', '2 PROBLEMS'],
    ['p', 'Save as'],
    ['', 'new-problems.csv'],
    ['5', '6. Leave this row out: nothing happens for it'],
    ['6', 'Done: Line 5 is left out'],
    ['u', 'Done: Line 5 is as it was before'],
    ['y', 'Done: Line 5 is mended again'],
    ['u', 'Done: Line 5 is as it was before'],
    ['5 x', 'Done: Line 5 is left out'],
    ['u', 'Done: Line 5 is as it was before'],
    ['4', 'Line 4: which cell?'],
    ['1', 'Line 4, Mail.'],
    ['nils.berg@lindenhall.example', 'Done: Line 4: Mail is mended'],
    ['3 d', 'Nothing here has the number 3.'],
    ['f', 'Listed: create.'],
    [
      'f',
      /^3\. update: Jenny Andrews \(21\)\. 2 changed\. Company Start Date: .*First Name: Jenny becomes Jennifer\./m,
    ],
    ['c', /^Warning: .*\n(?:.*\n)*Import these people\?\n1\. Cancel\n2\. Import/m],
    ['2', 'To confirm, type IMPORT'],
    ['IMPORT 3', 'Result of'],
  );
  wizard.end();
  await wizard.ended;
  expect(await readFile(path.join(demo.folder, 'new-problems.csv'), 'utf8')).toContain('nobody either');
  const found = await demo.json<{ firstName: string }[]>('users', '--query', 'berg');
  expect(found.map(({ firstName }) => firstName)).toEqual(expect.arrayContaining(['Nora', 'Nils']));
});

test('a terminal that cannot move its cursor is asked, and gets not one escape code', async () => {
  const demo = await demoFolder();
  const terminal = openTerminal({ cwd: demo.folder, env: { HANDOVER_STORE: 'store', TERM: 'dumb' } });
  await terminal.waitFor('Your answer:');
  terminal.type('1');
  terminal.press('enter');
  await terminal.waitFor('Target user.');
  terminal.press('ctrl+c');
  await terminal.waitFor('2. Quit');
  terminal.press('ctrl+c');
  expect((await terminal.exited).exitCode).toBe(130);
  expect(terminal.output().toString()).not.toContain('\u001B');
});
