import { DELIMITERS, type Delimiter } from '../csv/csv-file.ts';
import { ENCODINGS, type EncodingName } from '../csv/encoding.ts';
import { HandoverError } from '../errors.ts';
import { BLANK_POLICIES, DATE_FORMATS, type DateFormat, type Mapping } from '../model/mapping.ts';
import { shellWord } from '../model/shell-word.ts';
import { retypeHeading } from '../people/import/change-mapping.ts';
import type { MappingGuess } from '../people/import/guess-mapping.ts';
import type { FlagEntry, Flags } from './flags.ts';

/** What can be said of how a file of people is mapped. */
export const MAPPING_FLAGS: readonly FlagEntry[] = [
  { name: 'blanks', value: 'erase|keep', about: 'what an empty cell does to the value that is there' },
  { name: 'missing', value: 'erase|keep', about: 'what a column that is not in the file does to the values of all' },
  {
    name: 'date-format',
    value: 'COLUMN=FORMAT',
    isMultiple: true,
    about: `how a column writes its dates: ${DATE_FORMATS.join(', ')}`,
  },
];

/** What can be said of a CSV file that handover would read otherwise. */
export const CSV_FLAGS: readonly FlagEntry[] = [
  { name: 'encoding', value: ENCODINGS.join('|'), about: 'read the file so, whatever it looks like' },
  { name: 'delimiter', value: 'comma|semicolon|tab', about: 'what stands between its cells, whatever it looks like' },
];

/**
 * The mapping as --blanks, --missing and --date-format say, and the headings whose format was said.
 * @throws HandoverError `bad-value` for what is no format, or of a column that is no date of this mapping
 */
export function applyMappingFlags(mapping: Mapping, flags: Flags): { mapping: Mapping; said: ReadonlySet<string> } {
  const { blanks, missing } = mapping;
  let changed: Mapping = {
    ...mapping,
    blanks: flags.oneOf('blanks', BLANK_POLICIES) ?? blanks,
    missing: flags.oneOf('missing', BLANK_POLICIES) ?? missing,
  };
  const said = new Set<string>();
  for (const given of listFormats(flags)) {
    const { heading, format } = readFormat(given, changed);
    changed = retypeHeading(changed, heading, { kind: 'date', format });
    said.add(heading);
  }
  return { mapping: changed, said };
}

/** What --encoding and --delimiter say. @throws HandoverError `bad-value` */
export function readCsvFlags(flags: Flags): { encoding?: EncodingName; delimiter?: Delimiter } {
  const encoding = flags.oneOf('encoding', ENCODINGS);
  const word = flags.oneOf('delimiter', ['comma', 'semicolon', 'tab']);
  const [comma, semicolon, tab] = DELIMITERS;
  return {
    ...(encoding !== null && { encoding }),
    ...(word !== null && { delimiter: { comma, semicolon, tab }[word] }),
  };
}

/**
 * Refuses dates that can be read in two ways and of which nobody said which is meant (X16).
 * @param dates headings of such columns, and of those of them that neither way reads whole
 * @throws HandoverError `ambiguous-date` with what to say
 */
export function refuseAmbiguous(
  { ambiguousDates, mixedDates }: Pick<MappingGuess, 'ambiguousDates' | 'mixedDates'>,
  said: ReadonlySet<string>,
): void {
  const open = ambiguousDates.filter((heading) => !said.has(heading));
  if (open.length === 0) return;
  const listed = (headings: readonly string[]) => headings.map((heading) => `“${heading}”`).join(', ');
  const mixed = open.filter((heading) => mixedDates.includes(heading));
  const eitherWay = open.filter((heading) => !mixedDates.includes(heading));
  const message = [
    ...(eitherWay.length > 0 ? [`The dates of ${listed(eitherWay)} can be read as DD/MM/YYYY and as MM/DD/YYYY.`] : []),
    ...(mixed.length > 0 ? [`${listed(mixed)} mixes DD/MM/YYYY and MM/DD/YYYY: neither reads all of its dates.`] : []),
  ].join(' ');
  const flags = open.map((heading) => `--date-format ${shellWord(`${heading}=DD/MM/YYYY`)}`).join(' ');
  throw new HandoverError(
    'problems',
    'ambiguous-date',
    message,
    `Say which is meant: ${flags} (or MM/DD/YYYY).${mixed.length > 0 ? ' Dates of the other kind are then told row by row.' : ''}`,
  );
}

/** A comma parts two of them only behind a format: a heading may have one in its name. */
function listFormats(flags: Flags): string[] {
  const given: string[] = [];
  for (const part of flags.list('date-format')) {
    const last = given.at(-1);
    if (last === undefined || DATE_FORMATS.some((format) => last.endsWith(`=${format}`))) given.push(part);
    else given[given.length - 1] = `${last},${part}`;
  }
  return given;
}

function readFormat(given: string, { columns }: Mapping): { heading: string; format: DateFormat } {
  const end = given.lastIndexOf('=');
  const format = DATE_FORMATS.find((one) => one === given.slice(end + 1).toUpperCase());
  if (end < 1 || format === undefined) {
    throw badFormat(given, `Give COLUMN=FORMAT, the format being one of: ${DATE_FORMATS.join(', ')}.`);
  }
  const wanted = given.slice(0, end);
  const dates = columns.filter(({ type }) => type.kind === 'date');
  const column = dates.find(({ heading }) => heading === wanted) ?? dates.find(({ field }) => field === wanted);
  if (column !== undefined) return { heading: column.heading, format };
  const headings = dates.map(({ heading }) => heading).join(', ');
  throw badFormat(
    given,
    headings === '' ? 'No column is mapped to a date.' : `The columns with dates are: ${headings}.`,
  );
}

function badFormat(given: string, hint: string): HandoverError {
  return new HandoverError('usage', 'bad-value', `--date-format cannot be "${given}".`, hint);
}
