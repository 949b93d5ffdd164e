import { expect, test } from 'vitest';
import { listedEntries } from '../../../source/wizard/logic/file.ts';
import { type FolderEntry, type State, stepNow } from '../../../source/wizard/state.ts';
import { after, atFile, choose, FOLDER, fail, fileOf, finish, jobOf, opened, press, type } from '../given.ts';

const file = (name: string): FolderEntry => ({ name, isFolder: false, size: 10 });
const folder = (name: string): FolderEntry => ({ name, isFolder: true, size: 0 });
const HERE = [folder('old'), folder('orders'), file('people.csv'), file('people-2.csv'), file('.hidden.csv')];

function listed(entries: FolderEntry[] = HERE): State {
  const asked = choose(choose(opened(), 'bulk'), 'file');
  return finish(asked, { kind: 'list-folder', folder: FOLDER, entries });
}
const namesOf = (state: State) => listedEntries(state.file).map(({ name }) => name);
const gone = (state: State, path: string, entries: FolderEntry[]) =>
  finish(state, { kind: 'list-folder', folder: path, entries });

test('the working directory is read on coming to the step', () => {
  expect(jobOf(choose(choose(opened(), 'bulk'), 'file'), 'list-folder').folder).toBe(FOLDER);
});

test('the list shows the way up, and no hidden names; typing narrows it in either letter case', () => {
  expect(namesOf(listed())).toEqual(['..', 'old', 'orders', 'people.csv', 'people-2.csv']);
  expect(namesOf(type(listed(), 'PEO'))).toEqual(['people.csv', 'people-2.csv']);
  expect(namesOf(type(listed(), '.h'))).toEqual(['.hidden.csv']);
});

test('the cursor starts on the first name that can be chosen, not on the way up', () => {
  expect(listed().file.cursor).toBe(1);
  expect(listed([]).file.cursor).toBe(0);
});

test('Enter on a file reads it; what was read leads on', () => {
  const reading = press(type(listed(), 'people-2'), 'enter');
  expect(jobOf(reading, 'read-file').path).toBe(`${FOLDER}/people-2.csv`);
  const read = finish(reading, { kind: 'read-file', file: fileOf([['19', '21']]) });
  expect(stepNow(read)).toBe('direction');
});

test('Enter on a folder goes into it, on ".." out of it', () => {
  const inside = press(type(listed(), 'orders'), 'enter');
  expect(jobOf(inside, 'list-folder').folder).toBe(`${FOLDER}/orders`);
  expect(inside.file.field.value).toBe('orders/');
  const there = gone(inside, `${FOLDER}/orders`, [file('may.csv')]);
  expect(jobOf(press(there, 'enter'), 'read-file').path).toBe(`${FOLDER}/orders/may.csv`);
  const up = press(listed(), 'up', 'enter');
  expect(jobOf(up, 'list-folder').folder).toBe('/srv');
  expect(up.file.field.value).toBe('../');
});

test('Backspace in an empty field goes up', () => {
  expect(jobOf(press(listed(), 'backspace'), 'list-folder').folder).toBe('/srv');
});

test.each([
  ['~/', '/home/tester'],
  ['~', '/home'],
  ['~/in', '/home/tester'],
  ['/etc/', '/etc'],
  ['../', '/srv'],
  ['old/', `${FOLDER}/old`],
])('the typed path %s leads into its folder', (typed, path) => {
  const state = type(listed(), typed);
  expect(jobOf(state, 'list-folder').folder).toBe(path);
});

test.each(['tab', 'enter'])('%s after a bare ~ goes into the home folder', (key) => {
  const tilde = gone(type(listed(), '~'), '/home', [folder('tester')]);
  expect(jobOf(press(tilde, key), 'list-folder').folder).toBe('/home/tester');
});

test('Tab completes as far as all names agree, then says how many fit', () => {
  const once = press(type(listed(), 'pe'), 'tab');
  expect(once.file.field.value).toBe('people');
  expect(press(once, 'tab').notice?.text).toBe('2 names fit.');
  expect(press(type(once, '.'), 'tab').file.field.value).toBe('people.csv');
  expect(press(type(listed(), 'x'), 'tab').notice?.text).toContain('Nothing here begins like that');
});

test('Tab on a single folder goes into it', () => {
  const inside = press(type(listed(), 'ol'), 'tab');
  expect(inside.file.field.value).toBe('old/');
  expect(jobOf(inside, 'list-folder').folder).toBe(`${FOLDER}/old`);
});

test('a path typed faster than its folder is read opens the file of that folder, not one of the same name here', () => {
  const early = press(type(listed(), 'old/people'), 'enter');
  expect(jobOf(early, 'list-folder').folder).toBe(`${FOLDER}/old`);
  expect(namesOf(early)).toEqual([]);
  const reading = gone(early, `${FOLDER}/old`, [file('people-2024.csv')]);
  expect(jobOf(reading, 'read-file').path).toBe(`${FOLDER}/old/people-2024.csv`);
  const completed = gone(press(type(listed(), 'old/peo'), 'tab'), `${FOLDER}/old`, [file('people-2024.csv')]);
  expect(completed.file.field.value).toBe('old/people-2024.csv');
  expect(completed.task).toBeNull();
});

test('an Enter that its folder has not answered is forgotten once more is typed or the step is left', () => {
  const early = press(type(listed(), 'old/peo'), 'enter');
  expect(gone(type(early, 'p'), `${FOLDER}/old`, [file('people.csv')]).task).toBeNull();
  const left = press(early, 'escape');
  expect(stepNow(left)).toBe('bulk');
  expect(
    finish(choose(left, 'file'), { kind: 'list-folder', folder: `${FOLDER}/old`, entries: [file('people.csv')] }).task,
  ).toBeNull();
});

test('a folder that cannot be read is said; nothing of the one before can be opened by mistake', () => {
  const failed = fail(type(listed(), 'nowhere/people'), 'no-folder', 'There is no folder nowhere.');
  expect(failed.notice?.text).toContain('There is no folder nowhere.');
  expect(namesOf(failed)).toEqual([]);
  expect(jobOf(press(failed, 'enter'), 'read-file').path).toBe(`${FOLDER}/nowhere/people`);
});

test('a typed path that is not listed is opened all the same', () => {
  expect(jobOf(press(type(listed(), 'notes.md'), 'enter'), 'read-file').path).toBe(`${FOLDER}/notes.md`);
});

test('a file that cannot be read leaves the step and the typed path as they are', () => {
  const failed = fail(press(type(listed(), 'people-2'), 'enter'), 'no-file', 'There is no file.');
  expect(stepNow(failed)).toBe('file');
  expect(failed.file.field.value).toBe('people-2.csv');
});

test('mendings stay while the very same file is read again, and go with another one', () => {
  const pairs = fileOf([['19', '21']]);
  const reading = press(type(atFile(), 'people.csv'), 'enter');
  const preview = choose(finish(reading, { kind: 'read-file', file: pairs }), 'from-to');
  const mended = choose(press(preview, 'enter'), 'leave-out');
  expect(mended.mendings.byLine.size).toBe(1);
  const again = press(gone(press(mended, 'escape', 'escape'), FOLDER, []), 'enter');
  expect(finish(again, { kind: 'read-file', file: fileOf([['19', '21']]) }).mendings.byLine.size).toBe(1);
  expect(finish(again, { kind: 'read-file', file: fileOf([['19', '22']]) }).mendings.byLine.size).toBe(0);
});

/** Back at the file step with a row of people.csv left out. */
function withMending(): State {
  const reading = press(type(listed(), 'people.csv'), 'enter');
  const read = finish(reading, {
    kind: 'read-file',
    file: fileOf([
      ['19', '21'],
      ['20', '22'],
    ]),
  });
  const mended = choose(press(choose(read, 'from-to'), 'enter'), 'leave-out');
  return gone(press(mended, 'escape', 'escape'), FOLDER, HERE);
}
const other = (state: State) => press(type(press(state, 'ctrl-u'), 'people-2'), 'enter');

test('another file is not opened over mendings that no copy has without a question, with No in focus', () => {
  const asked = other(withMending());
  expect(asked.task).toBeNull();
  expect(asked).toMatchObject({ overlay: 'ask', question: { focus: 0 } });
  expect(asked.question?.text).toContain('One mended row of people.csv would be lost');
  const stayed = press(asked, 'enter');
  expect(stepNow(stayed)).toBe('file');
  expect(stayed.mendings.byLine.size).toBe(1);
  const reading = press(asked, 'right', 'enter');
  expect(jobOf(reading, 'read-file').path).toBe(`${FOLDER}/people-2.csv`);
  const read = finish(reading, { kind: 'read-file', file: fileOf([['19', '22']], `${FOLDER}/people-2.csv`) });
  expect(read.mendings.byLine.size).toBe(0);
});

test('the very same file is read again without a question; where it has changed, that its mendings are gone is said', () => {
  const reading = press(withMending(), 'enter');
  expect(jobOf(reading, 'read-file').path).toBe(`${FOLDER}/people.csv`);
  const changed = finish(reading, { kind: 'read-file', file: fileOf([['19', '21']]) });
  expect(changed.mendings.byLine.size).toBe(0);
  expect(changed.notice?.text).toBe(
    'The file has changed: what you mended in it is gone. Read 1 row: UTF-8 and commas.',
  );
});

test('once a copy of them is saved, another file is opened at once; a further mending is asked about again', () => {
  const back = finish(press(withMending(), 'enter'), {
    kind: 'read-file',
    file: fileOf([
      ['19', '21'],
      ['20', '22'],
    ]),
  });
  const saving = press(choose(back, 'from-to'), 's', 'enter');
  const saved = finish(saving, { kind: 'save-mended', path: `${FOLDER}/people-mended.csv`, rowsChanged: 1 });
  const atFileStep = gone(press(saved, 'escape', 'escape'), FOLDER, HERE);
  expect(jobOf(other(atFileStep), 'read-file').path).toBe(`${FOLDER}/people-2.csv`);
  const further = choose(press(saved, 'down', 'enter'), 'leave-out');
  expect(other(gone(press(further, 'escape', 'escape'), FOLDER, HERE)).overlay).toBe('ask');
});

test('a name typed to the letter is the file of just that name, whatever else begins like it', () => {
  const entries = [file('People.csv'), file('people.csv'), file('people.csv.old.csv')];
  expect(jobOf(press(type(listed(entries), 'people.csv'), 'enter'), 'read-file').path).toBe(`${FOLDER}/people.csv`);
  expect(jobOf(press(type(listed(entries), 'People.csv'), 'enter'), 'read-file').path).toBe(`${FOLDER}/People.csv`);
});

test.each([
  ['utf-8', false, ',', 'Read 2 rows: UTF-8 and commas.'],
  ['windows-1252', true, ';', 'Read 2 rows: Windows-1252 (a guess) and semicolons. Look whether the names are right.'],
  ['utf-16le', false, '\t', 'Read 2 rows: UTF-16 (little-endian) and tabs.'],
] as const)('what was read is said with its encoding and delimiter: %s', (name, guessed, delimiter, text) => {
  const read = {
    ...fileOf([
      ['19', '21'],
      ['20', '22'],
    ]),
    encoding: { name, bom: 0, guessed },
    delimiter,
  };
  const state = finish(press(type(listed(), 'people.csv'), 'enter'), { kind: 'read-file', file: read });
  expect(state.notice).toEqual({ tone: 'info', text });
});

test('another file is asked for its direction anew', () => {
  const read = finish(press(withMending(), 'enter'), {
    kind: 'read-file',
    file: fileOf([
      ['19', '21'],
      ['20', '22'],
    ]),
  });
  const preview = press(choose(read, 'to-from'), 'u');
  const second = finish(other(gone(press(preview, 'escape', 'escape'), FOLDER, HERE)), {
    kind: 'read-file',
    file: fileOf([['23', '24']], `${FOLDER}/people-2.csv`),
  });
  expect(second.direction).toBeNull();
  expect(second.leaning).toBe('from-to');
});

test.each([`'/srv/a b/may.csv'`, `"/srv/a b/may.csv"`, String.raw`/srv/a\ b/may.csv`])(
  'a path as a terminal pastes it, or that is typed so, is the path that it means: %s',
  (quoted) => {
    const pasted = after(listed(), { type: 'key', press: { name: 'paste', text: quoted } });
    expect(pasted.file.field.value).toBe('/srv/a b/may.csv');
    const opened = gone(press(pasted, 'enter'), '/srv/a b', [file('may.csv')]);
    expect(jobOf(opened, 'read-file').path).toBe('/srv/a b/may.csv');

    const typed = press(type(listed(), quoted), 'enter');
    const found = gone(typed, typed.file.folder, []);
    expect(jobOf(found, 'list-folder').folder).toBe('/srv/a b');
    expect(jobOf(gone(found, '/srv/a b', [file('may.csv')]), 'read-file').path).toBe('/srv/a b/may.csv');
  },
);

test('a name that begins and ends with a quotation mark is itself, where there is such a file', () => {
  const quoted = press(type(listed([file(`'odd'`)]), `'odd'`), 'enter');
  expect(jobOf(quoted, 'read-file').path).toBe(`${FOLDER}/'odd'`);
});
