import type { Catalogue } from '../model/catalogue.ts';
import { NO_RECORDS, type RecordCounts, type TypeChange } from '../model/change.ts';
import type { NotMoved, Plan, PlannedPair } from '../model/plan.ts';
import { alignColumns } from './align-columns.ts';
import { countText, describeFindings } from './describe-findings.ts';
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

/** The plan in words: who goes into whom, what happens by data type, what stays behind, and what to know. */
export function describePlan(plan: Plan, catalogue: Catalogue, ascii: boolean): string[] {
  const { operation, pairs, notMoved, warnings, totals } = plan;
  if (operation === 'undo') return describeUndo(plan, catalogue, ascii);
  return [
    ...pairs.map(pairSentence),
    '',
    ...section('What happens', describeTypes(pairs, catalogue, ascii)),
    ...section('Not moved', describeNotMoved(notMoved, ascii)),
    ...section('Warnings', describeFindings(warnings)),
    `In all: ${countText(totals.pairs, 'pair')}; records: ${changeText(totals) || 'none change'}; ${totals.notMoved} not moved.`,
  ];
}

/** "FROM John Smith (19) INTO Jenny Andrews (21), Jenny Andrews is kept". */
export function pairSentence({ source, target }: Pick<PlannedPair, 'source' | 'target'>): string {
  return `FROM ${source.name} (${source.id}) INTO ${target.name} (${target.id}), ${target.name} is kept`;
}

function describeTypes(pairs: readonly PlannedPair[], catalogue: Catalogue, ascii: boolean): string[] {
  const sums = new Map<string, TypeChange>();
  for (const { changes } of pairs) {
    for (const [type, change] of Object.entries(changes)) {
      const sum = sums.get(type) ?? { ...change, ...NO_RECORDS };
      for (const [name] of WORDS) sum[name] += change[name];
      sums.set(type, sum);
    }
  }
  const labels = new Map(catalogue.types.map(({ id, label }) => [id, label]));
  const rows = [...sums].map(([type, sum]) => [labels.get(type) ?? type, changeText(sum) || 'nothing changes']);
  return alignColumns(rows, { ascii });
}

/** By reason, as most kinds of data share one. */
function describeNotMoved(notMoved: readonly NotMoved[], ascii: boolean): string[] {
  return [...Map.groupBy(notMoved, ({ why }) => why)].flatMap(([why, types]) => {
    const rows = types.map(({ label, count }) => [String(count), label]);
    return [why, ...alignColumns(rows, { right: [0], ascii }).map((line) => `  ${line}`)];
  });
}

function changeText(counts: RecordCounts): string {
  return WORDS.filter(([name]) => counts[name] > 0)
    .map(([name, words]) => `${counts[name]} ${words}`)
    .join(', ');
}
