import { columnTypeText } from '../model/column-type-text.ts';
import type { Mapping } from '../model/mapping.ts';
import { checkColumns } from '../people/import/check-columns.ts';
import { findMapping } from '../people/import/find-mapping.ts';
import { withPlain } from '../people/import/guess-mapping.ts';
import { listMappings } from '../session/list-mappings.ts';
import { openSession } from '../session/open-session.ts';
import { alignColumns } from './align-columns.ts';
import type { Command } from './command.ts';
import { printJson, printLines } from './print.ts';

/**
 * `mappings show NAME`: one mapping in words, with what is wrong in one that an older version has saved, or as JSON that
 * can be saved again.
 * @throws HandoverError `unknown-mapping`
 */
export const mappingsShow: Command = async (context, [name = '']) => {
  const session = await openSession(context);
  const found = findMapping(name, withPlain(await listMappings(session, context)));
  const { isPreset } = found;
  const mapping = session.veil.mapping(found.mapping);
  const faults = session.veil
    .findings(checkColumns(found.mapping))
    .flatMap(({ message, cure }) => ['', `No file can be read by it: ${message} ${cure}`]);
  if (context.json) printJson(context, mapping);
  else printLines(context, [...describeMapping(mapping, isPreset, context.ascii), ...faults]);
  return 0;
};

/** A mapping in lines: its columns, what blanks and missing columns do, and what else a file must keep to. */
export function describeMapping(mapping: Mapping, isPreset: boolean, ascii: boolean): string[] {
  const { name, about, columns, blanks, missing, rules } = mapping;
  const isRequired = new Set(rules.required);
  const rows = columns.map(({ heading, field, type }) => [
    heading,
    field === heading ? 'the same field' : field,
    columnTypeText(type),
    isRequired.has(field) ? 'required' : '',
  ]);
  return [
    `${name}, ${isPreset ? 'ships with handover' : 'saved in this store'}`,
    ...(about === '' ? [] : [about]),
    '',
    ...(rows.length === 0
      ? ['A column of the file is the field whose name it has, or another name for it, or nearly its name.']
      : alignColumns([['Column', 'Field', 'Holds'], ...rows], { ascii }).map((line) => `  ${line}`)),
    '',
    `An empty cell ${blanks === 'erase' ? 'erases the value that is there' : 'leaves the value as it is'}.`,
    `A column that is not in the file ${missing === 'erase' ? 'erases the values of all' : 'leaves the values as they are'}.`,
    ...rulesOf(rules),
  ];
}

function rulesOf({ emailCase, emailCharacters, separatorSpaces, encoding }: Mapping['rules']): string[] {
  return [
    `E-mail addresses that differ only in letter case are ${emailCase === 'kept' ? 'two' : 'one and the same'}.`,
    ...(emailCharacters === 'plain'
      ? ['Before the @ of an address stand letters, digits, dot, hyphen and underscore only.']
      : []),
    ...(separatorSpaces === 'refused' ? ['Spaces around the entries of a list are refused.'] : []),
    ...(encoding === 'utf-8' ? ['The file must be UTF-8.'] : []),
  ];
}
