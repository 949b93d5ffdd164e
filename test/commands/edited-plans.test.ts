import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Warning } from '../../source/model/pair.ts';
import type { Plan, PlannedPair } from '../../source/model/plan.ts';
import { openSession } from '../../source/session/open-session.ts';
import { refuseEdited } from '../../source/session/refuse-edited.ts';
import { parsePlan } from '../../source/transfer/parse-plan.ts';
import { sealPlan } from '../../source/transfer/plan-transfer.ts';
import { copiedFolder } from '../helpers/copied-folder.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';
import { demoFolder, demoIn, workIn } from './demo-folder.ts';

const PAIRS = `Email,From User ID,To User ID,First Name,Last Name
john.smith@lindenhall.example,19,21,Johnny,Smith
jenny.andrews@lindenhall.example, 21 ,22,Jenny,Andrews
`;
const PEOPLE = `User ID,First Name,Last Name,Employee ID,Roles,Email,Login
23,Aaron,1,,Agent;Supervisor,agent.1@lindenhall.example,agent.1
0,New,Person,x1,Agent,new@lindenhall.example,new
24,Agent,2,L2,Agent,bad address,agent.2
`;

/** A store, and a plan of each kind for it. */
async function planned() {
  const folder = await copiedFolder('plans', async (pristine) => {
    const { run } = await demoIn(pristine);
    const succeed = async (...args: string[]) => {
      const { status, stdout, stderr } = await run(...args);
      if (status !== 0 && status !== 3) throw new Error(`${args.join(' ')}: ${stdout}${stderr}`);
    };
    await succeed('users', 'deactivate', '22', '--confirm', 'DEACTIVATE 1');
    await writeFile(path.join(pristine, 'pairs.csv'), PAIRS);
    await writeFile(path.join(pristine, 'people.csv'), PEOPLE);
    await succeed('plan', '--source', '30', '--target', '31', '--out', 'first.json');
    const { confirm } = JSON.parse(await readFile(path.join(pristine, 'first.json'), 'utf8')) as Plan;
    await succeed('apply', 'first.json', '--confirm', confirm);
    await succeed('undo', '--out', 'undo.json');
    await succeed('plan', '--source', '19', '--target', '22', '--out', 'single.json');
    await succeed('plan', '--file', 'pairs.csv', '--out', 'bulk.json');
    await succeed('plan', '--file', 'pairs.csv', '--direction', 'to-from', '--out', 'round.json');
    const merge = ['--operation', 'merge', '--fields', 'source', '--take', '19:21:Team=target'];
    await succeed('plan', '--file', 'pairs.csv', ...merge, '--out', 'merge.json');
    await succeed('import', 'people.csv', '--blanks', 'erase', '--missing', 'keep', '--out', 'import.json');
  });
  return workIn(folder);
}

/** What is said of the plan in `name` with `edit`, sealed as if it had been made so; null: nothing. */
async function saidOf(name: string, edit: (plan: Plan) => Partial<Plan>): Promise<string | null> {
  const { folder } = await planned();
  const { seal: _seal, ...made } = JSON.parse(await readFile(path.join(folder, name), 'utf8')) as Plan;
  const edited = sealPlan({ ...made, ...edit({ ...made, seal: '' }) });
  const { context } = await deskAt(path.join(folder, 'store'));
  const refused = refuseEdited(parsePlan(JSON.stringify(edited), name), await openSession(context));
  return refused.then(
    () => null,
    (error) => {
      // What it warns of may have changed by itself: then nobody is said to have edited it.
      const isOfWarnings = /: (the|a) warning /.test(error.message);
      const expected = isOfWarnings ? { code: 'stale-plan', exitStatus: 5 } : { code: 'edited-plan', exitStatus: 4 };
      expect(error).toMatchObject(expected);
      return error.message;
    },
  );
}

const firstPair =
  (edit: (pair: PlannedPair) => Partial<PlannedPair>) =>
  ({ pairs: [first, ...others] }: Plan): Partial<Plan> => ({
    pairs: first === undefined ? [] : [{ ...first, ...edit(first) }, ...others],
  });
const called = (name: string) => firstPair(({ source }) => ({ source: { ...source, name } }));
const without =
  (code: Warning['code']) =>
  ({ warnings }: Plan): Partial<Plan> => ({ warnings: warnings.filter((warning) => warning.code !== code) });
const more =
  (code: Warning['code'], message: string) =>
  ({ warnings }: Plan): Partial<Plan> => ({
    warnings: [...warnings, { line: null, column: null, value: null, code, message, cure: 'Nothing.' }],
  });
const inTotals = ({ totals }: Plan): Partial<Plan> => ({ totals: { ...totals, combined: totals.combined + 1 } });
const countedMore = firstPair(({ changes }) => ({
  changes: Object.fromEntries(
    Object.entries(changes).map(([type, change]) => [type, { ...change, combined: change.combined + 1 }]),
  ),
}));

describe('a plan that handover made is as it makes it', () => {
  test.each(['single', 'bulk', 'round', 'merge', 'import', 'undo'])('%s.json', async (name) => {
    expect(await saidOf(`${name}.json`, () => ({}))).toBeNull();
  });
});

describe('a plan that was edited and sealed anew is refused, and it says what of it', () => {
  test.each<[string, string, (plan: Plan) => Partial<Plan>, string]>([
    ['a name', 'single', called('Somebody Else'), 'the name of user 19'],
    ['its phrase', 'single', () => ({ confirm: 'x' }), 'its phrase, which is "sam.rodgers"'],
    ['its operator', 'single', () => ({ operator: 'else' }), 'no operator else'],
    ['a warning left out', 'single', without('inactive-target'), 'a warning that it leaves out: "Sam Rodgers (22)'],
    ['a warning made up', 'single', more('smtp', 'All is well.'), 'the warning "All is well."'],
    ['the run that it repeats', 'single', () => ({ retryOf: 'none' }), 'the run whose pairs it repeats, none'],
    ['choices that it has not', 'single', () => ({ choices: NO_CHOICES }), 'what it says was chosen'],
    ['what is carried', 'single', ({ carried }) => ({ carried: [...carried, 'gold'] }), 'what it says is carried'],
    ['a number of one kind', 'bulk', countedMore, 'what happens to user'],
    ['its totals', 'bulk', inTotals, 'its totals'],
    ['what stays behind', 'bulk', () => ({ notMoved: [] }), 'what it says stays behind'],
    ['the phrase of many', 'bulk', () => ({ confirm: 'TRANSFER 1' }), 'its phrase, which is "TRANSFER 2"'],
    ['how the file was read', 'bulk', () => ({ direction: 'to-from' }), 'the warning "'],
    ['its catalogue', 'bulk', ({ catalogue }) => ({ catalogue: { ...catalogue, name: 'mine' } }), 'its catalogue'],
    ['no warnings', 'bulk', () => ({ warnings: [] }), 'a warning that it leaves out: "A chain on lines 2 and 3'],
    ['a chain the other way', 'bulk', ({ pairs }) => ({ pairs: pairs.toReversed() }), 'what happens to user'],
    ['its file made up', 'bulk', more('other-columns-changed', 'Harmless.'), 'the warning "Harmless."'],
    ['its columns made up', 'bulk', more('columns-out-of-place', 'Harmless.'), 'the warning "Harmless."'],
    ['a name in a merge', 'merge', called('Somebody Else'), 'the name of user 19'],
    [
      'a field of a merge',
      'merge',
      firstPair(({ fields }) => ({ fields: fields.slice(1) })),
      'what happens to user 19',
    ],
    [
      'a warning of a merge',
      'merge',
      without('other-name'),
      'a warning that it leaves out: "Jenny Andrews (21) will be',
    ],
    ['the choices of a merge', 'merge', () => ({ choices: NO_CHOICES }), 'what happens to user 19'],
    ['what an import erases', 'import', without('values-erased'), 'a warning that it leaves out: "1 value is erased'],
    ['the rights of an import', 'import', without('rights-gained'), 'a warning that it leaves out: "By 2 rows'],
    ['what an import replaces', 'import', firstPair(replacingElse), 'what line 2 replaces'],
    ['the problems of an import', 'import', () => ({ problems: [] }), 'its problems'],
    ['the totals of an import', 'import', inTotals, 'its totals'],
    ['a name in an undo', 'undo', called('Somebody Else'), 'the name of user 30'],
    ['the phrase of an undo', 'undo', () => ({ confirm: 'UNDO 9' }), 'its phrase, which is "UNDO 1"'],
    ['the totals of an undo', 'undo', inTotals, 'its totals'],
    ['the numbers of an undo', 'undo', firstPair(() => ({ undo: {} })), 'what happens to user 30'],
    ['the line of an undo', 'undo', firstPair(() => ({ line: 7 })), 'its pairs and their order'],
    ['a warning of an undo', 'undo', more('later-run', 'All is well.'), 'the warning "All is well."'],
  ])('%s (%s)', async (_what, name, edit, says) => {
    expect(await saidOf(`${name}.json`, edit)).toContain(says);
  });
});

test('plan show does not say that it can be run, and apply does not run it', async () => {
  const { folder, run, json } = await planned();
  const { seal: _seal, ...made } = JSON.parse(await readFile(path.join(folder, 'single.json'), 'utf8')) as Plan;
  const edited = sealPlan({ ...made, ...called('Somebody Else')({ ...made, seal: '' }), confirm: 'x' });
  await writeFile(path.join(folder, 'single.json'), JSON.stringify(edited));
  const runs = await json('runs');
  const shown = await run('plan', 'show', 'single.json');
  expect(shown.status).toBe(4);
  expect(shown.stdout).not.toContain('can be run now');
  expect(shown.stderr).toContain('What differs: the name of user 19.');
  expect(await json('plan', 'show', 'single.json')).toMatchObject({ error: { code: 'edited-plan' } });
  expect(await run('apply', 'single.json', '--confirm', 'x')).toMatchObject({ status: 4, stdout: '' });
  expect(await json('runs')).toEqual(runs);
});

test('a plan that warns of somebody who has another name by now is out of date, and nobody is said to have edited it', async () => {
  const demo = await demoFolder();
  const carry = async (source: number, target: number) => {
    const out = `${source}.json`;
    await demo.run('plan', '--source', `${source}`, '--target', `${target}`, '--out', out);
    const { confirm } = JSON.parse(await readFile(path.join(demo.folder, out), 'utf8')) as Plan;
    expect((await demo.run('apply', out, '--confirm', confirm)).status).toBe(0);
  };
  await carry(21, 22);
  await carry(22, 23);
  const [, first] = await demo.json<{ id: string }[]>('runs');
  await demo.run('undo', first?.id ?? '', '--out', 'undo.json');
  const { confirm } = JSON.parse(await readFile(path.join(demo.folder, 'undo.json'), 'utf8')) as Plan;
  const renamed = 'User ID,Email,First Name,Last Name\n23,agent.1@lindenhall.example,Agent,Renamed\n';
  await writeFile(path.join(demo.folder, 'renamed.csv'), renamed);
  await demo.run('import', 'renamed.csv', '--blanks', 'keep', '--missing', 'keep', '--out', 'renamed.json');
  expect((await demo.run('apply', 'renamed.json', '--confirm', 'IMPORT 1')).status).toBe(0);
  const refused = await demo.run('apply', 'undo.json', '--confirm', confirm);
  expect(refused.status).toBe(5);
  expect(refused.stderr).toContain('What the plan warns of is no more what there is to warn of: the warning "After it');
  expect(refused.stderr).toContain('make it anew');
});

const NO_CHOICES: Plan['choices'] = { policy: 'source', every: { fields: {}, courses: {} }, byPair: {} };

function replacingElse({ fields }: PlannedPair): Partial<PlannedPair> {
  return { fields: fields.map((change) => (change.target === null ? change : { ...change, target: 'something' })) };
}
