import { goOn, goTo } from '../navigate.ts';
import type { MenuItem } from '../parts/menu.tsx';
import type { Logic } from './logic.ts';

/** The two doors of "Run a new bulk data transfer" (A32, A33, A43). */
export const BULK_ITEMS: readonly MenuItem<string>[] = [
  { value: 'export', label: 'Download an export of all users', detail: 'people.csv, to fill in To User ID' },
  { value: 'file', label: 'Upload User Data Transfer File', detail: 'the people.csv that you edited' },
];

export const bulkLogic: Logic = {
  choose: (state, value) => (value === 'export' ? goTo(state, 'export') : goOn(state)),
};
