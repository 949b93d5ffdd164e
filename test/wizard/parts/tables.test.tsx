import { describe, expect, it } from 'vitest';
import { DataTable } from '../../../source/wizard/parts/data-table.tsx';
import { fieldOf } from '../../../source/wizard/parts/edit-text.ts';
import { Picker, type PickerProps } from '../../../source/wizard/parts/picker.tsx';
import { draw } from './draw.tsx';

const COLUMNS = [
  { key: 'id', label: 'ID', min: 6, align: 'right' as const },
  { key: 'name', label: 'Name', min: 10, flex: 1 },
  { key: 'mail', label: 'E-mail', min: 10, flex: 1, drop: 1 },
];

describe('Picker', () => {
  const base: PickerProps = {
    label: 'Search',
    field: fieldOf('jo'),
    columns: COLUMNS,
    count: 12,
    total: 240,
    cursor: 1,
    rowAt: (index) => ({
      key: index,
      cells: [String(19 + index), `Person ${index}`, `p${index}@x.example`],
      reason: index === 2 ? 'is a tenant administrator' : null,
    }),
    width: 80,
    height: 8,
    emptyText: 'Nobody matches. Backspace widens the search.',
  };

  it('shows what is searched, how many match, and only as many rows as fit', () => {
    const lines = draw(<Picker {...base} />);
    expect(lines).toHaveLength(8);
    expect(lines[0]).toMatch(/^Search jo .* 12 of 240$/);
    expect(lines[1]).toMatch(/ID +Name +E-mail/);
    expect(lines[7]).toContain('Person 5');
  });

  it('points at the row under the cursor and at no other', () => {
    expect(draw(<Picker {...base} />).filter((line) => line.startsWith('❯'))).toEqual([
      expect.stringMatching(/^❯ +20 {2}Person 1 /),
    ]);
  });

  it('says why a row cannot be picked, in place of the columns behind its name', () => {
    const line = draw(<Picker {...base} />)[4];
    expect(line).toMatch(/21 {2}Person 2 +✗ is a tenant administrator$/);
    expect(line).not.toContain('@');
  });

  it('asks only for rows on screen, whatever the length of the list', () => {
    const asked: number[] = [];
    const rowAt = (index: number) => {
      asked.push(index);
      return base.rowAt(index);
    };
    draw(<Picker {...base} rowAt={rowAt} count={100_000} cursor={99_999} />);
    expect(asked).toEqual([99_994, 99_995, 99_996, 99_997, 99_998, 99_999]);
  });

  it('says what to do when nobody matches', () => {
    const lines = draw(<Picker {...base} count={0} cursor={0} />);
    expect(lines[0]).toContain('0 of 240');
    expect(lines[2]).toBe('  Nobody matches. Backspace widens the search.');
  });
});

describe('DataTable', () => {
  const rows = [
    { cells: ['19', 'John Smith', 'john@x.example'] },
    { cells: ['20', '山田 太郎', 'e\u0301'.repeat(60)] },
    { cells: ['21', '', 'gone'] },
  ];

  it('frames one page with the headings, no lines between rows, and columns that line up', () => {
    const lines = draw(<DataTable columns={COLUMNS} rows={rows} width={60} height={6} cursor={1} />);
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/^┌─+┬─+┬─+┐$/);
    expect(lines[1]).toMatch(/^│ +ID │ Name +│ E-mail +│$/);
    expect(lines[2]).toMatch(/^│ {3} {2}19 │ John Smith +│ john@x\.example +│$/);
    expect(lines[3]).toMatch(/^│ ❯ {3}20 │ 山田 太郎 +│ (e\u0301)+… │$/);
    expect(lines[4]).toMatch(/^│ +21 │ +│ gone +│$/);
    expect(lines[5]).toMatch(/^└─+┴─+┴─+┘$/);
  });

  it('leaves out a column that does not fit, and scrolls rows that do not', () => {
    const lines = draw(<DataTable columns={COLUMNS} rows={rows} width={26} height={5} cursor={2} />);
    expect(lines[1]).toMatch(/^│ +ID │ Name +│$/);
    expect(lines.join('\n')).not.toContain('John');
    expect(lines[3]).toContain('❯');
  });

  it('says which of how many rows the cursor is on, where not all of them are shown', () => {
    const wide = [{ key: 'name', label: 'Name', min: 12 }];
    const many = Array.from({ length: 30 }, (_, index) => ({ cells: [`Row ${index + 1}`] }));
    const headingOf = (height: number, cursor: number | null) =>
      draw(<DataTable columns={wide} rows={many} width={20} height={height} cursor={cursor} />)[1];
    expect(headingOf(10, 4)).toMatch(/^│ {3}Name 5\/30 +│$/);
    expect(headingOf(33, 4)).toMatch(/^│ {3}Name +│$/);
  });

  it('has headings of the same text in two columns', () => {
    const columns = [
      { key: 'source', label: 'Name', min: 8 },
      { key: 'target', label: 'Name', min: 8 },
    ];
    const lines = draw(
      <DataTable columns={columns} rows={[{ cells: ['a', 'b'] }]} width={40} height={4} cursor={null} />,
    );
    expect(lines[1]).toMatch(/Name +│ Name/);
    expect(lines[2]).toMatch(/a +│ b/);
  });
});
