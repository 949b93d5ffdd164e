import type { State } from './state.ts';

/** The least terminal on which the wizard draws its screens. */
export const LEAST = { columns: 60, rows: 15 } as const;

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
  return size.columns < LEAST.columns || size.rows < LEAST.rows;
}
