import { describe, expect, it } from 'vitest';
import { planColumns } from '../../../source/wizard/parts/plan-columns.ts';
import { fc } from '../../helpers/fast-check.ts';

const COLUMNS = [
  { key: 'id', label: 'ID', min: 6 },
  { key: 'name', label: 'Name', min: 10, flex: 1 },
  { key: 'mail', label: 'E-mail', min: 10, flex: 2, drop: 2 },
  { key: 'team', label: 'Team', min: 8, drop: 1 },
];

describe('planColumns', () => {
  it('shares what is left over by the flex of the columns', () => {
    expect(planColumns(COLUMNS, 70, 2)).toEqual([6, 20, 30, 8]);
  });

  it('leaves out the columns with the highest drop first, and the first column never', () => {
    expect(planColumns(COLUMNS, 30, 2)).toEqual([6, 12, 0, 8]);
    expect(planColumns(COLUMNS, 20, 2)).toEqual([6, 12, 0, 0]);
    expect(planColumns(COLUMNS, 9, 2)).toEqual([6, 0, 0, 0]);
    expect(planColumns(COLUMNS, 4, 2)).toEqual([4, 0, 0, 0]);
  });

  it('never takes more than the width, and all of it with a flexible column', () => {
    const column = fc.record({ min: fc.integer({ min: 1, max: 20 }), flex: fc.nat(3), drop: fc.nat(3) });
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 120 }),
        fc.nat(3),
        (given, width, gap) => {
          const columns = given.map((each, index) => ({ ...each, key: String(index), label: '' }));
          const widths = planColumns(columns, width, gap);
          const shown = widths.filter((each) => each > 0);
          const taken = shown.reduce((sum, each) => sum + each, 0) + gap * (shown.length - 1);
          expect(taken).toBeLessThanOrEqual(width);
          const isFlexible = widths.some((each, index) => each > 0 && (columns[index]?.flex ?? 0) > 0);
          if (isFlexible) expect(taken).toBe(width);
        },
      ),
    );
  });
});
