import type { ColumnType } from '../../model/mapping.ts';
import type { CellReader, CellReading } from './cell-reading.ts';
import { isNested, LEVELS_CURE, NESTED } from './check-levels.ts';
import { explainDamage } from './explain-damage.ts';

/** What a cell holds, unless it is data of several levels (D4) or shows that something has damaged it (D6.1, D6.2). */
export function readSoundCell(text: string, type: ColumnType, read: CellReader): CellReading {
  if (isNested(text)) return { code: 'multi-level', message: NESTED, cure: LEVELS_CURE };
  return explainDamage(text, type.kind === 'text') ?? read(text);
}
