import path from 'node:path';
import { EXIT, HandoverError } from '../errors.ts';
import type { Mapping } from '../model/mapping.ts';
import type { Warning } from '../model/pair.ts';
import { withoutAbsent } from '../people/import/change-mapping.ts';
import { findMapping, type NamedMapping } from '../people/import/find-mapping.ts';
import { fitMapping } from '../people/import/fit-mapping.ts';
import { guessMapping } from '../people/import/guess-mapping.ts';
import { madeWith } from '../people/import/made-with.ts';
import { parseMapping } from '../people/import/parse-mapping.ts';
import { readPeopleFile } from '../people/import/read-people-file.ts';
import { warnColumns } from '../people/import/warn-columns.ts';
import type { Context } from '../session/context.ts';
import { listMappings } from '../session/list-mappings.ts';
import { openSession } from '../session/open-session.ts';
import { readText } from '../session/read-text.ts';
import { readTimeZones } from '../session/read-time-zones.ts';
import { saveMapping } from '../session/save-mapping.ts';
import type { Command } from './command.ts';
import { describeFindings } from './describe-findings.ts';
import type { Flags } from './flags.ts';
import { applyMappingFlags, readCsvFlags, refuseAmbiguous } from './mapping-flags.ts';
import { describeMapping } from './mappings-show.ts';
import { printAside, printJson, printLines } from './print.ts';

/**
 * `mappings save NAME`: saves what a JSON file says, or what the headings and cells of a file of people look like.
 * @throws HandoverError `wrong-words` unless one of both is named; `ambiguous-date`; what reading and saving throw
 */
export const mappingsSave: Command = async (context, [name = ''], flags) => {
  const [from, file] = [flags.text('from'), flags.text('file')];
  if ((from === null) === (file === null)) throw wrongWords();
  const session = await openSession(context);
  const begun =
    file === null
      ? { mapping: await readMapping(from ?? '', context), ambiguousDates: [], mixedDates: [], read: null }
      : await guess(file, await listMappings(session, context), context, flags);
  const { mapping: changed, said } = applyMappingFlags(begun.mapping, flags);
  refuseAmbiguous(begun, said);
  const mapping: Mapping = { ...changed, name };
  const warnings = begun.read === null ? [] : warnColumns(begun.read, mapping, await readTimeZones(context));
  await saveMapping(mapping, { force: flags.isOn('force') }, session, context);
  const shown = session.veil.mapping(mapping);
  if (context.json) printJson(context, shown);
  else printLines(context, describeMapping(shown, false, context.ascii));
  if (warnings.length > 0) printAside(context, describeWarnings(session.veil.findings(warnings)));
  return EXIT.done;
};

/** That it was saved all the same, and of what cells do not read by it. */
function describeWarnings(warnings: readonly Warning[]): string[] {
  return [
    '',
    'It was saved, but not all cells of the file read by it; an import leaves out their rows:',
    ...describeFindings(warnings),
    'How a column is read can be changed in what "handover mappings show NAME --json" gives, to be saved again with --from.',
  ];
}

async function readMapping(from: string, { cwd }: Context): Promise<Mapping> {
  const file = path.resolve(cwd, from);
  return parseMapping(await readText(file, 'mapping'), file);
}

async function guess(file: string, all: readonly NamedMapping[], context: Context, flags: Flags) {
  const preset = flags.text('preset');
  const read = await readPeopleFile(path.resolve(context.cwd, file), {
    ...readCsvFlags(flags),
    signal: context.interrupt,
  });
  context.veil.learnHeadings(read.headings);
  const [problem] = read.problems;
  if (problem !== undefined && read.headings.length === 0) {
    throw new HandoverError('problems', problem.code, `${file}: ${problem.message}`, problem.cure);
  }
  const presets = all.filter(({ isPreset }) => isPreset).map(({ mapping }) => mapping);
  // What is made anew is matched as a preset is, be it begun with a saved one.
  const fitted =
    preset === null ? guessMapping(read, presets) : fitMapping({ ...findMapping(preset, all), isPreset: true }, read);
  const mapping = withoutAbsent(fitted.mapping, read.headings);
  context.veil.learnRows(read, mapping);
  return { ...fitted, mapping: { ...mapping, about: madeWith(read, mapping) }, read };
}

function wrongWords(): HandoverError {
  return new HandoverError(
    'usage',
    'wrong-words',
    '"mappings save" needs either --from or --file.',
    'Name a JSON file with --from, or a file of people with --file; see "handover help mappings save".',
  );
}
