import type { TypeChange, UndoCounts } from '../../model/change.ts';
import { numberText } from '../../model/number-text.ts';
import type { PlannedPair } from '../../model/plan.ts';
import { typeLabel } from '../../model/type-label.ts';
import { changeText } from '../../people/import/change-text.ts';
import { isErased } from '../../people/import/draft-row.ts';
import { rowBackText } from '../../transfer/undone-text.ts';
import type { State } from '../state.ts';
import type { World } from '../world.ts';
import { profileText, sidesText } from './profile-text.ts';

/** What a run did to a pair: each kind of data in numbers, and each field that the target took; empty where that is not known. */
export function doneLines(pair: { source: number; target: number }, { result, world }: State): string[] {
  const done = result?.done?.pairs.find(({ source, target }) => source.id === pair.source && target.id === pair.target);
  if (done === undefined) return [];
  if (done.row !== undefined) return rowLines(done, world);
  if (pair.source === pair.target) return ['', rowBackLine(done)];
  const label = (type: string) => typeLabel(world.catalogue, type);
  const kinds = [
    ...Object.entries(done.changes).map(([type, change]) => told(label(type), countsText(change))),
    ...Object.entries(done.undo).map(([type, counts]) => told(label(type), undoText(counts))),
  ].filter((line) => line !== '');
  return [...section('Kinds of data', kinds), ...section('User information', fieldLines(done, world))];
}

/** Of a row of an import: what became of the person, and each value before and after. */
function rowLines({ row, fields }: PlannedPair, { ascii = false }: World): string[] {
  const becomes = row?.becomes === undefined ? '' : `, became ${row.becomes === 'active' ? 'active' : 'INACTIVE'}`;
  const lines = fields.map((change) => {
    const texts = changeText(change, profileText, null, { ascii });
    const after = isErased(change) ? 'ERASED' : texts.after;
    return row?.kind === 'create' ? `${change.field}: ${after}` : `${change.field}: ${after}; before ${texts.before}`;
  });
  return ['', `${row?.kind === 'create' ? 'Created' : 'Updated'}${becomes}.`, ...section('Values', lines)];
}

/** "Removed.": of a row that was put back. */
function rowBackLine(done: PlannedPair): string {
  const text = rowBackText(done);
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

const told = (label: string, text: string) => (text === '' ? '' : `${label}: ${text}`);

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
}

/** "3 moved, 1 REPLACED". */
function countsText({ combined, summed, replaced, deduplicated, carry }: TypeChange): string {
  const over = carry === 'move' ? 'moved' : 'copied';
  return counted([
    [combined, over],
    [summed, 'added up'],
    [replaced, 'REPLACED'],
    [deduplicated, 'in both'],
  ]);
}

function undoText({ returned, restored, removed, overwritten }: UndoCounts): string {
  return counted([
    [returned, 'returned'],
    [restored, 'restored'],
    [removed, 'removed'],
    [overwritten, 'OVERWRITTEN'],
  ]);
}

function counted(parts: readonly (readonly [number, string])[]): string {
  return parts.flatMap(([count, word]) => (count === 0 ? [] : `${numberText(count)} ${word}`)).join(', ');
}

/** "Last Name: Smith, from the source; before Andrews". */
function fieldLines({ fields }: PlannedPair, { catalogue, ascii = false }: World): string[] {
  const labels = new Map(catalogue.fields.map(({ field, label }) => [field, label]));
  const taken = fields.filter((each) => each.taken !== 'target');
  return taken.map((each) => {
    const [source, target] = sidesText(each, { ascii });
    const value = each.taken === 'both' ? 'both values are held' : `${source}, from the source`;
    return `${labels.get(each.field) ?? each.field}: ${value}; before ${target}`;
  });
}
