/**
 * The private modes of a terminal (alternate screen 1049, bracketed paste 2004, mouse 1000 …) that are not as a shell
 * expects them after `output`: "1049 on", "25 off". None: the terminal was left as it was found.
 */
export function modesLeft(output: string): string[] {
  const modes = new Map<number, boolean>();
  for (const [, numbers = '', final] of output.matchAll(/\u001B\[\?([\d;]+)([hl])/g)) {
    for (const number of numbers.split(';')) modes.set(Number(number), final === 'h');
  }
  const CURSOR = 25;
  return [...modes].flatMap(([mode, isOn]) => (isOn === (mode === CURSOR) ? [] : [`${mode} ${isOn ? 'on' : 'off'}`]));
}
