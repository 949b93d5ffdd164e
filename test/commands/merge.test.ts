import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import type { Person } from '../../source/model/user.ts';
import { codeOf, demoFolder } from './demo-folder.ts';

const single = ['plan', '--operation', 'merge', '--source', '19', '--target', '21'] as const;

test('merge, undo and redo: the mark, both profiles and every record go there and back, and nothing counts twice', async () => {
  const { run, json } = await demoFolder();
  const people = async () => [await json<Person>('users', 'show', '19'), await json<Person>('users', 'show', '21')];
  const before = await people();
  const planned = await run(...single, '--take', 'First Name=target', '--out', 'merge.json', '--json');
  expect(planned.json()).toMatchObject({ operation: 'merge', confirm: 'jenny.andrews', choices: { policy: 'source' } });
  const ended = await run('apply', 'merge.json', '--confirm', 'jenny.andrews');
  expect(ended.stdout).toContain('Merge Successful');
  const merged = await people();
  expect(merged).toMatchObject([{ mergedInto: 21 }, { firstName: 'Jenny', lastName: 'Smith', mergedInto: null }]);
  expect((await run('users', 'show', '19')).stdout).toMatch(/Merged into +Jenny Smith \(21\)/);

  await run('undo', '--out', 'undo.json');
  await run('apply', 'undo.json', '--confirm', 'UNDO 1');
  expect(await people()).toEqual(before);
  await run('undo', '--out', 'redo.json');
  await run('apply', 'redo.json', '--confirm', 'UNDO 1');
  expect(await people()).toEqual(merged);
  const again = await run(...single);
  expect(again.status).toBe(4);
  expect(again.stdout).toContain('John Smith (19) was merged into Jenny Smith (21) already, by run');
  expect(await codeOf(run('apply', 'merge.json', '--confirm', 'jenny.andrews', '--json'))).toMatchObject({ status: 4 });
});

test('whoever is merged is merged no further: neither back nor into somebody else; a transfer of the two is another matter', async () => {
  const { run } = await demoFolder();
  await run(...single, '--out', 'merge.json');
  await run('apply', 'merge.json', '--confirm', 'jenny.andrews');
  for (const [source, target] of [
    ['21', '19'],
    ['19', '23'],
  ] as const) {
    const refused = await run('plan', '--operation', 'merge', '--source', source, '--target', target);
    expect(refused.status).toBe(4);
    expect(refused.stdout).toContain('points and the like would count twice');
  }
  expect(await run('plan', '--source', '19', '--target', '21')).toMatchObject({ status: 0 });
});

test('declined enrolments are put back all the same: those of courses that both have were settled', async () => {
  const { run, json } = await demoFolder();
  const before = await json<Person>('users', 'show', '21');
  const without = ['--without', 'user-information', 'course-enrolments'];
  const plan = await json<Plan>(...single, ...without);
  expect(plan.carried).not.toContain('course-enrolments');
  expect(plan.pairs[0]?.changes['course-enrolments']).toMatchObject({ combined: 1, replaced: 1 });
  await run(...single, ...without, '--out', 'merge.json');
  await run('apply', 'merge.json', '--confirm', 'jenny.andrews');
  await run('undo', '--out', 'undo.json');
  await run('apply', 'undo.json', '--confirm', 'UNDO 1');
  expect(await json<Person>('users', 'show', '21')).toEqual(before);
  expect(await json<Person>('users', 'show', '19')).toMatchObject({ mergedInto: null });
});

test('a kind left out that is settled all the same is told of: how many courses, and what goes along', async () => {
  const { run, json } = await demoFolder();
  const wish = ['plan', '--operation', 'merge', '--source', '22', '--target', '21', '--only', 'Points'];
  const { stdout } = await run(...wish);
  expect(stdout).toMatch(/Course enrolments +2 copied, 2 of the target's REPLACED.* \(LEFT OUT, yet settled\)/);
  expect(stdout).toMatch(/SCORM responses +2 copied.* \(goes along\)/);
  expect(stdout).toMatch(
    /Course enrolments are left out, and yet of 2 courses .* with them Training material tracking, SCORM responses, xAPI/,
  );
  const all = await json<Plan>(...wish, 'course-enrolments');
  expect(all.warnings.map(({ code }) => code)).not.toContain('settled-though-declined');
  const enrolments = (await json<Person>('users', 'show', '21')).records['course-enrolments'] ?? [];
  const byHand = enrolments.flatMap(({ course }) => ['--course', `${course}=target`]);
  const kept = await json<Plan>(...wish, ...byHand);
  expect(kept.warnings).toEqual([]);
  expect(kept.pairs[0]?.changes['course-enrolments']).toMatchObject({ combined: 0, replaced: 0 });
});

test('a leaver into somebody who is there: no policy ends their employment, and what is seldom meant is warned of', async () => {
  const { run, json } = await demoFolder();
  const wish = ['plan', '--operation', 'merge', '--source', '20', '--target', '22'];
  const endOf = (plan: Plan) => plan.pairs[0]?.fields.find(({ field }) => field === 'Company End Date')?.taken;
  const codesOf = (plan: Plan) => plan.warnings.map(({ code }) => code);
  for (const policy of ['source', 'filled', 'newest', 'target']) {
    expect(endOf(await json<Plan>(...wish, '--fields', policy)), policy).toBe('target');
  }
  const standard = await json<Plan>(...wish);
  expect(codesOf(standard)).toEqual(['other-name', 'same-employee-id', 'scheduling-off']);
  const chosen = await json<Plan>(...wish, '--take', 'Company End Date=source', '--fields', 'target');
  expect([endOf(chosen), ...codesOf(chosen)]).toEqual(['source', 'end-of-employment']);
  const kept = await json<Plan>(...wish, '--fields', 'target');
  expect(kept.warnings).toEqual([]);
  expect((await run(...wish)).stdout).toContain('Sam Rodgers (22) will be called James Anderson.');
});

test('one pair of many by itself: of its plan, and of the run that it was', async () => {
  const { folder, run } = await demoFolder();
  await writeFile(path.join(folder, 'pairs.csv'), 'From User ID,To User ID\n19,21\n20,22\n24,23\n');
  const checked = await run('check', 'pairs.csv', '--operation', 'merge');
  expect(checked.stdout).toContain('handover plan --file pairs.csv --operation merge --out plan.json');
  expect((await run('check', 'pairs.csv')).stdout).toContain('For a merge, say --operation merge');
  const planned = await run('plan', '--operation', 'merge', '--file', 'pairs.csv', '--out', 'plan.json');
  expect(planned.stdout).toContain('handover plan show FILE --pair SOURCE:TARGET');
  const shown = await run('plan', 'show', 'plan.json', '--pair', '20:22');
  expect(shown.stdout).toMatch(/Employee ID +LH000020 +LH000022/);
  expect(shown.stdout).toContain('line 3, column Employee ID: Sam Rodgers (22) gets');
  expect(shown.stdout).not.toContain('John Smith');
  expect(await codeOf(run('plan', 'show', 'plan.json', '--pair', '20:21', '--json'))).toMatchObject({
    status: 2,
    code: 'unknown-pair',
  });
  await run('apply', 'plan.json', '--confirm', 'MERGE 3');
  const [{ id }] = (await run('runs', '--json')).json() as [{ id: string }];
  const told = await run('runs', 'show', id, '--pair', '20:22');
  expect(told.stdout).toContain('20:22 is done');
  expect(told.stdout).toMatch(/Employee ID +LH000020 +LH000022/);
  expect((await run('runs', 'show', id, '--pair', '20:22', '--json')).json()).toMatchObject({
    run: id,
    states: [{ source: 20, target: 22, state: 'done' }],
    pairs: [{ source: { id: 20 }, target: { id: 22 } }],
  });
});

test('a kind of data by the name that plans give it; one that is never merged, or not by itself, is refused', async () => {
  const { run, json } = await demoFolder();
  expect((await json<Plan>(...single, '--only', 'points', 'COINS')).carried).toEqual(
    (await json<Plan>(...single, '--only', 'Points', 'coins')).carried,
  );
  for (const [only, hint] of [
    ['pointz', 'Did you mean points?'],
    ['sessions', 'Leave it out of --only.'],
    ['managers', 'Leave it out of --only.'],
    ['scorm-responses', 'Name "course-enrolments" in --only as well.'],
  ] as const) {
    expect(await run(...single, '--only', only), only).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(hint),
    });
  }
  const both = await run(...single, '--take', 'Skill Mappings=both');
  expect(both.stderr).toContain('"Skill Mappings" is taken as a whole');
});

test('the profile is put back by itself, and stays by itself', async () => {
  const { run, json } = await demoFolder();
  await run(...single, '--out', 'merge.json');
  await run('apply', 'merge.json', '--confirm', 'jenny.andrews');
  const only = await json<Plan>('undo', '--only', 'user-information');
  expect(Object.keys(only.pairs[0]?.undo ?? {})).toEqual(['user-information']);
  const without = await json<Plan>('undo', '--without', 'user-information');
  expect(without.pairs[0]?.undo).not.toHaveProperty('user-information');
  const others = await json<Plan>('undo', '--without', 'badges');
  expect(Object.keys(others.pairs[0]?.undo ?? {})).toEqual(expect.arrayContaining(['user-information', 'coins']));
});

test('put back in two parts, the profile first: the pair stays merged until the second, and all is as before', async () => {
  const { run, json } = await demoFolder();
  const people = async () => [await json<Person>('users', 'show', '19'), await json<Person>('users', 'show', '21')];
  const before = await people();
  await run(...single, '--out', 'merge.json');
  await run('apply', 'merge.json', '--confirm', 'jenny.andrews');
  const [{ id }] = await json<[{ id: string }]>('runs');
  await run('undo', id, '--only', 'user-information', '--out', 'part.json');
  await run('apply', 'part.json', '--confirm', 'UNDO 1');
  expect(await people()).toMatchObject([{ mergedInto: 21 }, { firstName: 'Jenny', lastName: 'Andrews' }]);
  expect(await json('runs', 'show', id)).toMatchObject({ pairs: [{ undone: { whole: false } }] });
  expect(await run(...single)).toMatchObject({ status: 4 });
  await run('undo', id, '--out', 'rest.json');
  await run('apply', 'rest.json', '--confirm', 'UNDO 1');
  expect(await people()).toEqual(before);
  expect(await run(...single)).toMatchObject({ status: 0 });
});

test('in words: the fields that differ with the reason, what is copied and what moves, the rights that are gained', async () => {
  const { run } = await demoFolder();
  const { stdout } = await run(...single, '--take', 'QM Views=both', '--take', 'Team=target');
  const lines = stdout.split('\n').map((line) => line.trim());
  expect(lines).toContain('User information');
  expect(stdout).toMatch(
    /The target's is kept: It says which account[^\n]*\n +Username +john\.smith +jenny\.andrews\n +E-mail address +john/,
  );
  expect(stdout).toMatch(
    /The target's is kept: The source has left[^\n]*chooses it\.\n +Company End Date +\d{4}-\d\d-\d\d +\(empty\)\n/,
  );
  expect(stdout).toMatch(/\d fields are the same in both\./);
  expect(stdout).toMatch(/Badges +1 copied, 3 in both/);
  expect(stdout).toMatch(/Records owned +1 move, 3 in both/);
  expect(stdout).toMatch(/records: 3 move, 31 copied/);
  expect(stdout).toMatch(/gains in QM Views: Sales and renewals/);
  expect(lines).toContain('Not merged');
  const declined = await run(...single, '--without', 'user-information');
  expect(declined.stdout).toContain("It is not merged: all of the target's is kept.");
});

test('a course by hand: the other enrolment is kept; one that nobody is enrolled in is a mistake', async () => {
  const { run, json } = await demoFolder();
  const john = await json<Person>('users', 'show', '19');
  const plan = await json<Plan>(...single);
  const shared = await json<Person>('users', 'show', '21');
  const courses = new Set(shared.records['course-enrolments']?.map(({ course }) => String(course)));
  const both = (john.records['course-enrolments'] ?? [])
    .map(({ course }) => String(course))
    .filter((one) => courses.has(one));
  const byHand = await json<Plan>(...single, ...both.flatMap((course) => ['--course', `${course}=target`]));
  expect(plan.pairs[0]?.changes['course-enrolments']).toMatchObject({ replaced: 1 });
  expect(byHand.pairs[0]?.changes['course-enrolments']).toMatchObject({ replaced: 0 });
  expect(await codeOf(run(...single, '--course', 'No such course=source', '--json'))).toEqual({
    status: 2,
    code: 'unknown-course',
  });
});

test('a file of pairs: checked as a merge, the policy for all, the fields told in numbers', async () => {
  const { folder, run, json } = await demoFolder();
  await writeFile(path.join(folder, 'pairs.csv'), 'From User ID,To User ID\n19,21\n20,22\n1,23\n');
  const checked = await run('check', 'pairs.csv', '--operation', 'merge');
  expect(checked.status).toBe(4);
  expect(checked.stdout).toContain('only two regular users can be merged');
  await writeFile(path.join(folder, 'pairs.csv'), 'From User ID,To User ID\n19,21\n20,22\n');
  const bulk = ['plan', '--operation', 'merge', '--file', 'pairs.csv', '--fields', 'filled'];
  expect(await json<Plan>(...bulk)).toMatchObject({ confirm: 'MERGE 2', choices: { policy: 'filled' } });
  const { stdout } = await run(...bulk, '--out', 'plan.json');
  expect(stdout).toMatch(/Employee ID +0 +2 +0/);
  const ended = await run('apply', 'plan.json', '--confirm', 'MERGE 2');
  expect(ended.stdout).toContain('2 pairs: 2 done');
  expect(JSON.parse(await readFile(path.join(folder, 'plan.json'), 'utf8'))).toMatchObject({ operation: 'merge' });
});

test('a choice for one pair of a file goes before what is said for all, and is kept with the plan', async () => {
  const { folder, run, json } = await demoFolder();
  await writeFile(path.join(folder, 'pairs.csv'), 'From User ID,To User ID\n19,21\n20,22\n');
  const bulk = ['plan', '--operation', 'merge', '--file', 'pairs.csv', '--take', 'Last Name=source'];
  const one = ['--take', '19:21:Last Name=target', '--course', '19:21:Fire safety=target'];
  const plan = await json<Plan>(...bulk, ...one);
  const takenBy = (index: number) => plan.pairs[index]?.fields.find(({ field }) => field === 'Last Name')?.taken;
  expect([takenBy(0), takenBy(1)]).toEqual(['target', 'source']);
  expect(plan.choices?.byPair).toEqual({
    '19:21': { fields: { 'Last Name': 'target' }, courses: { 'Fire safety': 'target' } },
  });
  const refused: [string[], string][] = [
    [['--take', '19:22:Last Name=target'], 'unknown-pair'],
    [['--course', '20:22:Nowhere=target'], 'unknown-course'],
    [['--take', '19:21:Last Nam=target'], 'unknown-field'],
    [['--take', '19:21:Last Name=neither'], 'bad-value'],
  ];
  for (const [words, code] of refused) {
    expect(await codeOf(run(...bulk, ...words, '--json')), words.join(' ')).toEqual({ status: 2, code });
  }
});
