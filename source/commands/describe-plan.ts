import type { Catalogue } from '../model/catalogue.ts';
import { NO_RECORDS, type RecordCounts, type TypeChange } from '../model/change.ts';
import { countOf } from '../model/finding.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import { numberText } from '../model/number-text.ts';
import type { NotMoved, Plan, PlannedPair } from '../model/plan.ts';
import { tellNamesApart } from '../model/tell-names-apart.ts';
import { typeLabel } from '../model/type-label.ts';
import type { TextOptions } from '../model/visible-text.ts';
import { settledThoughDeclined } from '../transfer/settled-though-declined.ts';
import { alignColumns } from './align-columns.ts';
import { describeFields } from './describe-fields.ts';
import { describeFindings } from './describe-findings.ts';
import { describeImport, describeRows } from './describe-import.ts';
import { describeUndo } from './describe-undo.ts';
import { section } from './section.ts';

/** What a number of a type's change is called in a sentence, in the order in which they are said. */
const WORDS: readonly (readonly [keyof RecordCounts, string])[] = [
  ['combined', 'move'],
  ['replaced', "of the target's REPLACED"],
  ['deduplicated', 'in both'],
  ['summed', 'added up'],
  ['skipped', 'stay'],
  ['derived', 'worked out anew'],
  ['kept', "of the target's kept"],
];

/**
 * The plan in words: who goes into whom, what happens by data type, what stays behind, and what to know.
 * @param told how many rows of an import are told of: the first of them, or all; `pair`: the plan is a part of one that
 * says elsewhere what stays behind
 */
export function describePlan(
  plan: Plan,
  catalogue: Catalogue,
  ascii: boolean,
  told: 'first' | 'all' | 'pair' = 'first',
): string[] {
  const { operation, pairs, notMoved, warnings, totals } = plan;
  const rows = told === 'first' ? 'first' : 'all';
  if (operation === 'undo') return describeUndo(plan, catalogue, ascii, rows);
  if (operation === 'import') return told === 'pair' ? describeRows(plan, ascii) : describeImport(plan, ascii, rows);
  const isMerge = operation === 'merge';
  const left = isMerge ? 'not merged' : 'not moved';
  const sums = sumTypes(pairs);
  const inAll = (counts: RecordCounts) => totalText(counts, sums, operation) || 'none change';
  return [
    ...pairs.map((pair) => pairSentence(pair, { ascii }) + markText(pair)),
    '',
    ...(isMerge ? section(typeLabel(catalogue, USER_INFORMATION), describeFields(plan, catalogue, ascii)) : []),
    ...section('What happens', describeTypes(sums, plan, catalogue, ascii)),
    ...section(isMerge ? 'Not merged' : 'Not moved', describeNotMoved(notMoved, ascii)),
    ...section('Warnings', describeFindings(warnings)),
    `In all: ${countOf(totals.pairs, 'pair')}; records: ${told === 'pair' ? inAll(totals) : `${inAll({ ...totals, skipped: 0 })}; ${numberText(totals.notMoved + totals.skipped)} ${left}`}.`,
  ];
}

/** "FROM John Smith (19) INTO Jenny Andrews (21), Jenny Andrews is kept"; of two of one name, with the id. */
export function pairSentence(
  { source, target }: Pick<PlannedPair, 'source' | 'target'>,
  options: TextOptions = {},
): string {
  const [ofSource, ofTarget] = tellNamesApart(source.name, target.name, options);
  const kept = ofSource === ofTarget ? `${ofTarget} (${target.id})` : ofTarget;
  return `FROM ${ofSource} (${source.id}) INTO ${ofTarget} (${target.id}), ${kept} is kept`;
}

/** That nothing of a merge is left to do but to mark the source. */
function markText({ source, effect }: PlannedPair): string {
  return effect === 'marked' ? `: nothing changes but that ${source.name} is marked as merged` : '';
}

/** Data type id → its numbers over all pairs. */
function sumTypes(pairs: readonly PlannedPair[]): Map<string, TypeChange> {
  const sums = new Map<string, TypeChange>();
  for (const { changes } of pairs) {
    for (const [type, change] of Object.entries(changes)) {
      const sum = sums.get(type) ?? { ...change, ...NO_RECORDS };
      for (const [name] of WORDS) sum[name] += change[name];
      sums.set(type, sum);
    }
  }
  return sums;
}

function describeTypes(
  sums: ReadonlyMap<string, TypeChange>,
  plan: Plan,
  catalogue: Catalogue,
  ascii: boolean,
): string[] {
  const settled = settledThoughDeclined(plan, catalogue);
  const markOf = (type: string) => {
    if (settled?.along.includes(type)) return ' (goes along)';
    return type === settled?.type ? ' (LEFT OUT, yet settled)' : '';
  };
  const renumbered = new Set(catalogue.types.flatMap(({ id, renumber }) => (renumber === null ? [] : id)));
  const rows = [...sums].map(([type, sum]) => {
    const isMoved = sum.carry === 'move';
    const words = changeText(sum, {
      moved: isMoved ? sum.combined : 0,
      gone: isMoved && plan.operation === 'merge' ? sum.deduplicated : 0,
    });
    const isRenumbered = sum.combined > 0 && renumbered.has(type);
    return [
      typeLabel(catalogue, type),
      `${words || 'nothing changes'}${isRenumbered ? ', all numbered anew' : ''}${markOf(type)}`,
    ];
  });
  return alignColumns(rows, { ascii });
}

/** By reason, as most kinds of data share one. */
function describeNotMoved(notMoved: readonly NotMoved[], ascii: boolean): string[] {
  return [...Map.groupBy(notMoved, ({ why }) => why)].flatMap(([why, types]) => {
    const rows = types.map(({ label, count }) => [numberText(count), label]);
    return [why, ...alignColumns(rows, { right: [0], ascii }).map((line) => `  ${line}`)];
  });
}

function totalText(totals: RecordCounts, sums: ReadonlyMap<string, TypeChange>, operation: Plan['operation']): string {
  const leaving = [...sums.values()].filter(({ carry }) => carry === 'move');
  return changeText(totals, {
    moved: leaving.reduce((sum, { combined }) => sum + combined, 0),
    gone: operation === 'merge' ? leaving.reduce((sum, { deduplicated }) => sum + deduplicated, 0) : 0,
  });
}

/**
 * @param moved how many of those that the target gets leave the source; it keeps the others as well
 * @param gone of a merge: how many of those in both the source loses
 */
function changeText(counts: RecordCounts, { moved, gone }: { moved: number; gone: number }): string {
  const parts = WORDS.flatMap(([name, words]) => {
    if (name === 'deduplicated') {
      return [[counts.deduplicated - gone, words] as const, [gone, `${words}, gone from the source`] as const];
    }
    if (name !== 'combined') return [[counts[name], words] as const];
    return [[moved, words] as const, [counts.combined - moved, 'copied'] as const];
  });
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${numberText(count)} ${words}`)
    .join(', ');
}
