import { describe, expect, it } from 'vitest';
import { explainNotAnId, parseId } from '../../source/model/parse-id.ts';

describe('ids', () => {
  it.each([
    ['19', 19],
    [' 19 ', 19],
    ['1', 1],
    ['9007199254740991', 9_007_199_254_740_991],
  ])('takes %j', (cell, id) => {
    expect(parseId(cell)).toBe(id);
  });

  it.each([
    ['1.9E+01', '19 in scientific notation', 'as text'],
    ['1,9e1', '19 in scientific notation', 'as text'],
    ['1.23E+05', '123000 in scientific notation', 'as text'],
    ['019', 'zeros in front', 'Write 19'],
    ['007', 'zeros in front', 'Write 7'],
    ['19.0', 'no decimals', 'as a whole number'],
    ['-1', 'no sign', 'fresh export'],
    ['+19', 'no sign', 'fresh export'],
    ['0', 'start at 1', 'fresh export'],
    ['99999999999999999999', 'larger than any ID', 'fresh export'],
    ['9007199254740992', 'larger than any ID', 'fresh export'],
    ['１９', 'not the plain digits', 'digits 0 to 9'],
    ['١٩', 'not the plain digits', 'digits 0 to 9'],
    ['\u00a019', 'invisible characters', 'type the digits again'],
    ['19\u200b', 'invisible characters', 'type the digits again'],
    ['\u202e19', 'invisible characters', 'type the digits again'],
    ['19\0', 'invisible characters', 'type the digits again'],
    ['19\b\b91', 'whole number', 'fresh export'],
    ['\t19', 'invisible characters', 'type the digits again'],
    ['1,000', 'without separators', 'as a whole number'],
    ['19 21', 'without separators', 'as a whole number'],
    ['john@example.com', 'e-mail address', 'From User ID'],
    ["'19", 'whole number', 'fresh export'],
    ['=19', 'whole number', 'fresh export'],
    ['0x13', 'whole number', 'fresh export'],
    ['John', 'whole number', 'fresh export'],
    ['', 'empty', 'Fill it in'],
  ])('refuses %j and says why', (cell, reason, cure) => {
    expect(parseId(cell)).toBeNull();
    const said = explainNotAnId(cell, 'To User ID');
    expect(said.message).toContain('To User ID');
    expect(said.message).toContain(reason);
    expect(said.cure).toContain(cure);
  });

  it('stays short and quick for a cell of any length', () => {
    for (const filling of ['0', '9', ' ', '\t', '1 ', '\u200b', '1e']) {
      const cell = ` 1${filling.repeat(200_000)}x `;
      expect(parseId(cell)).toBeNull();
      expect(explainNotAnId(cell, 'To User ID').message.length).toBeLessThan(200);
    }
  });
});
