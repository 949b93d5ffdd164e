import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type DemoFolder, demoFolder } from '../commands/demo-folder.ts';
import { openQuestions } from '../helpers/questions.ts';

interface Shown {
  firstName: string;
  lastName: string;
  mergedInto: number | null;
  records: Record<string, { course?: string; status?: string }[]>;
}

const show = (demo: DemoFolder, id: number) => demo.json<Shown>('users', 'show', String(id));

test('two profiles are merged, field by field and course by course, and the merge is undone', async () => {
  const demo = await demoFolder();
  const before = await show(demo, 21);
  const wizard = openQuestions(demo);
  await wizard.waitFor('3. Merge');
  await wizard.answers(
    ['3', '1. Two profiles'],
    ['1', 'Source profile'],
    ['id 19', 'John Smith (19).\nMerge, step 2 of 11: Destination.'],
    ['id 19', 'John Smith (19) cannot be picked: is the source already.'],
    ['id 21', 'E-mail address: source john.smith@lindenhall.example, target jenny.andrews@lindenhall.example.'],
    ['m', 'more lines: m.'],
    ['c', '1. First Name: source John, target Jenny; taken: source'],
    ['1 t', /^1\. First Name: source John, target Jenny; taken: target$/m],
    ['2 w', 'Last Name: '],
    ['13 b', /^“13 b”|“13 b” is no answer here|Skill Mappings/m],
    ['m', '14. Username'],
    ['14', 'Username, locked: '],
    ['?', 'A number and t: take the target’s value.'],
    ['1', '1. take the source’s value'],
    ['?', 'Whose value is taken of this one. A number takes it; b goes back to all of them'],
    ['b', '1. First Name'],
    ['x', 'not merged'],
    ['x', '11 source'],
    ['d', 'only what differs'],
    ['c', '2. Fire safety: source completed, 94, target enrolled, 48; taken: source'],
    ['2', '1. take the target’s enrolment'],
    ['1', /^2\. Fire safety: .*; taken: target$/m],
    ['6 s', 'there is nothing to choose'],
    ['c', 'What is merged'],
    ['c', '1. User Information: '],
    ['1', '1. First Name: source John, target Jenny; taken: target'],
    ['e', 'step 4 of 11'],
    ['c', '8. Warnings'],
    ['c', '2. Merge Users'],
    ['2', 'To confirm, type jenny.andrews'],
    ['jenny.andrews', 'Merge Successful'],
  );
  expect(await show(demo, 21)).toMatchObject({ firstName: 'Jenny', lastName: 'Smith' });
  expect(await show(demo, 19)).toMatchObject({ mergedInto: 21 });
  await wizard.answers(
    ['2', '1. User information: put back'],
    ['1', '1. User information: left as it is'],
    ['1', '1. User information: put back'],
    ['c', '3. Changed since: 0'],
    ['3', 'Nothing has changed since the run'],
    ['b', '1. By type'],
    ['1', /^1\. User information: 1 returned, /m],
    ['b', '1. By type'],
    ['c', 'Undo this?\n1. Cancel\n2. Undo'],
    ['2', 'UNDO 1'],
    ['UNDO 1', 'It is the undo of run'],
  );
  wizard.end();
  await wizard.ended;
  expect(await show(demo, 21)).toEqual(before);
});

test('a file of merges: its policy, the conflicts that it leaves open, one pair by hand', async () => {
  const demo = await demoFolder();
  await writeFile(path.join(demo.folder, 'pairs.csv'), 'From User ID,To User ID\n19,21\n20,22\n');
  const wizard = openQuestions(demo);
  await wizard.waitFor('3. Merge');
  await wizard.answers(
    ['3', '2. Many merges'],
    ['2', 'somebody is to be merged into another'],
    ['2', 'pairs.csv'],
    ['pairs.csv', 'John Smith (19) is merged INTO Jenny Andrews (21).'],
    ['1', '2 rows: 2 pairs, 0 problems'],
    ['c', /^1\. Every field, \d+ conflicts: the source’s$/m],
    ['2', 'First Name.'],
    ['6', /^2\. First Name, 2 conflicts: ask me$/m],
    ['c', '2 conflicts, 2 of them open.'],
    ['c', 'Attention: 2 conflicts are still open'],
    ['1 t', /^1\. First Name of John Smith .*; taken: target$/m],
    ['2 a', 'First Name: 2 conflicts take the target’s value.'],
    ['c', 'What is merged'],
    ['c', '2. Pairs: 2'],
    ['2', /^2\. Line 3: James Anderson \(20\) into Sam Rodgers \(22\): .*; by the policy$/m],
    ['2 o', 'FROM James Anderson (20) INTO Sam Rodgers (22)'],
    ['2 t', /^2\. Last Name: .*; taken: target$/m],
    ['c', 'Enrolments'],
    ['c', '2. Pairs: 2'],
    ['2', 'Chosen by hand: Last Name'],
    ['b', '2. Pairs: 2'],
    ['c', 'Merge these users?'],
    ['2', 'MERGE 2'],
    ['MERGE 2', 'Merge Successful'],
  );
  wizard.end();
  await wizard.ended;
  const [jenny, sam] = await Promise.all([show(demo, 21), show(demo, 22)]);
  expect([jenny.firstName, jenny.lastName, sam.firstName, sam.lastName]).toEqual(['Jenny', 'Smith', 'Sam', 'Rodgers']);
});
