import type { Catalogue } from '../model/catalogue.ts';
import { NO_UNDO, type UndoChange, type UndoCounts } from '../model/change.ts';
import type { Plan, PlannedPair } from '../model/plan.ts';
import { typeLabel } from '../model/type-label.ts';
import { changesAnything } from '../transfer/changes-anything.ts';
import { alignColumns } from './align-columns.ts';
import { countText, describeFindings } from './describe-findings.ts';
import { section } from './section.ts';

/** What a number of an undo is called in a sentence, in the order in which they are said. */
const WORDS: readonly (readonly [keyof UndoCounts, string])[] = [
  ['returned', 'go back to the source'],
  ['restored', 'come back to the target'],
  ['removed', 'leave the target'],
  ['changed', 'changed since'],
];

/** The plan of an undo in words: whose data goes back, what by data type, what has changed since, and what to know. */
export function describeUndo(plan: Plan, catalogue: Catalogue, ascii: boolean): string[] {
  const { pairs, warnings, totals, undoOf } = plan;
  const labelOf = (type: string) => typeLabel(catalogue, type);
  const overwrites = undoOf?.overwriteChanged === true;
  return [
    `Undo of run ${undoOf?.run ?? ''}`,
    '',
    ...pairs.map(
      (pair) =>
        `${undoSentence(pair, undoOf?.isAgain === true)}${changesAnything({ pairs: [pair] }) ? '' : ': nothing of it is put back'}`,
    ),
    ...(pairs.length === 0 ? [] : ['']),
    ...section('What is put back', alignColumns(describeTypes(pairs, labelOf), { ascii })),
    ...section('Changed since', describeChanged(pairs, labelOf, overwrites, ascii)),
    ...section('Warnings', describeFindings(warnings)),
    `In all: ${countText(totals.pairs, 'pair')}; records: ${countsText(totals) || 'nothing is put back'}.`,
  ];
}

/** "BACK TO John Smith (19) FROM Jenny Andrews (21)", or "AGAIN FROM … INTO …" where an undo is put back. */
function undoSentence({ source, target }: Pick<PlannedPair, 'source' | 'target'>, isAgain: boolean): string {
  if (isAgain) return `AGAIN FROM ${source.name} (${source.id}) INTO ${target.name} (${target.id})`;
  return `BACK TO ${source.name} (${source.id}) FROM ${target.name} (${target.id})`;
}

function describeTypes(pairs: readonly PlannedPair[], labelOf: (type: string) => string): string[][] {
  const sums = new Map<string, UndoCounts>();
  for (const { undo } of pairs) {
    for (const [type, change] of Object.entries(undo)) {
      const sum = sums.get(type) ?? { ...NO_UNDO };
      for (const [name] of WORDS) sum[name] += change[name];
      sums.set(type, sum);
    }
  }
  const back = [...sums].filter(([, { returned, restored, removed }]) => returned + restored + removed > 0);
  return back.map(([type, sum]) => [labelOf(type), countsText({ ...sum, changed: 0 })]);
}

/** Pair by pair and type by type: what is not as the run left it, and what that means. */
function describeChanged(
  pairs: readonly PlannedPair[],
  labelOf: (type: string) => string,
  overwrites: boolean,
  ascii: boolean,
): string[] {
  const lines = pairs.flatMap(({ source, target, undo }) => {
    const changed = Object.entries(undo).filter(([, change]) => change.changed > 0);
    const rows = changed.map(([type, change]) => [labelOf(type), String(change.changed), fateOf(change, overwrites)]);
    if (rows.length === 0) return [];
    const table = alignColumns(rows, { right: [1], ascii }).map((line) => `  ${line}`);
    return [`Between ${nameOf(source)} and ${nameOf(target)}`, ...table];
  });
  if (lines.length === 0) return [];
  return [
    ...lines,
    'What went on to somebody else stays there, with all of its type that hangs together with it.',
    ...(overwrites ? [] : ['To put back the rest all the same, and lose those changes, add --overwrite-changed']),
  ];
}

const nameOf = ({ id, name }: PlannedPair['source']) => `${name} (${id})`;

function fateOf({ outcome }: UndoChange, overwrites: boolean): string {
  if (outcome === 'overwritten') return 'put back all the same: these changes are LOST';
  if (outcome === 'left-alone') return 'all of this type stays as it is';
  return overwrites ? 'put back all the same, but for what went on to somebody else' : 'these stay as they are';
}

function countsText(counts: UndoCounts): string {
  return WORDS.filter(([name]) => counts[name] > 0)
    .map(([name, words]) => `${counts[name]} ${words}`)
    .join(', ');
}
