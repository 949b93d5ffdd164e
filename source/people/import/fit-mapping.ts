import type { MappedColumn, Mapping } from '../../model/mapping.ts';
import { foldText } from '../fold-text.ts';
import { absentColumns } from './change-mapping.ts';
import { explainBadEmail } from './explain-bad-email.ts';
import type { NamedMapping } from './find-mapping.ts';
import { guessType } from './guess-type.ts';
import type { PeopleFile } from './import-check.ts';
import { type HeadingMatch, type MatchedBy, matchHeadings } from './match-headings.ts';
import { ownHeadings } from './own-headings.ts';

/** A mapping as it reads one file. */
export interface FittedMapping {
  /** With the headings of the file; a column that the file lacks stays under its own. */
  mapping: Mapping;
  /** Headings of the date columns that can be read in two ways: each has to be asked about (X16). */
  ambiguousDates: string[];
  /** Those of them that neither way reads whole. */
  mixedDates: string[];
  /** Heading → what it was matched by. */
  matchedBy: Record<string, MatchedBy>;
}

/** What of a file a mapping is fitted to. */
export type Headed = Pick<PeopleFile, 'headings' | 'rows'>;

const SAMPLE = 1000;

/**
 * `mapping` as it reads `file`: the one way to it, whoever names, chooses or guesses it.
 * A saved mapping was decided by somebody: its columns are those of the file with just their headings or, where these are
 * not there, with the only heading that differs in nothing but letter case, accents and blanks; their types hold, and
 * other columns of the file stay out.
 * Of a preset its own headings come first; then other columns are matched to the fields that are still free, by their
 * names, other names for them, small slips, and one by the addresses below it. Types are told by all of their cells.
 * A column that the file lacks stays, so that the check tells of it, its field follows `missing`, and saving the mapping
 * anew loses nothing.
 */
export function fitMapping({ mapping, isPreset }: NamedMapping, file: Headed): FittedMapping {
  return isPreset ? fitPreset(mapping, file) : fitSaved(mapping, file.headings);
}

function fitSaved(mapping: Mapping, headings: readonly string[]): FittedMapping {
  const named = new Set(mapping.columns.map(({ heading }) => heading));
  const others = headings.filter((heading) => heading !== '' && !named.has(heading));
  const byKey = Map.groupBy(new Set(others), blanklessKey);
  const absent = Map.groupBy(absentColumns(mapping, headings), ({ heading }) => blanklessKey(heading));
  const columns = mapping.columns.map((column): MappedColumn => {
    const key = blanklessKey(column.heading);
    const [like, ...more] = byKey.get(key) ?? [];
    const isOnly = absent.get(key)?.length === 1 && more.length === 0;
    return like !== undefined && isOnly && !headings.includes(column.heading) ? { ...column, heading: like } : column;
  });
  const fitted = { ...mapping, columns };
  const matched = columns.filter(({ heading }) => headings.includes(heading));
  const matchedBy = Object.fromEntries(matched.map(({ heading }) => [heading, 'heading' as const]));
  return { mapping: fitted, ambiguousDates: [], mixedDates: [], matchedBy };
}

function blanklessKey(heading: string): string {
  return foldText(heading).replace(/\s+/gu, '');
}

function fitPreset(preset: Mapping, file: Headed): FittedMapping {
  const matches = matchHeadings(file.headings, preset.columns);
  const email = matches.some(({ field }) => field === 'Email') ? null : findEmails(file, matches);
  if (email !== null) matches.push({ heading: email, field: 'Email', by: 'content' });

  const ambiguousDates: string[] = [];
  const mixedDates: string[] = [];
  const openLists = new Set<string>();
  const byHeading = new Map(matches.map((match) => [match.heading, match]));
  const columns = file.headings.flatMap((heading, place): MappedColumn[] => {
    const match = byHeading.get(heading);
    if (match === undefined) return [];
    byHeading.delete(heading);
    const usual = preset.columns.find(({ field }) => field === match.field)?.type ?? null;
    const isStrict = usual !== null && preset.rules.separatorSpaces === 'refused';
    const { type, isAmbiguous, isMixed, isOpen } = guessType(match.field, cellsOf(file, place), usual, isStrict);
    if (isAmbiguous) ambiguousDates.push(heading);
    if (isMixed) mixedDates.push(heading);
    if (isOpen) openLists.add(heading);
    return [{ heading, field: match.field, type }];
  });
  const absent = preset.columns.filter(({ field }) => !matches.some((match) => match.field === field));
  return {
    mapping: { ...preset, columns: [...joinAlike(columns, openLists), ...absent] },
    ambiguousDates,
    mixedDates,
    matchedBy: Object.fromEntries(matches.map(({ heading, by }) => [heading, by])),
  };
}

/** With `open` lists, in which nothing is parted, joined as the other lists of the file are, where these are all alike. */
function joinAlike(columns: readonly MappedColumn[], open: ReadonlySet<string>): MappedColumn[] {
  const known = columns.flatMap(({ heading, type }) =>
    type.kind === 'list' && !open.has(heading) ? [type.separator] : [],
  );
  const [separator, ...others] = new Set(known);
  if (separator === undefined || others.length > 0) return [...columns];
  return columns.map((column) =>
    open.has(column.heading) ? { ...column, type: { kind: 'list', separator } } : column,
  );
}

/** The heading of the one column that holds addresses, or null. */
function findEmails(file: Headed, matches: readonly HeadingMatch[]): string | null {
  const own = ownHeadings(file.headings);
  const taken = new Set(matches.map(({ heading }) => heading));
  const found = file.headings.filter((heading, place) => {
    if (heading === '' || taken.has(heading) || own.has(heading)) return false;
    const filled = file.rows.slice(0, SAMPLE).flatMap(({ cells }) => cells[place] || []);
    const addresses = filled.filter((cell) => cell.includes('@') && explainBadEmail(cell, 'any') === null);
    return addresses.length > 0 && addresses.length >= filled.length * 0.8;
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The cells of a column, without those that follow one like them; blank ones may be missing. They may be gone through again. */
function cellsOf({ rows }: Headed, place: number): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      let before = '';
      for (const { cells } of rows) {
        const cell = cells[place] ?? '';
        if (cell === before) continue;
        yield cell;
        before = cell;
      }
    },
  };
}
