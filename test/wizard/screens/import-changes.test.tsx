import { expect, test } from 'vitest';
import { askImportPreview } from '../../../source/wizard/accessible/questions/ask-import-rows.ts';
import { importSentence } from '../../../source/wizard/import-sentence.ts';
import { makeLook } from '../../../source/wizard/look.ts';
import { confirmSentences } from '../../../source/wizard/screens/confirm-words.ts';
import { importRowLines } from '../../../source/wizard/screens/import-row-lines.ts';
import { fieldText } from '../../../source/wizard/screens/import-row-words.ts';
import type { State } from '../../../source/wizard/state.ts';
import { Wizard } from '../../../source/wizard/wizard.tsx';
import { opened } from '../given.ts';
import { atImportConfirm, atImportPreview, peopleFile, preset } from '../given-import.ts';
import { draw } from '../parts/draw.tsx';

const LOOK = makeLook({ ascii: false });
const HEADINGS = ['User ID', 'Email', 'First Name', 'Last Name'];
const frameOf = (state: State) => draw(<Wizard state={state} dispatch={() => undefined} />).join('\n');
const wordsOf = (text: string) => text.replaceAll(/[\s│]+/g, ' ');

/** All of somebody else beside the ID of John Smith. */
const SLIPPED = peopleFile(HEADINGS, [['19', 'ruth.rossi@lindenhall.example', 'Ruth', 'Rossi']]);

test('a row that makes somebody else of a person says so: in the preview, aloud, and before it runs', () => {
  const preview = atImportPreview(SLIPPED);
  const said = 'John Smith becomes SOMEBODY ELSE: make sure that no column has slipped by a row';
  expect(wordsOf(frameOf(preview))).toMatch(/19 John Smith OTHER PERSON/);
  expect(wordsOf(frameOf(preview))).toContain('John Smith becomes SOMEBODY ELSE');
  expect(importSentence(preview, 100, LOOK)).toBe('Line 2 makes SOMEBODY ELSE of John Smith (19)');
  expect(importRowLines(preview, LOOK).join('\n')).toContain(said);
  expect(askImportPreview(preview)?.list?.entryAt(0).text).toContain(`Warning: ${said}`);
  const confirm = confirmSentences(atImportConfirm(SLIPPED)).join('\n');
  expect(confirm).toContain('WARNING: In line 2 a person becomes somebody else');
  expect(confirm).toContain('John Smith (19)');
});

test('two values that are drawn alike are told apart', () => {
  const change = { field: 'Login', taken: 'source', why: 'in the file' } as const;
  expect(fieldText({ ...change, source: 'sofia', target: 'sofia ' }, '→', null)).toBe('Login: “sofia ” → sofia');
  expect(fieldText({ ...change, source: 'sofia', target: 'sonia' }, '→', null)).toBe('Login: sonia → sofia');
});

test('an address of which only the letter case changes is told as a spelling, and no mail is announced for it', () => {
  const user = opened().world.byId.get(21);
  const cells = ['21', `J${user?.email.slice(1)}`, user?.firstName ?? '', user?.lastName ?? ''];
  const file = peopleFile(HEADINGS, [cells]);
  const rules = preset('docebo').rules;
  const preview = atImportPreview(file);
  expect(preview.importing.mapping?.rules.emailCase).toBe(rules.emailCase);
  expect(importRowLines(preview, LOOK).join('\n')).toContain('the same address, spelt otherwise: no activation mail');
  expect(confirmSentences(atImportConfirm(file)).join('\n')).not.toContain('MAIL');
});
