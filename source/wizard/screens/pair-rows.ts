import { numberText } from '../../model/number-text.ts';
import type { Plan, PlannedPair } from '../../model/plan.ts';
import { handOf, handText } from '../logic/pair-choices.ts';
import type { TableRow } from '../parts/data-table.tsx';
import type { Column } from '../parts/plan-columns.ts';
import type { State } from '../state.ts';

const LINE: Column = { key: 'line', label: 'Line', min: 7, align: 'right' };
const REPLACED: Column = { key: 'replaced', label: 'REPLACED', min: 8, align: 'right' };

const TRANSFER_COLUMNS: readonly Column[] = [
  LINE,
  { key: 'source', label: 'Source', min: 14, flex: 1 },
  { key: 'target', label: 'Target', min: 14, flex: 1 },
  { key: 'combined', label: 'moves', min: 6, align: 'right' },
  REPLACED,
];

const MERGE_COLUMNS: readonly Column[] = [
  LINE,
  { key: 'source', label: 'Source', min: 10, flex: 1 },
  { key: 'target', label: 'Target', min: 10, flex: 1 },
  { key: 'fields', label: 'fields', min: 6, align: 'right', drop: 2 },
  { key: 'combined', label: 'comes', min: 5, align: 'right', drop: 1 },
  REPLACED,
];

/** Of a file of merges: whose choices hold for the pair. */
const DECIDED: Column = { key: 'decided', label: 'Chosen', min: 7 };

/** The columns of the pairs of a plan. */
export function pairColumns({ plan, mode }: State): readonly Column[] {
  if (plan?.operation !== 'merge') return TRANSFER_COLUMNS;
  return mode === 'bulk-merge' ? [...MERGE_COLUMNS, DECIDED] : MERGE_COLUMNS;
}

/** A row for each pair. Worked out only once it is drawn: a plan may hold thousands. */
export function pairRows(state: State, { pairs, operation }: Plan): TableRow[] {
  return pairs.map((pair) => ({
    get cells() {
      const { line, source, target, fields } = pair;
      const people = [`${source.id} ${source.name}`, `${target.id} ${target.name}`];
      const numbers = [numberText(sumOf(pair, 'combined')), numberText(sumOf(pair, 'replaced'))];
      const gained = numberText(fields.filter(({ taken }) => taken !== 'target').length);
      const hand = handOf(state, { source: source.id, target: target.id }) === null ? 'policy' : 'by hand';
      return [
        line === null ? '' : String(line),
        ...people,
        ...(operation === 'merge' ? [gained, ...numbers, hand] : numbers),
      ];
    },
  }));
}

function sumOf({ changes }: PlannedPair, name: 'combined' | 'replaced'): number {
  return Object.values(changes).reduce((total, each) => total + each[name], 0);
}

/** What was chosen by hand for a pair of a file of merges, or that it goes by the policy; and how to change that. */
export function aboutPairChoices(state: State, { source, target, effect }: PlannedPair): string {
  const hand = handOf(state, { source: source.id, target: target.id });
  const names = `${source.name} (${source.id}) into ${target.name} (${target.id})`;
  const alike = effect === 'marked' ? ' They are alike: only the source is marked.' : '';
  return hand === null
    ? `By the policy; o chooses by hand.${alike} ${names}`
    : `Chosen by hand: ${handText(hand)}; r goes back to the policy.${alike} ${names}`;
}
