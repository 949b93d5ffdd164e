import { expect, test } from 'vitest';
import type { PeopleFile } from '../../../source/people/import/import-check.ts';
import { stepNow } from '../../../source/wizard/state.ts';
import { choose, fail, finish, jobOf, opened, press, type } from '../given.ts';
import { PRESETS } from '../given-import.ts';

const atExport = () => choose(choose(opened(), 'bulk'), 'export');

test('the export is called people.csv in the working directory unless something else is typed (A33)', () => {
  expect(jobOf(press(atExport(), 'enter'), 'export')).toEqual({
    kind: 'export',
    path: '/srv/files/people.csv',
    force: false,
  });
  const other = press(type(press(atExport(), 'ctrl-u'), '/tmp/all.csv'), 'enter');
  expect(jobOf(other, 'export').path).toBe('/tmp/all.csv');
  expect(press(press(atExport(), 'ctrl-u'), 'enter').notice?.text).toBe('Type the name of the file.');
});

test('what is open to be read is not written over by it, and nobody is asked whether it may be', () => {
  const state = atExport();
  const file = '/srv/files/e9.csv';
  const loaded = { ...state, importing: { ...state.importing, file: { file } as PeopleFile } };
  const exporting = press(type(press(loaded, 'ctrl-u'), file), 'enter');
  expect(jobOf(exporting, 'export')).toMatchObject({ path: file, reads: [file] });
  const refused = fail(exporting, 'same-file');
  expect([refused.question, refused.notice?.tone]).toEqual([null, 'bad']);
});

test('after it the wizard is back where it was asked for, and says where the file is', () => {
  const saved = finish(press(atExport(), 'enter'), { kind: 'export', path: '/srv/files/people.csv', people: 240 });
  expect(stepNow(saved)).toBe('bulk');
  expect(saved).toMatchObject({ hasExported: true, notice: { tone: 'good' } });
  expect(saved.summary).toEqual(['Exported 240 people to /srv/files/people.csv']);
});

test('a file that is there is replaced only after a Yes, and No has the focus', () => {
  const asked = fail(press(atExport(), 'enter'), 'file-exists');
  expect(asked.question).toMatchObject({ focus: 0, text: expect.stringContaining('/srv/files/people.csv') });
  expect(press(asked, 'enter')).toMatchObject({ task: null, overlay: null });
  expect(jobOf(press(asked, 'right', 'enter'), 'export').force).toBe(true);
  expect(stepNow(press(asked, 'escape'))).toBe('export');
});

test('Tab goes through the mappings as which it can be written, and back to the standard', () => {
  const asked = press(atExport(), 'tab');
  const listed = finish(asked, { kind: 'list-mappings', mappings: PRESETS });
  expect(listed.exportMapping?.name).toBe('Calabrio');
  const symbiant = press(listed, 'tab');
  expect(jobOf(press(symbiant, 'enter'), 'export').mapping?.name).toBe('Symbiant');
  const around = press(symbiant, 'tab', 'tab');
  expect(around.exportMapping).toBeNull();
  expect(jobOf(press(around, 'enter'), 'export').mapping).toBeUndefined();
});

test('values that do not read as they are once they are written are told of', () => {
  const unfit = [{ person: 19, heading: 'Roles' }];
  const saved = finish(press(atExport(), 'enter'), { kind: 'export', path: '/srv/people.csv', people: 240, unfit });
  expect(saved.notice).toMatchObject({ tone: 'bad', text: expect.stringContaining('1 value cannot be written') });
});
