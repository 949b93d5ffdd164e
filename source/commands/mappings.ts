import { countOf } from '../model/finding.ts';
import { listMappings } from '../session/list-mappings.ts';
import { openSession } from '../session/open-session.ts';
import { alignColumns } from './align-columns.ts';
import type { Command } from './command.ts';
import { printJson, printLines } from './print.ts';

/** `mappings`: the presets and what the store keeps, each with its number of columns and what it is for. */
export const mappings: Command = async (context) => {
  const session = await openSession(context);
  const all = (await listMappings(session, context)).map((each) => ({
    ...each,
    mapping: session.veil.mapping(each.mapping),
  }));
  if (context.json) {
    printJson(
      context,
      all.map(({ mapping: { name, about, columns, blanks, missing }, isPreset }) => {
        return { name, about, isPreset, columns: columns.length, blanks, missing };
      }),
    );
  } else {
    const rows = all.map(({ mapping: { name, about, columns }, isPreset }) => {
      return [name, isPreset ? 'ships' : 'saved', countOf(columns.length, 'column'), about];
    });
    printLines(context, alignColumns(rows, { ascii: context.ascii }));
  }
  return 0;
};
