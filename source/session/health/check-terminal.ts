import { LEAST_WINDOW } from '../../model/least-window.ts';
import type { Look } from './health-check.ts';

/** Whether the wizard can be drawn here. No terminal is no fault: the commands need none. */
export const checkTerminal: Look = async ({ context: { stdin, stdout, isTerminal } }) => {
  const name = 'terminal';
  if (!stdin.isTTY || !stdout.isTTY) {
    return {
      name,
      ok: true,
      message: 'There is none here. The commands need none, nor does the wizard with --accessible.',
    };
  }
  if (!isTerminal) {
    const message = 'It cannot move its cursor (TERM is "dumb"): the wizard asks its questions line by line.';
    return { name, ok: true, message };
  }
  const { columns, rows } = stdout;
  const size = `${columns} columns, ${rows} lines`;
  if (columns >= LEAST_WINDOW.columns && rows >= LEAST_WINDOW.rows) return { name, ok: true, message: `${size}.` };
  const cure = `Make the window larger: the wizard needs ${LEAST_WINDOW.columns} columns and ${LEAST_WINDOW.rows} lines.`;
  return { name, ok: false, message: `It is small: ${size}.`, cure };
};
