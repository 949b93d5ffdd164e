import type { ReactNode } from 'react';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { makeLook } from '../../../source/wizard/look.ts';
import { ButtonRow } from '../../../source/wizard/parts/button-row.tsx';
import { ConfirmPhrase } from '../../../source/wizard/parts/confirm-phrase.tsx';
import { DataTable } from '../../../source/wizard/parts/data-table.tsx';
import { fieldOf } from '../../../source/wizard/parts/edit-text.ts';
import { EventList } from '../../../source/wizard/parts/event-list.tsx';
import { Header } from '../../../source/wizard/parts/header.tsx';
import { KeyHints } from '../../../source/wizard/parts/key-hints.tsx';
import { Menu } from '../../../source/wizard/parts/menu.tsx';
import { Picker } from '../../../source/wizard/parts/picker.tsx';
import { ProgressBar } from '../../../source/wizard/parts/progress-bar.tsx';
import { RuleLine } from '../../../source/wizard/parts/rule-line.tsx';
import { ScrollText } from '../../../source/wizard/parts/scroll-text.tsx';
import { SwitchList } from '../../../source/wizard/parts/switch-list.tsx';
import { Tabs } from '../../../source/wizard/parts/tabs.tsx';
import { TextField } from '../../../source/wizard/parts/text-field.tsx';
import { fc } from '../../helpers/fast-check.ts';
import { AWKWARD, draw } from './draw.tsx';

const COLUMNS = [
  { key: 'id', label: 'ID', min: 4, align: 'right' as const },
  { key: 'name', label: 'Name', min: 6, flex: 1 },
  { key: 'mail', label: 'E-mail', min: 6, flex: 2, drop: 1 },
];
const ignore = () => undefined;

/** Every part, fed with the same awkward texts, and how many lines it may take. */
const PARTS: Record<string, { lines: number; node: (texts: readonly string[], width: number) => ReactNode }> = {
  ButtonRow: { lines: 1, node: (texts, width) => <ButtonRow labels={[...new Set(texts)]} focus={0} width={width} /> },
  ConfirmPhrase: {
    lines: 3,
    node: ([phrase = '', typed = ''], width) => <ConfirmPhrase phrase={phrase} field={fieldOf(typed)} width={width} />,
  },
  DataTable: {
    lines: 7,
    node: (texts, width) => (
      <DataTable
        columns={COLUMNS}
        rows={texts.map((text, index) => ({ cells: [String(index), text, text], isDimmed: index % 2 === 0 }))}
        width={width}
        height={7}
        cursor={texts.length - 1}
      />
    ),
  },
  EventList: {
    lines: 3,
    node: (texts, width) => (
      <EventList events={texts.map((text, key) => ({ key, kind: 'bad', text }))} width={width} height={3} />
    ),
  },
  Header: { lines: 1, node: ([left = '', right = ''], width) => <Header left={left} right={right} width={width} /> },
  KeyHints: {
    lines: 1,
    node: (texts, width) => (
      <KeyHints hints={texts.map((label, index) => ({ key: `F${index}`, label }))} width={width} />
    ),
  },
  Menu: {
    lines: 4,
    node: (texts, width) => (
      <Menu
        items={texts.map((label, index) => ({ value: String(index), label, detail: label }))}
        width={width}
        height={4}
        onSelect={ignore}
      />
    ),
  },
  Picker: {
    lines: 6,
    node: (texts, width) => (
      <Picker
        label={texts[0] ?? ''}
        field={fieldOf(texts[1] ?? '')}
        columns={COLUMNS}
        count={texts.length}
        total={100_000}
        cursor={0}
        rowAt={(index) => ({
          key: index,
          cells: [String(index), texts[index] ?? '', texts[index] ?? ''],
          reason: index % 2 === 0 ? null : (texts[index] ?? ''),
        })}
        width={width}
        height={6}
        emptyText="Nobody matches."
      />
    ),
  },
  ProgressBar: { lines: 1, node: (texts, width) => <ProgressBar done={texts.length} total={40} width={width} /> },
  RuleLine: { lines: 1, node: ([title = ''], width) => <RuleLine title={title} width={width} /> },
  ScrollText: {
    lines: 4,
    node: (texts, width) => <ScrollText text={texts.join('\n')} width={width} height={4} offset={2} />,
  },
  SwitchList: {
    lines: 3,
    node: (texts, width) => (
      <SwitchList
        rows={texts.map((label, index) => ({
          key: String(index),
          label,
          isOn: index % 2 === 0,
          locked: index % 3 === 0 ? label : null,
        }))}
        cursor={0}
        width={width}
        height={3}
      />
    ),
  },
  Tabs: { lines: 1, node: (texts, width) => <Tabs labels={texts} active={texts.length - 1} width={width} /> },
  TextField: { lines: 1, node: ([value = ''], width) => <TextField field={fieldOf(value)} width={width} /> },
};

describe.each(Object.entries(PARTS))('%s', (_name, { lines, node }) => {
  it('stays within its lines and columns, and lets no control through', () => {
    const texts = fc.array(fc.constantFrom(...AWKWARD), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 24, max: 90 }),
        fc.boolean(),
        fc.boolean(),
        (given, width, ascii, colour) => {
          const drawn = draw(node(given, width), 100, makeLook({ ascii, colour }));
          expect(drawn.length).toBeLessThanOrEqual(lines);
          for (const line of drawn) {
            expect(stringWidth(line)).toBeLessThanOrEqual(width);
            expect(line).not.toMatch(/[\p{Cc}\u202A-\u202E\u200B]/u);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('draws nothing but ASCII of its own where the terminal shows only that', () => {
    const drawn = draw(node(['one', 'two \u001B[m', 'a longer text than fits'], 30), 30, makeLook({ ascii: true }));
    expect(drawn.join('\n')).toMatch(/^[\n -~]*$/);
  });
});
