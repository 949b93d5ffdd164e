import type { MappedColumn, Mapping } from '../../model/mapping.ts';
import { findBetterFormats } from './find-better-formats.ts';
import type { NamedMapping } from './find-mapping.ts';
import { type FittedMapping, fitMapping, type Headed } from './fit-mapping.ts';
import { headingKey } from './heading-synonyms.ts';
import { isTransferColumn, ownHeadings } from './own-headings.ts';

/** What a file seems to be mapped like; whoever imports it looks it over. */
export interface MappingGuess extends FittedMapping {
  /** Name of the mapping, shipped or saved, that it is; null: of none. */
  preset: string | null;
}

/** What reads a file that looks like no mapping, or is to be read like none: what the file does not say is kept. */
export const PLAIN: Mapping = {
  version: 1,
  name: 'Plain headings',
  about: 'By the headings of the file; what it leaves out stays.',
  columns: [],
  blanks: 'keep',
  missing: 'keep',
  rules: {
    required: ['Email', 'First Name', 'Last Name'],
    emailCase: 'ignored',
    emailCharacters: 'any',
    separatorSpaces: 'trimmed',
    encoding: 'any',
  },
};

/** The same mappings, and the plain headings, by which a file can be read as well; one that was saved under that name goes before. */
export function withPlain(mappings: readonly NamedMapping[]): NamedMapping[] {
  return [...mappings, { mapping: PLAIN, isPreset: true }];
}

/**
 * The preset or saved mapping of whose columns the file has the greatest part, and at least half, fitted to the file as
 * if somebody had named it; without any, the plain headings.
 */
export function guessMapping(file: Headed, presets: readonly Mapping[], saved: readonly Mapping[] = []): MappingGuess {
  const picked = pickMapping(file, presets, saved);
  const fitted = fitMapping(picked ?? { mapping: PLAIN, isPreset: true }, file);
  return { ...fitted, preset: picked?.mapping.name ?? null };
}

/**
 * The mapping of whose columns the file has the greatest part, at least half and all that are required; of equal ones
 * that with the most columns, and then a saved one, the dates of which the file writes as it has them before others. Fewer
 * headings are no evidence: all mappings have an address and names.
 * One that was saved with a column of transfers, as older versions allowed, is only taken by whoever names it, and told.
 */
function pickMapping(file: Headed, presets: readonly Mapping[], saved: readonly Mapping[]): NamedMapping | null {
  const named = [
    ...saved.filter(({ columns }) => !columns.some(isTransferColumn)).map((mapping) => ({ mapping, isPreset: false })),
    ...presets.map((mapping) => ({ mapping, isPreset: true })),
  ];
  const own = ownHeadings(file.headings);
  const keys = new Set(file.headings.filter((heading) => heading !== '' && !own.has(heading)).map(headingKey));
  const [best] = named
    .map((one) => {
      const found = one.isPreset
        ? one.mapping.columns.filter(({ heading }) => keys.has(headingKey(heading)))
        : fitMapping(one, file).mapping.columns.filter(({ heading }) => file.headings.includes(heading));
      const isWhole = one.mapping.rules.required.every((field) => found.some((column) => column.field === field));
      return { one, isWhole, count: found.length, part: found.length / one.mapping.columns.length, found };
    })
    .filter(({ isWhole, part }) => isWhole && part >= 0.5)
    .map((each) => ({ ...each, misread: each.one.isPreset ? Number.MAX_SAFE_INTEGER : countMisread(file, each.found) }))
    .sort((left, right) => right.part - left.part || right.count - left.count || left.misread - right.misread);
  return best?.one ?? null;
}

/** How many rows are looked at. */
const SAMPLE = 1000;

/** Columns of dates that the file writes in another format. */
function countMisread({ headings, rows }: Headed, columns: readonly MappedColumn[]): number {
  const sample = rows.slice(0, SAMPLE);
  return columns.filter(({ heading, type }) => {
    const place = headings.indexOf(heading);
    const cells = sample.map((row) => row.cells[place] ?? '');
    return type.kind === 'date' && findBetterFormats(cells, type.format) !== null;
  }).length;
}
