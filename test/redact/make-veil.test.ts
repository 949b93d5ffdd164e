import { expect, test } from 'vitest';
import { COMMANDS } from '../../source/commands/index.ts';
import { printAside, printJson, printLines } from '../../source/commands/print.ts';
import type { Plan } from '../../source/model/plan.ts';
import { makeVeil } from '../../source/redact/make-veil.ts';
import { OWN_WORDS } from '../../source/redact/own-words.ts';
import { mappingOf } from '../people/import/given-import.ts';
import { failed, givenStore, openAt, started, writeAt } from '../store/given-store.ts';
import { pairsOf, planOn } from '../transfer/given-plan.ts';
import { leakIn, markedDemo, markedNames } from './given-marked.ts';

const DEMO = markedDemo();

/** The veil over the marked people, as one process makes it. */
async function givenVeil() {
  const { folder } = await givenStore(40, DEMO);
  const veil = makeVeil(['q0zaccount']);
  await veil.learnStore(await openAt(folder), async () => null);
  return veil;
}

/** A plan of an import by which somebody new gets the ID 41. */
function newcomer(): Plan {
  const [pair] = planOn(DEMO, pairsOf([19, 21])).pairs;
  if (pair === undefined) throw new Error('No pair');
  const person = { ...pair.source, id: 41, name: 'Zebulon Pikeman' };
  const fields = Object.entries({ 'First Name': 'Zebulon', 'Last Name': 'Pikeman', Login: 'zeb.pike' });
  const changes = fields.map(([field, source]) => ({ field, source, target: null, taken: 'source' as const, why: '' }));
  return { ...planOn(DEMO, pairsOf([19, 21])), pairs: [{ ...pair, source: person, target: person, fields: changes }] };
}

test('whoever is named by a plan that was read is hidden from then on, in whatever is said', async () => {
  const veil = await givenVeil();
  const reason = 'Zebulon Pikeman (41), whose login is zeb.pike, was to get it.';
  expect(veil.said(reason)).toBe(reason);
  veil.learnPlan(newcomer());
  expect(veil.said(reason)).toBe('First41 Last41 (41), whose login is user41, was to get it.');
  expect(veil.text('Pikeman, Zebulon')).toBe('Last41, First41');
});

test('the reason why a row failed names somebody who never came to be: the plan of its run is read', async () => {
  const { folder } = await givenStore(40, DEMO);
  const { writer } = await writeAt(folder);
  const begun = { ...started('one', 1), operation: 'import' as const };
  await writer.append([begun, failed('one', 0, 'Zebulon Pikeman was to get it.')]);
  await writer.close();
  const asked: string[] = [];
  const veil = makeVeil([]);
  const store = await openAt(folder);
  await veil.learnStore(store, async (run) => {
    asked.push(run);
    return newcomer();
  });
  expect(asked).toEqual(['one']);
  expect((await veil.store(store).run('one'))?.pairs[0]?.reason).toBe('First41 Last41 was to get it.');
});

test('what is printed is hidden without anybody asking for it, and stand-ins stay as they are', async () => {
  const veil = await givenVeil();
  let said = '';
  const output = { write: (text: string) => (said += text) };
  const voice = { stdout: output, stderr: output, columns: 80, ascii: false, again: '--as q0zadmin --redact', veil };
  const { firstName, lastName, login, email } = markedNames(19);
  const line = `${firstName} ${lastName} (19), ${login} <${email}>, Q0ZE19, of q0zaccount`;
  printLines(voice, [line, 'See "handover runs".', 'Back: handover undo one --out undo.json']);
  printAside(voice, [line]);
  printJson(voice, [{ line, people: [{ name: `${firstName} ${lastName}` }] }]);
  expect(leakIn(said)).toBeNull();
  const hidden = 'First19 Last19 (19), user19 <person19@example.invalid>, employee19, of account';
  expect(said.split('\n')).toEqual([
    hidden,
    'See "handover --as operator1 --redact runs".',
    'Back: handover --as operator1 --redact undo one',
    hidden,
    JSON.stringify([{ line: hidden, people: [{ name: 'First19 Last19' }] }]),
    '',
  ]);
  expect(veil.said(hidden)).toBe(hidden);
});

test('a stand-in that is somebody’s login is not taken for that somebody once it is shown', async () => {
  const people = DEMO.people.map((person) => (person.id === 20 ? { ...person, login: 'user19' } : person));
  const { folder } = await givenStore(40, { ...DEMO, people });
  const veil = makeVeil([]);
  await veil.learnStore(await openAt(folder), async () => null);
  expect(veil.text('the login user19 is taken')).toBe('the login user20 is taken');
  expect(veil.said('19  First19 Last19  user19')).toBe('19  First19 Last19  user19');
});

test('headings that are no words for fields are told by their places, wherever they are told', async () => {
  const veil = await givenVeil();
  veil.learnHeadings(['Email', 'Q0zsmith', 'Vorname', 'q0z.smith', 'Frist Name']);
  expect(['Email', 'Q0zsmith', 'Vorname', 'q0z.smith', 'Frist Name'].map(veil.heading)).toEqual([
    'Email',
    '(heading 2)',
    'Vorname',
    '(heading 4)',
    'Frist Name',
  ]);
  expect(veil.said('The column “Q0zsmith” is mapped to nothing and left out.')).toBe(
    'The column “(heading 2)” is mapped to nothing and left out.',
  );
  const [finding] = veil.findings([
    {
      line: 1,
      column: 'Email, Q0zsmith',
      value: null,
      code: 'missing-heading',
      message: 'The heading line reads “Q0zsmith, q0z.sm…”, or q0z.sm….',
      cure: '',
    },
  ]);
  expect(finding).toMatchObject({
    column: 'Email, (heading 2)',
    message: 'The heading line reads “(hidden)”, or (hidden)….',
  });
});

test('rows of a file name people whom nobody knows; a team that exists is told though somebody is called by a word of it', async () => {
  const people = DEMO.people.map((person) => (person.id === 20 ? { ...person, lastName: 'Inbound' } : person));
  const { folder } = await givenStore(40, { ...DEMO, people });
  const veil = makeVeil([]);
  await veil.learnStore(await openAt(folder), async () => null);
  expect(veil.written('Quackenbush Team')).toBe('Quackenbush Team');
  const fields = ['Email', 'First Name', 'Last Name'] as const;
  veil.learnRows(
    {
      headings: ['Mail', 'Name', 'Surname'],
      rows: [{ cells: ['quack@lindenhall.example', 'Jemima', 'Quackenbush'] }, { cells: ['', 'Cherilyn', ''] }],
    },
    mappingOf(fields, {
      columns: fields.map((field, place) => ({
        heading: ['Mail', 'Name', 'Surname'][place] ?? '',
        field,
        type: { kind: 'text' },
      })),
    }),
  );
  expect(veil.written('Quackenbush Team')).toBe('(name) Team');
  expect(veil.said('Jemima Quackenbush is in it twice, Cherilyn once.')).toBe('(name) is in it twice, (name) once.');
  expect(['Sales Inbound', 'inbound for Inbound'].map(veil.written)).toEqual(['Sales Inbound', '(name) for (name)']);
});

test('no word of a command is a name, so that commands can be typed as they are told', () => {
  const words = COMMANDS.filter(({ isHidden }) => !isHidden).flatMap(({ name }) => name.split(' '));
  expect(words.filter((word) => !OWN_WORDS.has(word))).toEqual([]);
});
