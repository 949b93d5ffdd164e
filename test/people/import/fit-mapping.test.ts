import { describe, expect, it } from 'vitest';
import { IMPORT_FIELDS } from '../../../source/model/import-field.ts';
import type { Mapping } from '../../../source/model/mapping.ts';
import { checkMapping } from '../../../source/people/import/check-mapping.ts';
import { defaultType } from '../../../source/people/import/field-types.ts';
import { type FittedMapping, fitMapping } from '../../../source/people/import/fit-mapping.ts';
import { guessMapping } from '../../../source/people/import/guess-mapping.ts';
import { fc } from '../../helpers/fast-check.ts';
import { finish, opened, press } from '../../wizard/given.ts';
import { atLook, PRESETS, peopleFile, preset } from '../../wizard/given-import.ts';
import { mappingOf, rulesOf } from './given-import.ts';

/** A mapping whose columns have these headings. */
function saved(columns: Record<string, (typeof IMPORT_FIELDS)[number]>, parts: Partial<Mapping> = {}): Mapping {
  const mapped = Object.entries(columns).map(([heading, field]) => ({ heading, field, type: defaultType(field) }));
  return mappingOf([], { name: 'Mine', columns: mapped, rules: rulesOf({ required: [] }), ...parts });
}

const fieldsOf = ({ mapping }: Pick<FittedMapping, 'mapping'>) =>
  Object.fromEntries(mapping.columns.map(({ heading, field }) => [heading, field]));

function fitSaved(mapping: Mapping, headings: string[]) {
  return fieldsOf(fitMapping({ mapping, isPreset: false }, { headings, rows: [] }));
}

describe('a saved mapping', () => {
  const PAYROLL = saved({ Nr: 'User ID', 'Work Mail': 'Email', Badge: 'Employee ID' });

  it('reads its own headings, and no others that are called like its fields, wherever they stand', () => {
    const headings = ['Nr', 'Email', 'Work Mail', 'Nachname', 'Employee ID', 'Badge'];
    const wanted = { Nr: 'User ID', 'Work Mail': 'Email', Badge: 'Employee ID' };
    expect(fitSaved(PAYROLL, headings)).toEqual(wanted);
    expect(fitSaved(PAYROLL, headings.toReversed())).toEqual(wanted);
    expect(fieldsOf(guessMapping({ headings, rows: [] }, PRESETS, [PAYROLL]))).toEqual(wanted);
  });

  it('knows its headings in another letter case and with other blanks, where only one is like that', () => {
    expect(fitSaved(PAYROLL, ['NR', 'WorkMail', 'badge'])).toEqual({
      NR: 'User ID',
      WorkMail: 'Email',
      badge: 'Employee ID',
    });
    expect(fitSaved(PAYROLL, ['Nr', 'workmail', 'WORK MAIL', 'Badge'])).toMatchObject({ 'Work Mail': 'Email' });
    expect(fitSaved(PAYROLL, ['Nr', 'Work-Mail', 'Badge'])).toMatchObject({ 'Work Mail': 'Email' });
    expect(fitSaved(saved({ Nr: 'User ID', NR: 'Employee ID' }), ['nr'])).toEqual({ Nr: 'User ID', NR: 'Employee ID' });
  });

  it('keeps the columns that a file lacks, under their own headings', () => {
    expect(fitSaved(PAYROLL, ['Work Mail', 'Employee ID'])).toEqual(fieldsOf({ mapping: PAYROLL }));
  });

  it('reads a column that is called as one of ours', () => {
    expect(fitSaved(saved({ Line: 'Employee ID' }), ['Line', 'Problem'])).toEqual({ Line: 'Employee ID' });
  });
});

describe('a preset', () => {
  it('reads its own headings first, then those that resemble a field, and keeps what the file lacks', () => {
    const headings = ['Login', 'E-mail', 'Account Name', 'Team', 'Shoe size'];
    const fitted = fitMapping({ mapping: preset('symbiant'), isPreset: true }, { headings, rows: [] });
    expect(fieldsOf(fitted)).toEqual({
      'E-mail': 'Email',
      'Account Name': 'Login',
      Team: 'Team',
      'First Name': 'First Name',
      'Last Name': 'Last Name',
      'Active?': 'Active?',
      Roles: 'Roles',
      Divisions: 'Divisions',
    });
    expect(checkMapping(fitted.mapping, headings).problems).toEqual([]);
  });
});

/** The mapping that the wizard reads the file by once that one is chosen from its list. */
function chosenInWizard(file: ReturnType<typeof peopleFile>, name: string, all: readonly Mapping[]): Mapping | null {
  const list = press(atLook(file, opened(), all), 'm');
  const at = list.importing.choices.findIndex(({ origin, mapping }) => origin !== 'guessed' && mapping.name === name);
  const taken = press({ ...list, importing: { ...list.importing, choiceCursor: at } }, 'enter');
  if (taken.task?.job.kind !== 'fit-mapping') return taken.importing.mapping;
  const { choice } = taken.task.job;
  const fitted = fitMapping({ mapping: choice.mapping, isPreset: true }, file);
  return finish(taken, { kind: 'fit-mapping', choice, fitted }).importing.mapping;
}

describe('whoever takes a mapping', () => {
  const words = ['Nr', 'nr', 'N r', 'Mail', 'Line', 'Problem', 'Shoe size', 'From User ID', '', 'Vorname', 'E-mail'];
  const heading = fc.constantFrom(...words, ...IMPORT_FIELDS);
  const column = fc.record({
    heading: heading.filter((text) => text !== ''),
    field: fc.constantFrom(...IMPORT_FIELDS),
  });
  const mapping = fc
    .tuple(
      fc.uniqueArray(column, { minLength: 1, maxLength: 6, selector: ({ heading: text }) => text }),
      fc.constantFrom('erase' as const, 'keep' as const),
    )
    .map(([columns, missing]) => {
      const one = new Map(columns.map((each) => [each.field, each.heading]));
      return saved(Object.fromEntries([...one].map(([field, text]) => [text, field])), { missing });
    });

  it('names it, has it guessed, or chooses it in the wizard: the file is read alike, and the mapping loses nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(heading, { minLength: 1, maxLength: 9 }), mapping, (headings, mine) => {
        const file = peopleFile(headings, [headings.map((_text, index) => `0${index + 1}/02/2024`)]);
        for (const [each, isPreset] of [[mine, false], ...PRESETS.map((one) => [one, true] as const)] as const) {
          const { mapping: fitted } = fitMapping({ mapping: each, isPreset }, file);
          expect(chosenInWizard(file, each.name, [mine])).toEqual(fitted);
          const guess = guessMapping(file, PRESETS, [mine]);
          if (guess.preset === each.name) expect(guess.mapping).toEqual(fitted);
          const fields = fitted.columns.map(({ field }) => field);
          expect(new Set(fields).size).toBe(fields.length);
          expect(fields).toEqual(expect.arrayContaining(each.columns.map(({ field }) => field)));
        }
      }),
      { numRuns: 60 },
    );
  });
});
