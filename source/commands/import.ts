import path from 'node:path';
import { refuseOutPath } from '../csv/refuse-out-path.ts';
import { EXIT, HandoverError } from '../errors.ts';
import { countOf } from '../model/finding.ts';
import type { Mapping } from '../model/mapping.ts';
import { numberText } from '../model/number-text.ts';
import { permissionError } from '../model/permission-error.ts';
import type { Plan } from '../model/plan.ts';
import { shellWord } from '../model/shell-word.ts';
import { withoutAbsent } from '../people/import/change-mapping.ts';
import { findMapping } from '../people/import/find-mapping.ts';
import { fitMapping } from '../people/import/fit-mapping.ts';
import { guessMapping, PLAIN, withPlain } from '../people/import/guess-mapping.ts';
import type { ImportCheck, PeopleFile } from '../people/import/import-check.ts';
import { kindOfFile } from '../people/import/kind-of-file.ts';
import { readOtherwise } from '../people/import/read-otherwise.ts';
import { readPeopleFile } from '../people/import/read-people-file.ts';
import { writeProblemRows } from '../people/import/write-problem-rows.ts';
import type { Veil } from '../redact/veil.ts';
import type { Context } from '../session/context.ts';
import { listMappings } from '../session/list-mappings.ts';
import { makeImport } from '../session/make-import.ts';
import { openSession, type Session } from '../session/open-session.ts';
import type { Command } from './command.ts';
import { describeImport } from './describe-import.ts';
import type { Flags } from './flags.ts';
import { type FoundError, problemsError } from './found-error.ts';
import { importAgain } from './import-again.ts';
import { applyMappingFlags, readCsvFlags, refuseAmbiguous } from './mapping-flags.ts';
import { printJson, printLines } from './print.ts';
import { openProgressLine, readingProgress } from './progress-line.ts';
import { howToWrite, refuseRedacted } from './refuse-redacted.ts';
import { refuseSameFile } from './refuse-same-file.ts';
import { writePlan } from './write-plan.ts';

const NOTHING_TO_DO = 'There is nothing to do: everybody is as the file has them.';

/**
 * `import FILE`: what a file of people would do; "apply" does it. Ends with 0 where no row has a problem, with 3 where
 * some have and the others can be imported, with 4 where nothing can, or where --out names a file and there is nothing to
 * be done by it; as JSON the plan then has `error` besides.
 * @throws HandoverError `wrong-flag`, `not-permitted`, `unreadable`, `unknown-mapping`, `bad-value`, `ambiguous-date`, `file-exists`,
 * `not-written`
 */
export const importPeople: Command = async (context, [name = ''], flags) => {
  await refuseSameFile(context.cwd, {
    '--catalogue': flags.text('catalogue'),
    'The file of people': name,
    '--out': flags.text('out'),
    '--problems': flags.text('problems'),
  });
  const session = await openSession(context);
  const refusal = permissionError(session.operator, 'import');
  if (refusal !== null) throw refusal;
  const line = openProgressLine(context);
  const read = await readPeopleFile(path.resolve(context.cwd, name), {
    ...readCsvFlags(flags),
    signal: context.interrupt,
    onProgress: readingProgress(line, name),
  }).finally(line.clear);
  session.veil.learnHeadings(read.headings);
  const file = { ...read, file: name };
  const { mapping, found, isSaved } = await chooseMapping(file, session, context, flags);
  const { plan, check } = await makeImport(
    { file, mapping, allOrNothing: flags.isOn('all-or-nothing') },
    session,
    context,
  );
  const out = flags.text('out');
  const status = statusOf(plan, out);
  const isWritten = plan.pairs.length > 0 && status !== EXIT.problems;
  for (const file of [out, flags.text('problems')]) if (file !== null) refuseRedacted(file, session.veil);
  const shown = session.veil.plan(plan);
  const planned = isWritten ? out : null;
  await refuseTaken([planned, check.counts.problems === 0 ? null : flags.text('problems')], context, flags);
  if (planned !== null) await writePlan(plan, planned, context, flags);
  const asides = await saveProblems(file, check, isSaved, context, flags).catch((error: unknown) => {
    throw planned === null ? error : besidePlan(error, planned);
  });
  if (context.json) {
    printJson(context, status === EXIT.problems ? { ...shown, error: whyNothing(shown, out) } : shown);
  } else {
    printLines(context, [
      ...describeImport(shown, context.ascii, 'first', session.veil.text(found)),
      ...seatsText(check),
      ...asides,
      '',
      ...nextStep(shown, out, isWritten, session.veil),
    ]);
  }
  return status;
};

/**
 * The mapping of --mapping, or that which the file looks like, fitted to the file, and what the flags say otherwise; and of
 * one that nobody named, why it is that; and whether it is a saved one, whose columns hold what it says.
 */
async function chooseMapping(
  file: PeopleFile,
  session: Session,
  context: Context,
  flags: Flags,
): Promise<{ mapping: Mapping; found: string; isSaved: boolean }> {
  const named = flags.text('mapping');
  const all = await listMappings(session, context);
  const of = (isPreset: boolean) => all.filter((one) => one.isPreset === isPreset).map(({ mapping }) => mapping);
  const fitted =
    named === null ? guessMapping(file, of(true), of(false)) : fitMapping(findMapping(named, withPlain(all)), file);
  const { mapping, said } = applyMappingFlags(fitted.mapping, flags);
  const isReadable = file.problems.length === 0 && kindOfFile(file.headings, file.rows) === 'people';
  if (isReadable) refuseAmbiguous(fitted, said);
  const isSaved = all.some((one) => !one.isPreset && one.mapping.name === mapping.name);
  return { mapping, found: named === null ? foundText(fitted.mapping, file) : '', isSaved };
}

/** How a mapping came that nobody named, and how to take another. */
function foundText(mapping: Mapping, { headings }: PeopleFile): string {
  const present = withoutAbsent(mapping, headings).columns.length;
  const why =
    mapping.name === PLAIN.name
      ? 'no mapping has most of these columns'
      : `the file has ${numberText(present)} of its ${countOf(mapping.columns.length, 'column')}`;
  return `That was chosen by itself, as ${why}. To take another: --mapping NAME; "handover mappings" lists them.`;
}

function statusOf({ pairs, problems, import: made }: Plan, out: string | null): number {
  if (problems.length === 0) return pairs.length === 0 && out !== null ? EXIT.problems : EXIT.done;
  return pairs.length === 0 || made?.allOrNothing === true ? EXIT.problems : EXIT['partly-failed'];
}

/** One of two files alone is none that somebody asked for: the names of both are looked at before either is written. */
async function refuseTaken(files: readonly (string | null)[], { cwd }: Context, flags: Flags): Promise<void> {
  for (const file of files) if (file !== null) await refuseOutPath(path.resolve(cwd, file), flags.isOn('force'));
}

/** What a disk refuses all the same, and that the plan is there. */
function besidePlan(error: unknown, plan: string): unknown {
  if (!(error instanceof HandoverError)) return error;
  const { kind, code, message, hint } = error;
  return new HandoverError(kind, code, `${message} The plan was written: ${plan}.`, hint, { cause: error });
}

async function saveProblems(
  file: PeopleFile,
  check: ImportCheck,
  isSaved: boolean,
  context: Context,
  flags: Flags,
): Promise<string[]> {
  const out = flags.text('problems');
  if (out === null) return [];
  const [first] = check.problems;
  if (check.counts.problems === 0) {
    return [
      first === undefined
        ? `No row has a problem: ${out} was not written.`
        : `No row was looked at, and ${out} was not written: ${first.message}`,
    ];
  }
  const options = { force: flags.isOn('force') };
  const rows = await writeProblemRows(file, check, path.resolve(context.cwd, out), options);
  return [
    `${countOf(rows, 'row')} with problems ${rows === 1 ? 'is' : 'are'} in ${out}. Mend ${rows === 1 ? 'it' : 'them'} there, then import that file by itself, as this one was read:`,
    importAgain(out, file, check.mapping, flags),
    ...otherwiseText(isSaved ? [] : readOtherwise(file, check), file),
  ];
}

/** What the command cannot say of those rows. */
function otherwiseText(headings: readonly string[], { file }: PeopleFile): string[] {
  if (headings.length === 0) return [];
  const named = headings.map((heading) => `“${heading}”`).join(', ');
  return [
    `Those rows by themselves look as if ${named} ${headings.length === 1 ? 'was' : 'were'} written in another way than in ${file}.`,
    `To have it read the same, save a mapping first and name that: handover mappings save NAME --file ${shellWord(file)}`,
  ];
}

function seatsText({ seats: { used, after, limit }, rows }: ImportCheck): string[] {
  if (limit === null || rows.length === 0) return [];
  return [
    `Seats: ${numberText(used)} of ${numberText(limit)} are taken, ${numberText(after)} afterwards; ${numberText(Math.max(0, limit - after))} left then.`,
  ];
}

/** What a failure says of a plan that was not written. */
function whyNothing({ problems }: Plan, out: string | null): FoundError {
  if (problems.length > 0) return problemsError(problems);
  const message = `${NOTHING_TO_DO} ${out} was not written.`;
  return { code: 'empty-plan', message, hint: 'Nothing was changed, and nothing is to be run.' };
}

function nextStep(plan: Plan, out: string | null, isWritten: boolean, veil: Veil): string[] {
  const unwritten = out === null || isWritten ? '' : ` ${out} was not written.`;
  if (plan.problems.length > 0 && !isWritten) {
    return [`Nothing can be imported as it is. Mend these in the file and try again; nothing was changed.${unwritten}`];
  }
  if (!isWritten) return [`${NOTHING_TO_DO}${unwritten}`];
  if (out === null) return [howToWrite(veil)];
  return [
    `Nothing was changed. The plan is in ${out}`,
    `Run it with: handover apply ${shellWord(out)} --confirm "${plan.confirm}"`,
  ];
}
