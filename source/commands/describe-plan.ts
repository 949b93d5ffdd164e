import type { Catalogue } from '../model/catalogue.ts';
import type { TypeChange } from '../model/change.ts';
import type { NotMoved, Plan, PlannedPair } from '../model/plan.ts';
import { alignColumns } from './align-columns.ts';
import { countText, describeFindings } from './describe-findings.ts';

/** What a number of a type's change is called in a sentence, in the order in which they are said. */
const WORDS: readonly (readonly [Exclude<keyof TypeChange, 'rule' | 'carry'>, string])[] = [
  ['combined', 'carried over'],
  ['replaced', "of the target's replaced"],
  ['deduplicated', 'there already'],
  ['summed', 'added up'],
  ['skipped', 'left behind'],
  ['derived', 'worked out anew'],
  ['kept', "of the target's kept"],
];

/** The plan in words: who goes into whom, what happens by data type, what stays behind, and what to know. */
export function describePlan(plan: Plan, catalogue: Catalogue, ascii: boolean): string[] {
  const { pairs, notMoved, warnings, totals } = plan;
  return [
    ...pairs.map(pairSentence),
    '',
    ...section('What happens', describeTypes(pairs, catalogue, ascii)),
    ...section('Stays behind', describeNotMoved(notMoved, ascii)),
    ...section('Worth knowing', describeFindings(warnings)),
    `In all: ${countText(totals.pairs, 'pair')}; records: ${changeText(totals) || 'none change'}; ${totals.notMoved} stay behind.`,
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
      const sum = sums.get(type) ?? { ...change, ...NOTHING };
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

const NOTHING = { combined: 0, replaced: 0, deduplicated: 0, summed: 0, skipped: 0, derived: 0, kept: 0 };

function changeText(counts: typeof NOTHING): string {
  return WORDS.filter(([name]) => counts[name] > 0)
    .map(([name, words]) => `${counts[name]} ${words}`)
    .join(', ');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
}
