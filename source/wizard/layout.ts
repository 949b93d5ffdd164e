import { LEAST_WINDOW } from '../model/least-window.ts';
import type { State } from './state.ts';

/** Lines that what is said may take. */
export const NOTICE_LINES = 2;

/** Lines around the body: header, rule, sentence; rule, notice, key hints; and one that stays free. */
const CHROME = 6 + NOTICE_LINES;

/** Columns and lines that a screen may take. */
export function bodySize({ size }: Pick<State, 'size'>): { width: number; height: number } {
  return { width: size.columns, height: size.rows - CHROME };
}

/** Whether the terminal is too small to show a screen whole. */
export function isTooSmall({ size }: Pick<State, 'size'>): boolean {
  return size.columns < LEAST_WINDOW.columns || size.rows < LEAST_WINDOW.rows;
}
