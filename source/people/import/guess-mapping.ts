import type { MappedColumn, Mapping, MappingRules } from '../../model/mapping.ts';
import { explainBadEmail } from './explain-bad-email.ts';
import { guessType } from './guess-type.ts';
import { headingKey } from './heading-synonyms.ts';
import type { PeopleFile } from './import-check.ts';
import { type HeadingMatch, type MatchedBy, matchHeadings } from './match-headings.ts';
import { isOwnHeading } from './own-headings.ts';

/** What a file seems to be mapped like; whoever imports it looks it over. */
export interface MappingGuess {
  mapping: Mapping;
  /** Name of the mapping, shipped or saved, whose rules it has, or null. */
  preset: string | null;
  /** Headings of the date columns that can be read in two ways: each has to be asked about (X16). */
  ambiguousDates: string[];
  /** Those of them that neither way reads whole. */
  mixedDates: string[];
  /** Heading → what it was matched by. */
  matchedBy: Record<string, MatchedBy>;
}

type Headed = Pick<PeopleFile, 'headings' | 'rows'>;

const SAMPLE = 1000;
const CAUTIOUS: MappingRules = {
  required: ['Email', 'First Name', 'Last Name'],
  emailCase: 'ignored',
  emailCharacters: 'any',
  separatorSpaces: 'trimmed',
  encoding: 'any',
};

/**
 * Maps the headings of a file to fields by their names, other names for them, small slips, and what stands below them;
 * its types by all of their cells. The rules are those of the preset or saved mapping of whose columns the file has the
 * greatest part, and at least half; or of the one preset that is given. Without any, what the file does not say is kept.
 * Of a saved mapping the columns are as it says, and no others.
 */
export function guessMapping(file: Headed, presets: readonly Mapping[], saved: readonly Mapping[] = []): MappingGuess {
  const preset = pickMapping(file.headings, presets, saved);
  const matches = matchHeadings(file.headings, preset?.columns ?? []);
  if (preset !== null && saved.includes(preset)) return asSaved(preset, matches);
  const email = matches.some(({ field }) => field === 'Email') ? null : findEmails(file, matches);
  if (email !== null) matches.push({ heading: email, field: 'Email', by: 'content' });

  const ambiguousDates: string[] = [];
  const mixedDates: string[] = [];
  const byHeading = new Map(matches.map((match) => [match.heading, match]));
  const columns = file.headings.flatMap((heading, place): MappedColumn[] => {
    const match = byHeading.get(heading);
    if (match === undefined) return [];
    byHeading.delete(heading);
    const usual = preset?.columns.find(({ field }) => field === match.field)?.type ?? null;
    const isStrict = usual !== null && preset?.rules.separatorSpaces === 'refused';
    const { type, isAmbiguous, isMixed } = guessType(match.field, cellsOf(file, place), usual, isStrict);
    if (isAmbiguous) ambiguousDates.push(heading);
    if (isMixed) mixedDates.push(heading);
    return [{ heading, field: match.field, type }];
  });
  const matchedBy = Object.fromEntries(matches.map(({ heading, by }) => [heading, by]));
  return {
    mapping: { ...(preset ?? unnamed()), columns },
    preset: preset?.name ?? null,
    ambiguousDates,
    mixedDates,
    matchedBy,
  };
}

function unnamed(): Omit<Mapping, 'columns'> {
  const about = 'By the headings of the file; what it leaves out stays.';
  return { version: 1, name: 'Plain headings', about, blanks: 'keep', missing: 'keep', rules: CAUTIOUS };
}

function asSaved(mapping: Mapping, matches: readonly HeadingMatch[]): MappingGuess {
  const columns = mapping.columns.flatMap((column) => {
    const match = matches.find(({ field }) => field === column.field);
    return match === undefined ? [] : [{ column: { ...column, heading: match.heading }, match }];
  });
  return {
    mapping: { ...mapping, columns: columns.map(({ column }) => column) },
    preset: mapping.name,
    ambiguousDates: [],
    mixedDates: [],
    matchedBy: Object.fromEntries(columns.map(({ match: { heading, by } }) => [heading, by])),
  };
}

/**
 * The mapping of whose columns the file has the greatest part, at least half and all that are required; of equal ones
 * that with the most columns, and then a saved one. Fewer headings are no evidence: all mappings have an address and names.
 */
function pickMapping(
  headings: readonly string[],
  presets: readonly Mapping[],
  saved: readonly Mapping[],
): Mapping | null {
  const [only] = presets;
  if (only !== undefined && presets.length === 1 && saved.length === 0) return only;
  const keys = new Set(headings.filter((heading) => heading !== '' && !isOwnHeading(heading)).map(headingKey));
  const [best] = [...saved, ...presets]
    .map((mapping) => {
      const found = mapping.columns.filter(({ heading }) => keys.has(headingKey(heading)));
      const isWhole = mapping.rules.required.every((field) => found.some((column) => column.field === field));
      return { mapping, isWhole, count: found.length, part: found.length / mapping.columns.length };
    })
    .filter(({ isWhole, part }) => isWhole && part >= 0.5)
    .sort((left, right) => right.part - left.part || right.count - left.count);
  return best?.mapping ?? null;
}

/** The heading of the one column that holds addresses, or null. */
function findEmails(file: Headed, matches: readonly HeadingMatch[]): string | null {
  const taken = new Set(matches.map(({ heading }) => heading));
  const found = file.headings.filter((heading, place) => {
    if (heading === '' || taken.has(heading) || isOwnHeading(heading)) return false;
    const filled = [...cellsOf({ ...file, rows: file.rows.slice(0, SAMPLE) }, place)].filter((cell) => cell !== '');
    const addresses = filled.filter((cell) => cell.includes('@') && explainBadEmail(cell, 'any') === null);
    return addresses.length > 0 && addresses.length >= filled.length * 0.8;
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The cells of a column, gathered once somebody looks at them: at most columns nobody does. */
function cellsOf({ rows }: Headed, place: number): Iterable<string> {
  return { [Symbol.iterator]: () => rows.map(({ cells }) => cells[place] ?? '').values() };
}
