import { expect, test } from 'vitest';
import { renderSvg } from './picture.ts';
import { openTerminal } from './terminal.ts';
import { paletteColour } from './terminal-palette.ts';

/** The picture of what Node writes with `script`, on a screen of 20 by 3. */
async function pictureOf(script: string): Promise<string> {
  const command = [process.execPath, '-e', `process.stdout.write(${script})`];
  const terminal = openTerminal({ command, cols: 20, rows: 3 });
  await terminal.exited;
  return renderSvg(terminal, 'A "test" of <pictures>');
}

/** The attributes and the text of the element that draws `text`. */
function drawn(svg: string, text: string): string {
  return svg.split('\n').find((line) => line.endsWith(`>${text}</text>`)) ?? `nothing draws ${text}`;
}

test('each run of cells stands at its place, stretched to its cells', async () => {
  const svg = await pictureOf(`'abc\\r\\n  \\x1b[1mde'`);
  expect(drawn(svg, 'abc                 ')).toContain('x="12" y="25.5"');
  expect(drawn(svg, 'de')).toContain('x="28.8" y="43.5"');
  expect(drawn(svg, 'de')).toContain('font-weight="bold" textLength="16.8"');
});

test('colours of all three kinds are kept, and inverse exchanges them', async () => {
  const svg = await pictureOf(
    `'\\x1b[31mred\\x1b[0m\\x1b[38;5;214mamber\\x1b[0m\\x1b[38;2;1;2;3mown\\x1b[0m\\x1b[7minv\\x1b[0m'`,
  );
  expect(drawn(svg, 'red')).toContain('fill="#e06c75"');
  expect(drawn(svg, 'amber')).toContain('fill="#ffaf00"');
  expect(drawn(svg, 'own')).toContain('fill="#010203"');
  expect(drawn(svg, 'inv')).toContain('fill="#16181d"');
  expect(svg).toContain('<rect x="104.4" y="12" width="25.2" height="18" fill="#d7dae0"/>');
});

test('a wide character is a run of its own, two cells long', async () => {
  const svg = await pictureOf(`'a山b'`);
  expect(drawn(svg, '山')).toContain('x="20.4" y="25.5" fill="#d7dae0" textLength="16.8"');
  expect(svg).toMatch(/x="37.2"[^>]*>b +<\/text>/);
});

test('text is not taken for markup, and the title says what it shows', async () => {
  const svg = await pictureOf(`'<a&b>'`);
  expect(svg).toContain('>&lt;a&amp;b&gt; ');
  expect(svg).toContain('<title>A &quot;test&quot; of &lt;pictures&gt;</title>');
});

test('the palette has the named colours, the cube and the greys of xterm', () => {
  expect([16, 21, 231, 232, 255].map(paletteColour)).toEqual(['#000000', '#0000ff', '#ffffff', '#080808', '#eeeeee']);
});
