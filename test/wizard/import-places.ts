import type { PeopleFile } from '../../source/people/import/import-check.ts';
import type { State } from '../../source/wizard/state.ts';
import { choose, fail, finish, opened, press, runOf, type } from './given.ts';
import {
  atBlanks,
  atImportConfirm,
  atImportFile,
  atImportPreview,
  atLook,
  checked,
  peopleFile,
  preset,
  readOf,
} from './given-import.ts';

const ESC = '\u001B';
const LONG = 'Wilhelmina-Maximiliane '.repeat(9);
const HEADINGS = [
  'User ID',
  'Email',
  'First Name',
  'Last Name',
  'Activated',
  'Team',
  'Active?',
  `山田 ${LONG}`,
  `כהן${ESC}[2J`,
];

/** People whose cells break screens: new ones, changed ones, and some with problems. */
export function awkwardFile(): PeopleFile {
  const { byId } = opened().world;
  const known = [19, 20, 22].map((id) => byId.get(id));
  const rows = [
    ...known.map((user, index) => [
      String(user?.id),
      user?.email ?? '',
      index === 0 ? '太郎右衛門' : (user?.firstName ?? ''),
      index === 1 ? `كريم ${LONG}` : (user?.lastName ?? ''),
      index === 2 ? '' : '2024-04-03',
      String(user?.profile.Team ?? ''),
      index === 2 ? 'FALSE' : '',
      `${ESC}[31mred\u0007`,
      'a\r\nb\u202Ec',
    ]),
    ['0', 'new.one@lindenhall.example', '👨‍👩‍👧', 'Zo\u0308e\u0301', '2024-13-45', '', '', LONG, ''],
    ['0', `${LONG}@x`, '山田', 'Ann\u202Elive', '', 'No such team', '', '', ''],
    ...Array.from({ length: 30 }, (_, index) => [
      '0',
      `new.${index}@lindenhall.example`,
      'New',
      `${index}`,
      '',
      '',
      '',
      '',
      '',
    ]),
  ];
  return peopleFile(HEADINGS, rows);
}

/** A file whose dates read in two ways. */
export function ambiguousFile(): PeopleFile {
  return peopleFile(
    ['E-mail address', 'First Name', 'Last Name', 'Company Start Date', 'Enable Scheduling'],
    [
      ['one@lindenhall.example', 'One', 'Person', '03/04/2024', 'TRUE'],
      ['two@lindenhall.example', 'Two', 'Person', '05/06/2024', ''],
    ],
  );
}

/** Every place of an import. @param put puts another world behind a state */
export function importPlaces(put: (state: State) => State): Record<string, State> {
  const file = awkwardFile();
  const look = put(atLook(file, opened(), [{ ...preset('symbiant'), name: `${LONG} 山田` }]));
  const fields = press(look, 'enter');
  const types = press(put(atLook(ambiguousFile())), 'enter', 'enter');
  const blanks = put(atBlanks(file));
  const preview = put(atImportPreview(file));
  const wrong = press(preview, 'n');
  const confirm = put(atImportConfirm(file));
  const phrase = press(confirm, 'right', 'enter');
  const mended = checked(press(type(press(press(wrong, 'enter', 'enter'), 'ctrl-u'), 'x'), 'enter'));
  return {
    'import-file': put(atImportFile()),
    'import-look': look,
    'import-look, scrolled': press(look, 'right', 'right', 'down', 'down'),
    'import-mappings': press(look, 'm', 'down'),
    'ask, a mapping': press(look, 'm', 'down', 'x'),
    'ask, a file of pairs': finish(
      press(type(put(atImportFile()), 'people.csv'), 'enter'),
      readOf(peopleFile(['From User ID', 'To User ID', 'Email'], [['19', '21', '']], '/srv/files/people.csv')),
    ),
    'import-fields': fields,
    'import-fields, one is missing': press(fields, 'down', 'x', 'enter'),
    'import-field': press(fields, 'space'),
    'import-field, none': type(press(fields, 'space'), 'nothing like it'),
    'import-types': press(types, 'n'),
    'import-types, left': press(types, 'enter'),
    'import-cells': press(types, 'd'),
    'import-words': press(types, 'down', 'down', 'down', 'down', 'w'),
    'import-blanks': blanks,
    'import-blanks, counting': press(put(atLook(file)), 'enter', 'enter', 'enter'),
    'import-save-mapping': press(blanks, 's'),
    'import-preview': preview,
    'import-preview, a problem': wrong,
    'import-preview, filtered': press(preview, 'f', 'f'),
    'import-preview, mended': mended,
    'import-preview, checking': press(blanks, 'enter'),
    'import-mend': press(wrong, 'enter'),
    'import-mend, the last line': press(wrong, 'enter', 'page-down', 'page-down', 'x'),
    'import-cell': press(wrong, 'enter', 'enter'),
    'import-row': press(preview, 'd'),
    'import-warnings': press(preview, 'w'),
    'import-save-copy': press(mended, 's'),
    'import-save-problems': press(preview, 'p'),
    'ask, the problem rows': fail(press(preview, 'p', 'enter'), 'file-exists'),
    'import-confirm': confirm,
    'import-confirm, waiting': press(preview, 'c'),
    'import-confirm, unfinished': unfinishedImport(confirm),
    'phrase, import': phrase,
  };
}

/** What an unfinished import has left, come from the first screen. */
function unfinishedImport({ world, plan }: State): State {
  if (plan === null) throw new Error('No plan');
  const run = runOf({ state: 'stopped', done: 3, left: 1, operation: 'import' });
  const asked = choose({ ...opened(), world: { ...world, runs: [run] } }, `resume:${run.id}`);
  return finish(asked, { kind: 'open-plan', changed: 0, run, plan });
}
