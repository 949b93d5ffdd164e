import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type DemoFolder, demoFolder } from '../commands/demo-folder.ts';
import type { Terminal } from '../helpers/terminal.ts';
import { choose, farewellOf, openWizard, pick, quit, runFromTypes, upload } from './session.ts';

const HEADING = 'From User ID,To User ID,Email,Note';

async function withFile(name: string, content: string): Promise<DemoFolder> {
  const demo = await demoFolder();
  await writeFile(path.join(demo.folder, name), content);
  return demo;
}

/** The line numbers of the rows on screen. */
function linesOf(terminal: Terminal): number[] {
  return terminal.screen().flatMap((line) => {
    const number = /^│ .? +(\d+) │/.exec(line)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

/** Gives the row under the cursor another target. */
async function mendTarget(terminal: Terminal, text: string, name: string, id: number): Promise<void> {
  terminal.press('enter');
  await choose(terminal, 'Another target');
  await terminal.waitFor(/Another Target User \(data goes into\) for line \d+\./);
  await pick(terminal, text, name);
  await terminal.waitFor(`the target is ${name} (${id})`);
}

test('a file with problems is mended in place, saved as a copy, and carried out', async () => {
  const rows = [
    HEADING,
    '19,21,john.smith@lindenhall.example,"says ""hi"", twice"',
    '20 ,2.1E+01,james.anderson@lindenhall.example, spaces ',
    '26,1,,ü',
    '23,9999,agent.1@lindenhall.example,',
    '22,,sam.rodgers@lindenhall.example,"two',
    'lines"',
  ];
  const original = `\uFEFF${rows.join('\r\n')}`;
  const demo = await withFile('edited.csv', original);
  const terminal = await openWizard(demo);
  await upload(terminal, 'edited.csv');
  await terminal.waitFor('Read 5 rows: UTF-8 and commas.');
  expect(terminal.screen().join('\n')).toContain('John Smith’s data (19) goes INTO Jenny Andrews (21)');
  await choose(terminal, 'John Smith');
  await terminal.waitFor('5 rows: 1 pair, 3 problems, 1 skipped');

  terminal.press('c');
  await terminal.waitFor('3 problems are left.');
  await terminal.waitFor(/❯ +3 │/);
  await mendTarget(terminal, 'sam rodgers', 'Sam Rodgers', 22);
  await terminal.waitFor('2 problems');
  terminal.press('n');
  await terminal.waitFor(/❯ +4 │/);
  terminal.press('enter');
  await terminal.waitFor('what should become of this row?');
  // Letters that move the cursor of a menu, and Enter, would have left the row out.
  terminal.type('jjqx');
  terminal.press('enter');
  await terminal.waitFor('Nobody is picked');
  expect(terminal.screen().join('\n')).toMatch(/Another Target User (?:.|\n)*Search: {2}jjqx/);
  terminal.press('escape', 'escape');
  await choose(terminal, 'Leave this row out');
  await terminal.waitFor('1 problem,');
  terminal.press('u');
  await terminal.waitFor('2 problems,');
  terminal.press('y');
  await terminal.waitFor('1 problem,');
  terminal.press('n');
  await terminal.waitFor(/❯ +5 │/);
  await mendTarget(terminal, 'agent.2', 'Agent 2', 24);
  await terminal.waitFor('5 rows: 3 pairs, 0 problems, 2 skipped');

  terminal.press('s');
  await terminal.waitFor('3 mended rows');
  terminal.press('enter');
  await terminal.waitFor('Mended file (3 rows changed)');
  const saved = await readFile(path.join(demo.folder, 'edited-mended.csv'), 'utf8');
  const wanted = original.replace('20 ,2.1E+01,', '20 ,22,').replace('26,1,', '26,,').replace('23,9999,', '23,24,');
  expect(saved).toBe(wanted);
  expect(await readFile(path.join(demo.folder, 'edited.csv'), 'utf8')).toBe(original);

  terminal.press('c');
  await terminal.waitFor('What is carried');
  await runFromTypes(terminal, 'TRANSFER 3');
  await terminal.waitFor('Data Transfer Successful');
  expect(await quit(terminal)).toBe(0);
  expect(farewellOf(terminal)).toMatch(
    /^Mended file \(3 rows changed\): \S+edited-mended\.csv Run \S+: 3 done, 0 failed/,
  );
  const [run] = await demo.json<{ id: string }[]>('runs');
  expect(await demo.json('runs', 'show', run?.id ?? '')).toMatchObject({
    pairs: [
      { source: 19, target: 21, state: 'done' },
      { source: 20, target: 22, state: 'done' },
      { source: 23, target: 24, state: 'done' },
    ],
  });
});

test('read the other way round, the other person receives', async () => {
  const demo = await withFile('edited.csv', `${HEADING}\n21,19,,\n22,20,,\n`);
  const terminal = await openWizard(demo);
  await upload(terminal, 'edited.csv');
  await choose(terminal, 'John Smith');
  await terminal.waitFor('2 rows: 2 pairs, 0 problems');
  expect(terminal.screen()[2]).toBe('FROM John Smith (19) INTO Jenny Andrews (21), Jenny Andrews is kept');
  terminal.press('escape');
  await terminal.waitFor('Which one do you mean?');
  expect(terminal.screen().join('\n')).toMatch(/❯ John Smith’s data \(19\) goes INTO Jenny Andrews/);
  await choose(terminal, 'Jenny Andrews');
  await terminal.waitFor('FROM Jenny Andrews (21) INTO John Smith (19), John Smith is kept');
  expect(await quit(terminal)).toBe(0);
});

test('refused while problems are left: each is shown with its line, value and cure, and nothing runs', async () => {
  const demo = await withFile('edited.csv', `${HEADING}\n19,19,,\n20,9999,,\n007,22,,\n`);
  const terminal = await openWizard(demo);
  await upload(terminal, 'edited.csv');
  terminal.press('enter');
  await terminal.waitFor('3 rows: 0 pairs, 3 problems');
  terminal.press('c');
  await terminal.waitFor('3 problems are left.');
  expect(terminal.screen()[0]).toContain('Preview');
  for (const [line, fact] of [
    [3, 'Nobody has the user ID 9999. Take the ID from a fresh export'],
    [4, '007'],
    [2, 'is both the source and the target. From User ID is whose data moves'],
  ] as const) {
    await terminal.waitFor(new RegExp(`❯ +${line} │`));
    expect(terminal.screen().slice(-8, -4).join(' ')).toContain(fact);
    terminal.press('n');
  }
  expect(await quit(terminal)).toBe(0);
  expect(await demo.json('runs')).toEqual([]);
});

test('refused with more than 2,000 pairs; the number is told', async () => {
  const demo = await demoFolder('--users', '4200');
  const people = await demo.json<{ id: number; access: string }[]>('users', '--inactive');
  const ids = people.filter(({ access }) => access === 'user').map(({ id }) => id);
  const rows = Array.from({ length: 2001 }, (_, index) => `${ids[2 * index]},${ids[2 * index + 1]}`);
  await writeFile(path.join(demo.folder, 'many.csv'), `From User ID,To User ID\n${rows.join('\n')}\n`);
  const terminal = await openWizard(demo);
  await upload(terminal, 'many.csv');
  terminal.press('enter');
  await terminal.waitFor('2,001 rows:');
  terminal.press('c');
  await terminal.waitFor(/problems? (is|are) left/);
  expect(terminal.screen().join(' ')).toMatch(/2,?000/);
  expect(terminal.screen()[0]).toContain('Preview');
});

test('pages, filters, rows per page, a line, and the whole row', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => {
    const line = index + 2;
    return line === 70 ? '19,21' : line === 90 ? '20,9999' : `${30 + index},`;
  });
  const demo = await withFile('edited.csv', `From User ID,To User ID\n${rows.join('\n')}\n`);
  const terminal = await openWizard(demo);
  await upload(terminal, 'edited.csv');
  terminal.press('enter');
  await terminal.waitFor('all: page 1 of 12');
  terminal.press('right', 'right');
  await terminal.waitFor('all: page 3 of 12');
  expect(linesOf(terminal)).toEqual([22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);
  terminal.press('end');
  await terminal.waitFor('all: page 12 of 12');
  terminal.press('home', 'r');
  await choose(terminal, '50 rows');
  await terminal.waitFor('all: page 1 of 3');
  terminal.press('g');
  await terminal.waitFor('Go to line:');
  terminal.type('90\r');
  await terminal.waitFor(/❯ +90 │/);
  terminal.press('d');
  await terminal.waitFor('From User ID “20”, To User ID “9999”');
  terminal.press('escape');
  await terminal.waitFor('all: page 2 of 3');
  terminal.press('f');
  await terminal.waitFor(/ pairs: page 1 of 1$/m);
  expect(linesOf(terminal)).toEqual([70]);
  terminal.press('f');
  await terminal.waitFor(/ problems: page 1 of 1$/m);
  expect(linesOf(terminal)).toEqual([90]);
  await terminal.waitFor('9999');
});

test('the export is saved as people.csv; over a file that is there only after a Yes', async () => {
  const demo = await demoFolder();
  const file = path.join(demo.folder, 'people.csv');
  const terminal = await openWizard(demo);
  await choose(terminal, 'Bulk');
  await choose(terminal, 'Download');
  await terminal.waitFor('Save as:');
  terminal.press('enter');
  await terminal.waitFor('Exported 240 people to');
  const exported = await readFile(file, 'utf8');
  expect(exported.split('\r\n')).toHaveLength(242);
  await writeFile(file, 'mine');

  // The file to upload is what the cursor is on now.
  await terminal.waitFor('❯ Upload');
  await choose(terminal, 'Download');
  await terminal.waitFor('Save as:');
  terminal.press('enter');
  await terminal.waitFor('Replace it?');
  expect(terminal.screen().join('\n')).toContain('[ Keep it ]');
  terminal.press('enter');
  await terminal.waitFor('Save as:');
  expect(await readFile(file, 'utf8')).toBe('mine');
  terminal.press('enter');
  await terminal.waitFor('Replace it?');
  terminal.press('right', 'enter');
  await terminal.waitFor('Exported 240 people to');
  expect(await readFile(file, 'utf8')).toBe(exported);
  expect(await quit(terminal)).toBe(0);
});
