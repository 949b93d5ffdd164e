import { IMPORT_FIELDS, type ImportField } from '../../model/import-field.ts';
import type { MappedColumn } from '../../model/mapping.ts';
import { editDistance } from '../edit-distance.ts';
import { headingKey, isSynonym } from './heading-synonyms.ts';
import { ownHeadings } from './own-headings.ts';

/** What a heading was matched by: the same heading, another name for the field, nearly its name, or what stands below it. */
export type MatchedBy = 'heading' | 'synonym' | 'spelling' | 'content';

export interface HeadingMatch {
  heading: string;
  field: ImportField;
  by: MatchedBy;
}

type Round = { by: MatchedBy; find: (heading: string, free: ReadonlySet<ImportField>) => ImportField | null };

/**
 * Matches headings to fields, the surest first: no heading and no field twice. What `known` says goes before the names of
 * the fields: a column that is called Email is not the e-mail where another one is known to be. Our own columns, empty
 * headings and those that resemble no field stay out.
 * @param known columns whose headings mean their fields
 */
export function matchHeadings(headings: readonly string[], known: readonly MappedColumn[]): HeadingMatch[] {
  const own = ownHeadings(headings);
  const open = new Set(headings.filter((heading) => heading !== '' && !own.has(heading)));
  const free = new Set<ImportField>(IMPORT_FIELDS);
  const found: HeadingMatch[] = [];
  for (const { by, find } of rounds(known)) {
    for (const heading of open) {
      const field = find(heading, free);
      if (field === null) continue;
      open.delete(heading);
      free.delete(field);
      found.push({ heading, field, by });
    }
  }
  return found;
}

interface NamedField {
  name: string;
  key: string;
  field: ImportField;
}

function rounds(known: readonly MappedColumn[]): Round[] {
  const ofMapping = known.map(({ heading, field }) => namedField(heading, field));
  const ofFields = IMPORT_FIELDS.map((field) => namedField(field, field));
  return [
    ...sameName(ofMapping),
    ...sameName(ofFields),
    {
      by: 'synonym',
      find(heading, free) {
        const key = headingKey(heading);
        return IMPORT_FIELDS.find((field) => free.has(field) && isSynonym(key, field)) ?? null;
      },
    },
    { by: 'spelling', find: (heading, free) => nearField(headingKey(heading), [...ofMapping, ...ofFields], free) },
  ];
}

function namedField(name: string, field: ImportField): NamedField {
  return { name, key: headingKey(name), field };
}

/** Two rounds: to the letter, and but for letter case, accents and signs. */
function sameName(names: readonly NamedField[]): Round[] {
  const pick = (free: ReadonlySet<ImportField>, fits: (one: NamedField) => boolean): ImportField | null =>
    names.find((one) => free.has(one.field) && fits(one))?.field ?? null;
  return [
    { by: 'heading', find: (heading, free) => pick(free, ({ name }) => name === heading) },
    {
      by: 'heading',
      find(heading, free) {
        const wanted = headingKey(heading);
        return wanted === '' ? null : pick(free, ({ key }) => key === wanted);
      },
    },
  ];
}

/** The field whose name is one letter away, or two where it is long; null where none is, or several are. */
function nearField(wanted: string, names: readonly NamedField[], free: ReadonlySet<ImportField>): ImportField | null {
  const near = names.filter(({ key, field }) => {
    if (!free.has(field) || Math.min(key.length, wanted.length) < 5) return false;
    const allowed = key.length < 9 ? 1 : 2;
    return Math.abs(key.length - wanted.length) <= allowed && editDistance(wanted, key) <= allowed;
  });
  const fields = new Set(near.map(({ field }) => field));
  const [field] = fields;
  return field !== undefined && fields.size === 1 ? field : null;
}
