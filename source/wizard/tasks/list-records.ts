import { originOf, recordKey } from '../../merge/record-key.ts';
import type { DataType, Rule } from '../../model/catalogue.ts';
import { USER_INFORMATION } from '../../model/merge-choices.ts';
import { numberText } from '../../model/number-text.ts';
import type { Plan } from '../../model/plan.ts';
import type { DataRecord } from '../../model/record.ts';
import { typeLabel } from '../../model/type-label.ts';
import { nameAndId, type Person } from '../../model/user.ts';
import { withImage } from '../../model/with-image.ts';
import { carrierOf } from '../../transfer/carry-pair.ts';
import { readEarlier } from '../../transfer/read-earlier.ts';
import { rootOperation } from '../../transfer/root-operation.ts';
import type { Desk } from './desk.ts';
import { listRows } from './list-rows.ts';
import { profileLines } from './profile-lines.ts';

/** No pane shows more records than this. */
const LIMIT = 2000;

/** What happens to each record of one data type under `plan`, a line each, pair by pair. */
export async function listRecords(plan: Plan, type: string, desk: Desk): Promise<string[]> {
  const { store, catalogue } = desk.session;
  const label = typeLabel(catalogue, type);
  const isUndo = plan.operation === 'undo';
  if (isUndo && rootOperation(plan) === 'import') return [label, ...(await listRows(plan, desk))];
  const people = await store.people(plan.pairs.flatMap(({ source, target }) => [source.id, target.id]));
  const earlier = plan.undoOf === null ? undefined : await readEarlier(store, plan.undoOf.run);
  const dataType = catalogue.types.find(({ id }) => id === type);
  const isProfile = type === USER_INFORMATION;
  const { rule = '' } = dataType ?? {};
  const isAgain = earlier?.isAgain === true;
  const carrier = carrierOf({ plan, catalogue, earlier });
  const lines = [isUndo ? label : `${label} (${rule})`];
  for (const pair of plan.pairs) {
    const source = people.get(pair.source.id);
    const target = people.get(pair.target.id);
    if (source === undefined || target === undefined) continue;
    if (lines.length > LIMIT)
      return [...lines, `… and more: only the first ${numberText(lines.length)} lines are shown.`];
    const { done } = carrier.carry({ source, target });
    carrier.note(done);
    const { after } = done;
    const settled = { source: withImage(source, after.source), target: withImage(target, after.target) };
    people.set(source.id, settled.source).set(target.id, settled.target);
    if (pair.changes[type] === undefined && pair.undo[type] === undefined) continue;
    if (plan.pairs.length > 1) {
      const names = [nameAndId(source), nameAndId(target)];
      const again = isAgain ? 'AGAIN ' : '';
      lines.push(isUndo && !isAgain ? `BACK TO ${names.join(' FROM ')}` : `${again}FROM ${names.join(' INTO ')}`);
    }
    if (isProfile) {
      lines.push(...profileLines(source, settled.source, catalogue.fields, desk.context));
      lines.push(...profileLines(target, settled.target, catalogue.fields, desk.context));
      continue;
    }
    const sides = { source: sideOf(source, settled.source, type), target: sideOf(target, settled.target, type) };
    lines.push(...(isUndo ? undoLines(sides) : carryLines(sides, dataType)));
  }
  return lines.length > 1 ? lines : [...lines, 'No pair has a record of this type.'];
}

interface Side {
  before: readonly DataRecord[];
  after: readonly DataRecord[];
}
interface Sides {
  source: Side;
  target: Side;
}

function sideOf(before: Person, after: Person, type: string): Side {
  return { before: before.records[type] ?? [], after: after.records[type] ?? [] };
}

function carryLines({ source, target }: Sides, type: DataType | undefined): string[] {
  return [
    ...target.before.map((record) => recordLine(has(target.after, record) ? 'kept' : 'REPLACED', record)),
    ...source.before.map((record) => recordLine(fateOf(record, { source, target }, type), record)),
  ];
}

/** What becomes of a record of the source. */
function fateOf(record: DataRecord, { source, target }: Sides, type: DataType | undefined): string {
  if (has(target.after, record)) return 'moves';
  if (isCopied(record, target)) return 'copied';
  if (!has(source.after, record)) return 'in both';
  if (type === undefined || type.carry === 'move') return 'stays';
  if (type.rule === 'sum') return 'added up';
  const isSame = (each: DataRecord) => recordKey(each, type.key) === recordKey(record, type.key);
  return SETTLES_TWINS.has(type.rule) && target.after.some(isSame) ? 'in both' : 'stays';
}

/** Rules that carry what both have only once. */
const SETTLES_TWINS: ReadonlySet<Rule> = new Set(['combine', 'keep-best', 'keep-latest']);

/** Whether the target gets a copy of the source's record. */
function isCopied(record: DataRecord, { before, after }: Side): boolean {
  return after.some((each) => originOf(each) === originOf(record) && !has(before, each));
}

function undoLines({ source, target }: Sides): string[] {
  const isLost = (record: DataRecord) => !has(source.after, record) && !has(target.after, record);
  const isNew = (side: Side) => (record: DataRecord) => !has(side.before, record);
  return [
    ...source.after.filter(isNew(source)).map((record) => recordLine('returned', record)),
    ...target.after.filter(isNew(target)).map((record) => recordLine('restored', record)),
    ...[...source.before, ...target.before].filter(isLost).map((record) => recordLine('REMOVED', record)),
    ...target.before.filter((record) => has(target.after, record)).map((record) => recordLine('stays', record)),
  ];
}

function has(records: readonly DataRecord[], { id }: DataRecord): boolean {
  return records.some((record) => record.id === id);
}

/** "REPLACED     Late shift, 2026-03-01": what becomes of it, and its fields. */
function recordLine(fate: string, record: DataRecord): string {
  const fields = Object.entries(record).filter(([name, value]) => name !== 'id' && value !== null);
  return `${fate.padEnd(12)} ${fields.map(([name, value]) => `${name} ${String(value)}`).join(', ')}`;
}
