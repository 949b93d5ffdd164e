import { describe, expect, it } from 'vitest';
import { makeLook } from '../../../source/wizard/look.ts';
import { ButtonRow } from '../../../source/wizard/parts/button-row.tsx';
import { comparePhrase } from '../../../source/wizard/parts/compare-phrase.ts';
import { ConfirmPhrase } from '../../../source/wizard/parts/confirm-phrase.tsx';
import { editText, fieldOf } from '../../../source/wizard/parts/edit-text.ts';
import { EventList } from '../../../source/wizard/parts/event-list.tsx';
import { Header } from '../../../source/wizard/parts/header.tsx';
import { fitHints, KeyHints } from '../../../source/wizard/parts/key-hints.tsx';
import { ProgressBar } from '../../../source/wizard/parts/progress-bar.tsx';
import { RuleLine } from '../../../source/wizard/parts/rule-line.tsx';
import { ScrollText } from '../../../source/wizard/parts/scroll-text.tsx';
import { SwitchList } from '../../../source/wizard/parts/switch-list.tsx';
import { Tabs } from '../../../source/wizard/parts/tabs.tsx';
import { TextField } from '../../../source/wizard/parts/text-field.tsx';
import { draw } from './draw.tsx';

describe('TextField', () => {
  const plain = makeLook({ ascii: false, colour: false });

  it('shows its cursor as a sign where the terminal has no inverse text', () => {
    expect(draw(<TextField field={{ value: 'John', cursor: 2 }} width={20} />, 20, plain)).toEqual(['Jo▏hn']);
  });

  it('scrolls so that the cursor is in sight', () => {
    const long = fieldOf('abcdefghijklmnopqrstuvwxyz');
    expect(draw(<TextField field={long} width={10} />, 20, plain)).toEqual(['rstuvwxyz▏']);
    const home = editText(long, { name: 'home', text: '' });
    expect(draw(<TextField field={home} width={10} />, 20, plain)).toEqual(['▏abcdefgh…']);
  });

  it('shows the placeholder until something is typed', () => {
    expect(draw(<TextField field={fieldOf('')} width={10} isFocused={false} placeholder="a path" />)).toEqual([
      'a path',
    ]);
    expect(draw(<TextField field={fieldOf('x')} width={10} placeholder="a path" />).join()).not.toContain('path');
  });
});

describe('ConfirmPhrase', () => {
  it.each([
    ['', 'so-far', ''],
    ['TRAN', 'so-far', 'Right so far.'],
    ['tran', 'different', '✗ This is not the phrase. Backspace takes back the last letter.'],
    ['TRANSFER 143', 'complete', '✓ That is the phrase. Enter goes on.'],
    ['TRANSFER 143 ', 'different', '✗ This is not the phrase. Backspace takes back the last letter.'],
  ])('tells of %j that it is %s', (typed, verdict, sentence) => {
    expect(comparePhrase(typed, 'TRANSFER 143')).toBe(verdict);
    const lines = draw(<ConfirmPhrase phrase="TRANSFER 143" field={fieldOf(typed)} width={80} />);
    expect(lines[0]).toContain('TRANSFER 143');
    expect(lines[2]).toBe(sentence);
  });
});

describe('ProgressBar', () => {
  it('says how far it is in numbers as well', () => {
    expect(draw(<ProgressBar done={5} total={10} width={40} />)).toEqual(['███████████░░░░░░░░░░░░   50 %   5 of 10']);
  });

  it('is full only when all is done', () => {
    const bar = draw(<ProgressBar done={1999} total={2000} width={60} />)[0];
    expect(bar).toContain('░');
    expect(bar).toContain('99 %');
    expect(draw(<ProgressBar done={2000} total={2000} width={60} />)[0]).not.toContain('░');
    expect(draw(<ProgressBar done={0} total={0} width={60} />)[0]).toContain('100 %');
  });
});

describe('Tabs', () => {
  const labels = ['All', 'Pairs', 'Problems', 'Warnings'];

  it('puts the active one in brackets', () => {
    expect(draw(<Tabs labels={labels} active={2} width={60} />)).toEqual([' All   Pairs  [Problems]  Warnings']);
  });

  it('keeps the active one in sight on a narrow line, and says that there are others', () => {
    const line = draw(<Tabs labels={labels} active={3} width={26} />)[0];
    expect(line).toContain('[Warnings]');
    expect(line).toMatch(/^</);
  });
});

describe('SwitchList', () => {
  const rows = [
    { key: 'a', label: 'Evaluations', detail: '12 records', isOn: true, locked: null },
    { key: 'b', label: 'Goals', detail: '3 records', isOn: false, locked: null },
    { key: 'c', label: 'Views', isOn: false, locked: 'always left behind' },
    { key: 'd', label: 'Tasks', isOn: true, locked: 'always carried' },
  ];

  it('shows on, off and locked by sign and word', () => {
    const lines = draw(<SwitchList rows={rows} cursor={1} width={70} height={4} />);
    expect(lines[0]).toMatch(/^ {2}\[x\] Evaluations +12 records$/);
    expect(lines[1]).toMatch(/^❯ \[ \] Goals/);
    expect(lines[2]).toMatch(/\[-\] Views +locked: always left behind$/);
    expect(lines[3]).toMatch(/\[x\] Tasks +locked: always carried$/);
  });

  it('scrolls with the cursor', () => {
    const lines = draw(<SwitchList rows={rows} cursor={3} width={70} height={2} />);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('❯ [x] Tasks');
  });
});

describe('one-line parts', () => {
  it('ButtonRow tells the button in focus by pointer and brackets', () => {
    expect(draw(<ButtonRow labels={['Cancel', 'Run Transfer']} focus={1} width={60} />)).toEqual([
      '    Cancel    ❯ [ Run Transfer ]',
    ]);
    expect(draw(<ButtonRow labels={['Cancel', 'Run Transfer']} focus={1} width={26} />)).toEqual([
      '❯ [ Run Transfer ] 2/2',
    ]);
  });

  it('KeyHints leaves out whole hints from the end', () => {
    const hints = [
      { key: 'Enter', label: 'choose' },
      { key: 'Esc', label: 'back' },
      { key: '?', label: 'help' },
    ];
    expect(fitHints(hints, 80)).toEqual(hints);
    expect(fitHints(hints, 23)).toEqual(hints.slice(0, 2));
    expect(fitHints(hints, 22)).toEqual(hints.slice(0, 1));
    expect(draw(<KeyHints hints={hints} width={30} />)).toEqual(['Enter choose   Esc back']);
  });

  it('Header keeps both ends, and cuts the right one to half at most', () => {
    expect(draw(<Header left="handover" right="demo · live" width={30} />)).toEqual(['handover           demo · live']);
    expect(draw(<Header left={'l'.repeat(40)} right={'r'.repeat(40)} width={20} />)).toEqual([
      `${'l'.repeat(9)}… ${'r'.repeat(8)}…`,
    ]);
  });

  it('RuleLine sets the title into the line', () => {
    expect(draw(<RuleLine width={20} title="Who" />)).toEqual(['─ Who ──────────────']);
    expect(draw(<RuleLine width={5} />)).toEqual(['─────']);
  });
});

describe('ScrollText', () => {
  const text = 'one\ntwo\nthree\nfour\nfive';

  it('shows the window asked for and says which lines it is', () => {
    expect(draw(<ScrollText text={text} width={30} height={3} offset={1} showBreaks={false} />)).toEqual([
      'two',
      'three',
      '             lines 2 to 3 of 5',
    ]);
  });

  it('goes no further than its end, and says where that is to whoever asked for more', () => {
    const told: number[] = [];
    const scrolled = (offset: number, height: number) =>
      draw(
        <ScrollText text={text} width={30} height={height} offset={offset} onPastEnd={(limit) => told.push(limit)} />,
      );
    const last = scrolled(99, 3);
    expect(told).toEqual([3]);
    expect(last[1]).toBe('five');
    expect(scrolled(3, 3)).toEqual(last);
    expect(scrolled(0, 5)).toHaveLength(5);
    expect(told).toEqual([3]);
    scrolled(1, 5);
    expect(told).toEqual([3, 0]);
  });
});

describe('EventList', () => {
  it('shows the last events with their signs', () => {
    const events = [
      { key: 1, kind: 'note' as const, text: 'started' },
      { key: 2, kind: 'good' as const, text: 'John Smith (19)' },
      { key: 3, kind: 'bad' as const, text: 'Sam Rodgers (22): stale' },
    ];
    expect(draw(<EventList events={events} width={40} height={2} />)).toEqual([
      '✓ John Smith (19)',
      '✗ Sam Rodgers (22): stale',
    ]);
  });
});
