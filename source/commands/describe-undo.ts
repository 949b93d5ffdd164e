import type { Catalogue } from '../model/catalogue.ts';
import type { UndoChange } from '../model/change.ts';
import { countOf } from '../model/finding.ts';
import { numberText } from '../model/number-text.ts';
import type { Plan, PlannedPair } from '../model/plan.ts';
import { typeLabel } from '../model/type-label.ts';
import { copiesText, fieldsText } from '../model/undo-counts-text.ts';
import { changesAnything } from '../transfer/changes-anything.ts';
import { countUndone, type UndoneCounts } from '../transfer/count-undone.ts';
import { laterRuns, touchedSince } from '../transfer/later-runs.ts';
import { sumsSentence } from '../transfer/sums-sentence.ts';
import { type ChangedTally, tallyChanged } from '../transfer/tally-changed.ts';
import { alignColumns } from './align-columns.ts';
import { describeFindings } from './describe-findings.ts';
import { describeUndoRows } from './describe-undo-rows.ts';
import { section } from './section.ts';

/**
 * The plan of an undo in words: whose data goes back, what by data type, what has changed since, and what to know.
 * @param told how many rows of an import are told of: the first of them, or all
 */
export function describeUndo(
  plan: Plan,
  catalogue: Catalogue,
  ascii: boolean,
  told: 'first' | 'all' = 'first',
): string[] {
  const { pairs, warnings, totals, undoOf } = plan;
  const labelOf = (type: string) => typeLabel(catalogue, type);
  const isAgain = undoOf?.isAgain === true;
  const tally = tallyChanged(
    pairs.flatMap(({ undo }) => Object.values(undo)),
    undoOf?.overwriteChanged === true,
  );
  const later = laterRuns(plan);
  const sums = sumsSentence(plan, catalogue);
  const head = [`Undo of run ${undoOf?.run ?? ''}`, ...laterText(later), ''];
  if (undoOf?.operation === 'import') {
    const { rows, sum } = describeUndoRows(plan, ascii, told);
    return [
      ...head,
      ...rows,
      ...(rows.length === 0 ? [] : ['']),
      ...section('Warnings', describeFindings(warnings)),
      sum,
    ];
  }
  return [
    ...head,
    ...pairs.map((pair) => `${undoSentence(pair, isAgain)}${remarkOn(pair)}`),
    ...(pairs.length === 0 ? [] : ['']),
    ...section('What is put back', alignColumns(describeTypes(plan, labelOf), { ascii })),
    ...(sums === '' ? [] : [sums, '']),
    ...section('Changed since', describeChanged(plan, labelOf, { tally, later }, ascii)),
    ...section('Warnings', describeFindings(warnings)),
    `In all: ${countOf(totals.pairs, 'pair')}; records: ${[countsText(countUndone(pairs), gettersOf(plan)) || 'nothing is put back', ...changedText(tally)].join('; ')}.`,
  ];
}

/** That later runs touched the same people, and what to do. */
function laterText(runs: readonly string[]): string[] {
  if (runs.length === 0) return [];
  return [
    runs.length === 1
      ? `A later run touched the same people: to have everything as it was, undo it first: ${runs[0]}`
      : `${numberText(runs.length)} later runs touched the same people: to have everything as it was, undo them first, newest first: ${runs.join(', ')}`,
  ];
}

/** "BACK TO John Smith (19) FROM Jenny Andrews (21)", or "AGAIN FROM … INTO …" where an undo is put back. */
function undoSentence({ source, target }: Pick<PlannedPair, 'source' | 'target'>, isAgain: boolean): string {
  if (isAgain) return `AGAIN FROM ${source.name} (${source.id}) INTO ${target.name} (${target.id})`;
  return `BACK TO ${source.name} (${source.id}) FROM ${target.name} (${target.id})`;
}

function remarkOn(pair: PlannedPair): string {
  if (pair.effect === 'marked') return ': nothing needs to be put back; the pair is only marked as undone';
  return changesAnything({ pairs: [pair] }) ? '' : ': nothing of it is put back';
}

/** Those who get records back: by name and id of a single pair. */
function gettersOf({ pairs }: Plan): { source: string; target: string } {
  const [only] = pairs;
  return pairs.length === 1 && only !== undefined
    ? { source: nameOf(only.source), target: nameOf(only.target) }
    : { source: 'the sources', target: 'the targets' };
}

function describeTypes({ pairs, undoOf }: Plan, labelOf: (type: string) => string): string[][] {
  const types = [...new Set(pairs.flatMap(({ undo }) => Object.keys(undo)))];
  return types
    .map((type) => {
      const ofType = pairs.flatMap(({ undo }) => (undo[type] === undefined ? [] : [{ undo: { [type]: undo[type] } }]));
      const { marks, ...counts } = countUndone(ofType);
      const again = undoOf?.isAgain === true ? 'marked as merged again' : 'no longer marked as merged';
      const mark =
        marks === 0
          ? []
          : [pairs.length === 1 ? `the source is ${again}` : `${numberText(marks)} sources are ${again}`];
      return [labelOf(type), [countsText(counts), ...mark].filter((text) => text !== '').join(', ')];
    })
    .filter(([, text]) => text !== '');
}

/** Pair by pair and type by type: what is not as the run left it, what that means, and by which runs it may have come. */
function describeChanged(
  { pairs, undoOf }: Plan,
  labelOf: (type: string) => string,
  { tally, later: laterThan }: { tally: ChangedTally; later: readonly string[] },
  ascii: boolean,
): string[] {
  const isOverwriting = undoOf?.overwriteChanged === true;
  const lines = pairs.flatMap((pair) => {
    const { source, target, undo } = pair;
    const since = touchedSince(pair);
    const changed = Object.entries(undo).filter(([, change]) => change.changed > 0);
    const rows = changed.map(([type, change]) => [
      labelOf(type),
      numberText(change.changed),
      [fateOf(change, isOverwriting), since.of(type)].filter((text) => text !== '').join('; '),
    ]);
    if (rows.length === 0) return [];
    const table = alignColumns(rows, { right: [1], ascii }).map((line) => `  ${line}`);
    const between = `Between ${nameOf(source)} and ${nameOf(target)}`;
    return [[between, since.ofAll].filter((text) => text !== '').join(', '), ...table];
  });
  return lines.length === 0 ? [] : [...lines, ...adviceOn(tally, laterThan, isOverwriting)];
}

const nameOf = ({ id, name }: PlannedPair['source']) => `${name} (${id})`;

function fateOf(change: UndoChange, isOverwriting: boolean): string {
  const { overwritten, stays, already } = tallyChanged([change], isOverwriting);
  if (change.outcome === 'left-alone') return 'all of this type stays as it is';
  return [
    ...(overwritten === 0
      ? []
      : [`${stays + already === 0 ? '' : `${numberText(overwritten)} `}put back all the same: these changes are LOST`]),
    ...(already === 0 ? [] : [`${numberText(already)} back already, though not by an undo of this run`]),
    ...(stays === 0
      ? []
      : [overwritten + already === 0 ? 'these stay as they are' : `${numberText(stays)} stay as they are`]),
  ].join(', ');
}

/** What can be done about what stays. */
function adviceOn(
  { stays, overwritable }: ChangedTally,
  laterRuns: readonly string[],
  isOverwriting: boolean,
): string[] {
  if (stays === 0) return [];
  const elsewhere =
    'What went on to somebody else or was replaced since stays so, with all of its type that hangs together with it.';
  const [only, ...more] = laterRuns;
  const named = more.length === 0 ? `run ${only} first` : `these runs first, newest first: ${laterRuns.join(', ')}`;
  const first = only === undefined ? [] : [`To have it back, undo ${named}`];
  if (isOverwriting) return [elsewhere, ...first];
  if (overwritable === 0) return [elsewhere, ...first, 'None of it can be overwritten.'];
  return [
    ...(overwritable < stays ? [elsewhere] : []),
    ...first,
    `To put ${overwritable < stays ? `the other ${numberText(overwritable)}` : 'them'} back all the same, and lose those changes, add --overwrite-changed`,
  ];
}

/** "7 returned, 3 restored, 2 removed"; with `to`, who gets them, "7 returned to John Smith (19), 3 restored to …". */
function countsText(
  { returned, restored, removed, copies, fields }: Omit<UndoneCounts, 'marks'>,
  to?: { source: string; target: string },
): string {
  const whom = (name: string | undefined) => (name === undefined ? '' : ` to ${name}`);
  const kept = to === undefined ? '' : copies === 1 ? ' (the original stays)' : ' (the originals stay)';
  return [
    ...(returned === 0 ? [] : [`${numberText(returned)} returned${whom(to?.source)}`]),
    ...(restored === 0 ? [] : [`${numberText(restored)} restored${whom(to?.target)}`]),
    ...(removed === 0 ? [] : [`${numberText(removed)} removed`]),
    ...(copies === 0 ? [] : [`${copiesText(copies)}${kept}`]),
    ...(fields === 0 ? [] : [`${fieldsText(fields)}${whom(to?.target)}`]),
  ].join(', ');
}

function changedText({ overwritten, stays }: ChangedTally): string[] {
  return [
    ...(overwritten === 0
      ? []
      : [
          `${numberText(overwritten)} changed since OVERWRITTEN, the changes LOST (undoing this undo brings them back)`,
        ]),
    ...(stays === 0 ? [] : [`${numberText(stays)} changed since and left as they are`]),
  ];
}
