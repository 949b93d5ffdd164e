import { IMPORT_FIELDS, type ImportField } from '../../model/import-field.ts';
import type { MappedColumn } from '../../model/mapping.ts';
import { editDistance } from '../edit-distance.ts';
import { headingKey, isSynonym } from './heading-synonyms.ts';
import { isOwnHeading } from './own-headings.ts';

/** What a heading was matched by: the same heading, another name for the field, nearly its name, or what stands below it. */
export type MatchedBy = 'heading' | 'synonym' | 'spelling' | 'content';

export interface HeadingMatch {
  heading: string;
  field: ImportField;
  by: MatchedBy;
}

type Round = { by: MatchedBy; find: (heading: string, free: ReadonlySet<ImportField>) => ImportField | null };

/**
 * Matches headings to fields, the surest first: no heading and no field twice. Our own id columns, empty headings and
 * those that resemble no field stay out.
 * @param known columns whose headings mean their fields
 */
export function matchHeadings(headings: readonly string[], known: readonly MappedColumn[]): HeadingMatch[] {
  const open = new Set(headings.filter((heading) => heading !== '' && !isOwnHeading(heading)));
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

function rounds(known: readonly MappedColumn[]): Round[] {
  const names = [
    ...known.map(({ heading, field }) => ({ name: heading, field })),
    ...IMPORT_FIELDS.map((field) => ({ name: field, field })),
  ];
  const keyed = names.map(({ name, field }) => ({ key: headingKey(name), field }));
  const pick = <T extends { field: ImportField }>(
    of: readonly T[],
    free: ReadonlySet<ImportField>,
    fits: (one: T) => boolean,
  ): ImportField | null => of.find((one) => free.has(one.field) && fits(one))?.field ?? null;
  return [
    { by: 'heading', find: (heading, free) => pick(names, free, ({ name }) => name === heading) },
    {
      by: 'heading',
      find(heading, free) {
        const wanted = headingKey(heading);
        return wanted === '' ? null : pick(keyed, free, ({ key }) => key === wanted);
      },
    },
    {
      by: 'synonym',
      find(heading, free) {
        const key = headingKey(heading);
        return IMPORT_FIELDS.find((field) => free.has(field) && isSynonym(key, field)) ?? null;
      },
    },
    { by: 'spelling', find: (heading, free) => nearField(headingKey(heading), keyed, free) },
  ];
}

/** The field whose name is one letter away, or two where it is long; null where none is, or several are. */
function nearField(
  wanted: string,
  keyed: readonly { key: string; field: ImportField }[],
  free: ReadonlySet<ImportField>,
): ImportField | null {
  const near = keyed.filter(({ key, field }) => {
    if (!free.has(field) || Math.min(key.length, wanted.length) < 5) return false;
    const allowed = key.length < 9 ? 1 : 2;
    return Math.abs(key.length - wanted.length) <= allowed && editDistance(wanted, key) <= allowed;
  });
  const fields = new Set(near.map(({ field }) => field));
  const [field] = fields;
  return field !== undefined && fields.size === 1 ? field : null;
}
