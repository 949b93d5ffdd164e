import { mergePair } from '../../merge/merge-pair.ts';
import type { Plan } from '../../model/plan.ts';
import type { DataRecord } from '../../model/record.ts';
import { nameAndId } from '../../model/user.ts';
import { withImage } from '../../model/with-image.ts';
import type { Desk } from './desk.ts';

/** No pane shows more records than this. */
const LIMIT = 2000;

/** What happens to each record of one data type under `plan`, a line each, pair by pair. */
export async function listRecords(plan: Plan, type: string, { session }: Desk): Promise<string[]> {
  const { store, catalogue } = session;
  const people = await store.people(plan.pairs.flatMap(({ source, target }) => [source.id, target.id]));
  const carried = new Set(plan.carried);
  const { label = type, rule = '' } = catalogue.types.find(({ id }) => id === type) ?? {};
  const lines = [`${label} (${rule})`];
  for (const pair of plan.pairs) {
    const source = people.get(pair.source.id);
    const target = people.get(pair.target.id);
    if (source === undefined || target === undefined) continue;
    if (lines.length > LIMIT) return [...lines, `… and more: only the first ${lines.length} lines are shown.`];
    const { after } = mergePair({ source, target, catalogue, operation: plan.operation, carried });
    const settled = { source: withImage(source, after.source), target: withImage(target, after.target) };
    people.set(source.id, settled.source).set(target.id, settled.target);
    if (pair.changes[type] === undefined) continue;
    if (plan.pairs.length > 1) lines.push(`FROM ${nameAndId(source)} INTO ${nameAndId(target)}`);
    const held = (person: { records: Record<string, DataRecord[]> }) => person.records[type] ?? [];
    const has = (records: readonly DataRecord[], { id }: DataRecord) => records.some((record) => record.id === id);
    for (const record of held(target)) {
      lines.push(recordLine(has(held(settled.target), record) ? 'kept' : 'REPLACED', record));
    }
    for (const record of held(source)) lines.push(recordLine(fateOf(record, settled, held), record));
  }
  return lines.length > 1 ? lines : [...lines, 'No pair has a record of this type.'];
}

function fateOf(
  record: DataRecord,
  after: { source: { records: Record<string, DataRecord[]> }; target: { records: Record<string, DataRecord[]> } },
  held: (person: { records: Record<string, DataRecord[]> }) => DataRecord[],
): string {
  if (held(after.target).some(({ id }) => id === record.id)) return 'moves';
  return held(after.source).some(({ id }) => id === record.id) ? 'stays' : 'in both';
}

/** "REPLACED     Late shift, 2026-03-01": what becomes of it, and its fields. */
function recordLine(fate: string, record: DataRecord): string {
  const fields = Object.entries(record).filter(([name, value]) => name !== 'id' && value !== null);
  return `${fate.padEnd(12)} ${fields.map(([name, value]) => `${name} ${String(value)}`).join(', ')}`;
}
