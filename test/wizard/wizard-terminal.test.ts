import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { terminalOf } from '../../source/wizard/wizard-terminal.ts';

/** What reaches a terminal to which `text` is written. */
function reaching(text: string, ascii = false): string {
  const stdout = new PassThrough();
  const terminal = terminalOf({ ascii, stdout: stdout as unknown as NodeJS.WriteStream });
  terminal.write(text);
  return String(stdout.read());
}

test('the alternate screen is empty when it is left, and nothing else is cleared', () => {
  expect(reaching('\u001B[?1049hframe')).toBe('\u001B[?1049hframe');
  expect(reaching('frame\u001B[?1049l\u001B[?25h')).toBe('frame\u001B[H\u001B[J\u001B[?1049l\u001B[?25h');
});

test('a terminal that shows only ASCII gets nothing else, as wide as it was', () => {
  expect(reaching('❯ Zoë 山 → x', true)).toBe('? Zoe ?? > x');
  expect(reaching('❯ Zoë 山 → x')).toBe('❯ Zoë 山 → x');
});

test('all else is the terminal’s own', () => {
  const stdout = Object.assign(new PassThrough(), { columns: 80 });
  const terminal = terminalOf({ ascii: true, stdout: stdout as unknown as NodeJS.WriteStream });
  let heard = 0;
  terminal.on('resize', () => {
    heard += 1;
  });
  stdout.columns = 100;
  stdout.emit('resize');
  expect([terminal.columns, heard]).toEqual([100, 1]);
});
