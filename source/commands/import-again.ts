import type { Mapping } from '../model/mapping.ts';
import { shellWord } from '../model/shell-word.ts';
import { datesOf } from '../people/import/dates-of.ts';
import type { PeopleFile } from '../people/import/import-check.ts';
import type { Flags } from './flags.ts';

/**
 * The command that imports `out`, the rows with problems of `file`, as `file` itself was read: by the same mapping, with
 * what the flags said of blanks and missing columns, and each date in the format in which the whole file has it, as those
 * few rows may look otherwise. That file is in UTF-8 and with commas, whatever `file` is in.
 */
export function importAgain(
  out: string,
  file: Pick<PeopleFile, 'headings' | 'rows'>,
  mapping: Mapping,
  flags: Flags,
): string {
  const flag = (name: string, value: string) => `--${name}${value.startsWith('-') ? '=' : ' '}${shellWord(value)}`;
  const dates = datesOf(file, mapping).map(({ heading, format }) => flag('date-format', `${heading}=${format}`));
  const said = ['blanks', 'missing'].flatMap((name) => {
    const value = flags.text(name);
    return value === null ? [] : [flag(name, value)];
  });
  return [
    `handover import ${shellWord(out.startsWith('-') ? `./${out}` : out)}`,
    flag('mapping', mapping.name),
    ...said,
    ...dates,
    ...(flags.text('encoding') === null ? [] : ['--encoding utf-8']),
    ...(flags.text('delimiter') === null ? [] : ['--delimiter comma']),
    ...(flags.isOn('all-or-nothing') ? ['--all-or-nothing'] : []),
  ].join(' ');
}
