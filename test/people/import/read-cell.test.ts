import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type ColumnType, DATE_FORMATS, type DateFormat } from '../../../source/model/mapping.ts';
import type { CellFault } from '../../../source/people/import/cell-reading.ts';
import { dateInWords, formatDate, isForever, parseDate } from '../../../source/people/import/date-text.ts';
import { cellReader } from '../../../source/people/import/read-cell.ts';
import { fc } from '../../helpers/fast-check.ts';

const ZONES = (await readFile(new URL('../../../data/time-zones.txt', import.meta.url), 'utf8')).trim().split('\n');

function read(cell: string, type: ColumnType, separatorSpaces: 'trimmed' | 'refused' = 'trimmed') {
  return cellReader(type, { separatorSpaces }, ZONES)(cell);
}

/** The fault of a cell; fails where it is read. */
function faultOf(...given: Parameters<typeof read>): CellFault {
  const reading = read(...given);
  if ('value' in reading) throw new Error(`“${given[0].slice(0, 40)}” was read as ${JSON.stringify(reading.value)}`);
  return reading;
}

const TEXT: ColumnType = { kind: 'text' };
const NUMBER: ColumnType = { kind: 'number' };
const BOOLEAN: ColumnType = { kind: 'boolean', yes: ['TRUE', 'Ja'], no: ['FALSE', 'Nein'] };
const ZONE: ColumnType = { kind: 'time-zone' };
const date = (format: DateFormat): ColumnType => ({ kind: 'date', format });
const list = (separator: ';' | '|' | ','): ColumnType => ({ kind: 'list', separator });

describe('cells that are read', () => {
  it.each<[cell: string, type: ColumnType, value: unknown]>([
    ['', TEXT, null],
    [' \t\u00a0', TEXT, null],
    [' Müller, "E"\n', TEXT, ' Müller, "E"\n'],
    ['\0', TEXT, '\0'],
    ['', NUMBER, null],
    [' 12 ', NUMBER, '12'],
    ['007', NUMBER, '007'],
    ['-1.5', NUMBER, '-1.5'],
    ['true', BOOLEAN, true],
    ['False', BOOLEAN, false],
    [' JA ', BOOLEAN, true],
    ['nein', BOOLEAN, false],
    ['31/01/2024', date('DD/MM/YYYY'), '2024-01-31'],
    ['01/31/2024', date('MM/DD/YYYY'), '2024-01-31'],
    ['2024-01-31', date('YYYY-MM-DD'), '2024-01-31'],
    ['2024/01/31', date('YYYY/MM/DD'), '2024-01-31'],
    ['29/02/2024', date('DD/MM/YYYY'), '2024-02-29'],
    ['29/02/2000', date('DD/MM/YYYY'), '2000-02-29'],
    [' 2024-01-31 ', date('YYYY-MM-DD'), '2024-01-31'],
    ['   ', date('YYYY-MM-DD'), null],
    ['Agent', list(';'), ['Agent']],
    ['Agent; Evaluator ;Agent', list(';'), ['Agent', 'Evaluator']],
    ['Sales, Inbound|Returns', list('|'), ['Sales, Inbound', 'Returns']],
    ['a|b,c;d', list(','), ['a|b', 'c;d']],
    ['Europe/London', ZONE, 'Europe/London'],
    ['Asia/Riyadh87', ZONE, 'Asia/Riyadh87'],
    ['SystemV/EST5EDT', ZONE, 'SystemV/EST5EDT'],
  ])('%j as %j', (cell, type, value) => {
    expect(read(cell, type)).toEqual({ value });
  });

  it('31 December 2999 in any format, whatever that of the column (X15)', () => {
    for (const cell of ['31/12/2999', '12/31/2999', '2999-12-31', '2999/12/31']) {
      expect(isForever(cell)).toBe(true);
      for (const format of DATE_FORMATS) expect(read(cell, date(format))).toEqual({ value: '2999-12-31' });
    }
    expect(isForever('30/12/2999')).toBe(false);
  });

  it('every listed time zone, and each of them only as it is spelt', () => {
    expect(ZONES).toHaveLength(615);
    const reader = cellReader(ZONE, { separatorSpaces: 'trimmed' }, ZONES);
    for (const zone of ZONES) expect(reader(zone)).toEqual({ value: zone });
  });
});

describe('cells that are explained', () => {
  it.each<[cell: string, type: ColumnType, code: string, message: RegExp, cure: RegExp]>([
    ['29/02/2023', date('DD/MM/YYYY'), 'bad-date', /February 2023 has 28 days/, /as DD\/MM\/YYYY/],
    ['29/02/1900', date('DD/MM/YYYY'), 'bad-date', /February 1900 has 28 days/, /exists/],
    ['2024-13-01', date('YYYY-MM-DD'), 'bad-date', /there is no month 13/, /exists/],
    ['2024-00-10', date('YYYY-MM-DD'), 'bad-date', /there is no month 0/, /exists/],
    ['2024-04-31', date('YYYY-MM-DD'), 'bad-date', /April 2024 has 30 days/, /exists/],
    ['2024-04-00', date('YYYY-MM-DD'), 'bad-date', /there is no day 0/, /exists/],
    ['0000-04-01', date('YYYY-MM-DD'), 'bad-date', /there is no year 0/, /exists/],
    ['44927', date('YYYY-MM-DD'), 'bad-date', /spreadsheet counts days.* 1 January 2023/, /write 2023-01-01/],
    ['44927.5', date('DD/MM/YYYY'), 'bad-date', /1 January 2023/, /write 01\/01\/2023/],
    [
      '01/31/2024',
      date('DD/MM/YYYY'),
      'bad-date',
      /no month 31; as MM\/DD\/YYYY it would be 31 January/,
      /31\/01\/2024/,
    ],
    [
      '2024-01-31',
      date('DD/MM/YYYY'),
      'bad-date',
      /is written as YYYY-MM-DD/,
      /Write 31\/01\/2024, or choose YYYY-MM-DD/,
    ],
    [
      '03/04/2024',
      date('YYYY-MM-DD'),
      'bad-date',
      /DD\/MM\/YYYY or MM\/DD\/YYYY/,
      /Write 2024-04-03 for 3 April 2024, or 2024-03-04 for 4 March 2024/,
    ],
    ['2024-01-31 00:00:00', date('YYYY-MM-DD'), 'bad-date', /a time stands behind/, /Write 2024-01-31\./],
    [
      '1/2/2024',
      date('DD/MM/YYYY'),
      'bad-date',
      /not written as DD\/MM\/YYYY/,
      /Write 01\/02\/2024, if 1 February 2024/,
    ],
    ['1/2/2024', date('MM/DD/YYYY'), 'bad-date', /not written as MM\/DD\/YYYY/, /if 2 January 2024/],
    ['31.01.2024', date('DD/MM/YYYY'), 'bad-date', /not written/, /Write 31\/01\/2024/],
    ['01/02/24', date('DD/MM/YYYY'), 'bad-date', /year is not of four digits/, /31\/01\/2024/],
    [
      '31.12.2020',
      date('YYYY-MM-DD'),
      'bad-date',
      /not written as YYYY-MM-DD/,
      /^Write 2020-12-31, if 31 December 2020/,
    ],
    [
      '3.4.2020',
      date('YYYY-MM-DD'),
      'bad-date',
      /not written/,
      /^Write 2020-04-03 for 3 April 2020, or 2020-03-04 for/,
    ],
    [
      '04.03.2020',
      date('MM/DD/YYYY'),
      'bad-date',
      /not written/,
      /^Write 03\/04\/2020 for 4 March 2020, or 04\/03\/2020/,
    ],
    ['4.4.2020', date('YYYY-MM-DD'), 'bad-date', /not written/, /^Write 2020-04-04, if 4 April/],
    ['31.12.2020 00:00', date('YYYY-MM-DD'), 'bad-date', /a time stands behind/, /^Write 2020-12-31, if/],
    ['01/01/0202', date('YYYY-MM-DD'), 'bad-date', /written as DD/, /^Write it as YYYY-MM-DD, such as 2024-01-31/],
    ['202-1-1', date('YYYY-MM-DD'), 'bad-date', /not written/, /^Write it as YYYY-MM-DD, such as 2024-01-31/],
    ['1.1.0202', date('YYYY-MM-DD'), 'bad-date', /not written/, /^Write it as YYYY-MM-DD, such as 2024-01-31/],
    ['0202-01-31', date('DD/MM/YYYY'), 'bad-date', /as YYYY-MM-DD/, /^Write it as DD\/MM\/YYYY, such as 31\/01\/2024/],
    ['soon', date('DD/MM/YYYY'), 'bad-date', /“soon” is not a date/, /choose another format/],
    ['２０２４-01-31', date('YYYY-MM-DD'), 'bad-date', /not written/, /2024-01-31/],
    ['yes', BOOLEAN, 'bad-boolean', /“yes” is neither TRUE nor FALSE/, /Write TRUE or FALSE/],
    ['ＴＲＵＥ', BOOLEAN, 'bad-boolean', /neither/, /TRUE/],
    ['1.2E+05', NUMBER, 'bad-number', /written 120000 in scientific notation/, /as text/],
    ['1,234', NUMBER, 'bad-number', /no separators/, /without separators/],
    ['１２', NUMBER, 'bad-number', /plain digits/, /Type it again/],
    ['twelve', NUMBER, 'bad-number', /“twelve” is not a number/, /digits/],
    ['A;;B', list(';'), 'bad-list', /has a ; without a name/, /Take the ; out/],
    ['A;', list(';'), 'bad-list', /has a ; without a name/, /Take the ; out/],
    [';', list(';'), 'bad-list', /has a ; without a name/, /Take the ; out/],
    ['A;B', list('|'), 'bad-list', /joined with ;, and this column with \|/, /Put \| in place of each ;/],
    ['A|B', list(';'), 'bad-list', /joined with \|, and this column with ;/, /choose \| for the column/],
    ['Europe/london', ZONE, 'bad-time-zone', /letter case/, /Write Europe\/London/],
    ['Europe/Lodnon', ZONE, 'bad-time-zone', /does not have it/, /Write Europe\/London/],
    ['London', ZONE, 'bad-time-zone', /does not have it/, /Write Europe\/London/],
    ['new york', ZONE, 'bad-time-zone', /does not have it/, /Write America\/New_York/],
    [
      'GMT+1',
      ZONE,
      'bad-time-zone',
      /distance from UTC/,
      /1 hour ahead of UTC all year is called Etc\/GMT-1: the sign/,
    ],
    ['UTC-05:00', ZONE, 'bad-time-zone', /distance from UTC/, /5 hours behind UTC all year is called Etc\/GMT\+5/],
    ['(UTC+01:00) Amsterdam, Bern', ZONE, 'bad-time-zone', /distance from UTC/, /Etc\/GMT-1/],
    ['+0530', ZONE, 'bad-time-zone', /distance from UTC/, /^Write the region where .* such as Europe\/London\.$/],
    ['Etc/GMT+15', ZONE, 'bad-time-zone', /distance from UTC/, /^Write the region where .* such as Europe\/London\.$/],
    ['UTC+00', ZONE, 'bad-time-zone', /distance from UTC/, /or Etc\/UTC\.$/],
    ['MEZ', ZONE, 'bad-time-zone', /abbreviation/, /such as Europe\/Berlin or Europe\/Vienna or Europe\/Zurich\.$/],
    ['XYZT', ZONE, 'bad-time-zone', /abbreviation/, /^Write the region where .* such as Europe\/London\.$/],
    ['LIMA', ZONE, 'bad-time-zone', /does not have it/, /Write America\/Lima/],
    ['Xyzzy quux plugh', ZONE, 'bad-time-zone', /does not have it/, /a name of the list/],
  ])('%j as %j: %s', (cell, type, code, message, cure) => {
    const fault = faultOf(cell, type);
    expect(fault.code).toBe(code);
    expect(fault.message).toMatch(message);
    expect(fault.cure).toMatch(cure);
  });

  it('spaces around the pipe, where they are refused (D13)', () => {
    for (const cell of ['Risk_Admin | Control_Admin', ' Risk_Admin', 'Risk_Admin ']) {
      expect(faultOf(cell, list('|'), 'refused')).toMatchObject({
        code: 'bad-list',
        cure: expect.stringMatching(/around each \|/),
      });
    }
    expect(read('Risk_Admin|Control_Admin', list('|'), 'refused')).toEqual({ value: ['Risk_Admin', 'Control_Admin'] });
  });

  it('a value of a megabyte, in a sentence of ordinary length', () => {
    const huge = 'x'.repeat(1_000_000);
    expect(read(huge, TEXT)).toEqual({ value: huge });
    for (const type of [NUMBER, BOOLEAN, ZONE, date('YYYY-MM-DD')]) {
      expect(faultOf(huge, type).message.length).toBeLessThan(200);
    }
    expect(faultOf(`${huge};;`, list(';')).message.length).toBeLessThan(200);
  });

  it('many different misses of a time zone, the first of them with what is near', () => {
    const reader = cellReader(ZONE, { separatorSpaces: 'trimmed' }, ZONES);
    const cures = Array.from({ length: 10_000 }, (_, index) => {
      const reading = reader(`Europe/Lodnon${index % 5000}`);
      return 'cure' in reading ? reading.cure : '';
    });
    expect(cures[0]).toBe('Write Europe/London, if that is meant.');
    expect(cures[9999]).toBe('Write a name of the list, such as Europe/London.');
    expect(cures.filter((cure) => cure.endsWith('if that is meant.'))).toHaveLength(200);
  });
});

describe('days', () => {
  it('written in any format are read back from it, and from no other format as another day unseen', () => {
    const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...DATE_FORMATS), (moment, format) => {
        const day = moment.toISOString().slice(0, 10);
        expect(parseDate(formatDate(day, format), format)).toBe(day);
      }),
    );
  });

  it('that are no days stay as they are, and are no days in any format', () => {
    expect(formatDate('soon', 'DD/MM/YYYY')).toBe('soon');
    expect(formatDate('2023-02-29', 'DD/MM/YYYY')).toBe('2023-02-29');
    expect(dateInWords('2024-04-03')).toBe('3 April 2024');
  });

  it('of any text are either a day of the calendar or none', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{2}\/[0-9]{2}\/[0-9]{4}$/));
    fc.assert(
      fc.property(texts, fc.constantFrom(...DATE_FORMATS), (text, format) => {
        const day = parseDate(text, format);
        if (day === null) return;
        expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        expect(formatDate(day, format)).toBe(text);
      }),
    );
  });
});
