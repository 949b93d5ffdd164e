import type { Catalogue, DataType, Operation } from '../model/catalogue.ts';
import type { NotMoved } from '../model/plan.ts';
import type { RecordsByType } from '../model/record.ts';
import type { Standing } from './standing-of-types.ts';

/**
 * What the source owns and keeps, a line a type, in the catalogue's order: types of other areas, declined ones, those
 * that rest on one that is not carried, those that stay by their rule; last, those that the catalogue does not name.
 */
export function listNotMoved(
  records: RecordsByType,
  {
    catalogue,
    operation,
    standing,
  }: {
    catalogue: Catalogue;
    operation: Operation;
    standing: ReadonlyMap<string, Standing>;
  },
): NotMoved[] {
  const listed: NotMoved[] = [];
  const held = new Map(Object.entries(records));
  for (const [id, { type, refusal }] of standing) {
    const count = held.get(id)?.length ?? 0;
    if (count === 0) continue;
    const why = refusal === null ? whyItStays(type) : whyRefused(type, refusal);
    if (why !== null) listed.push({ type: id, label: type.label, count, why });
  }
  for (const [type, { length: count }] of held) {
    if (count === 0 || standing.has(type)) continue;
    listed.push({
      type,
      label: type,
      count,
      why: `The catalogue "${catalogue.name}" does not name this kind of data.`,
    });
  }
  return listed;

  function whyRefused(type: DataType, refusal: NonNullable<Standing['refusal']>): string {
    if (refusal === 'out-of-area') return catalogue.operations[operation].why;
    if (refusal === 'declined') return 'You chose not to carry it.';
    const restsOn = catalogue.types.find(({ id }) => id === type.dependsOn)?.label ?? type.dependsOn;
    return `It goes only together with "${restsOn}", which is not carried.`;
  }
}

function whyItStays({ rule, locked, why }: DataType): string | null {
  return rule === 'skip' || rule === 'keep-target' || rule === 'pick' ? (locked ?? why) : null;
}
