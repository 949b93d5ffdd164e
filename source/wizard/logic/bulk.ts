import { goOn, goTo } from '../navigate.ts';
import { operationNow } from '../operation.ts';
import type { MenuItem } from '../parts/menu.tsx';
import type { State } from '../state.ts';
import type { Logic } from './logic.ts';

/** The two doors of "Run a new bulk data transfer" (A32, A33, A43), or of a bulk merge. */
export function bulkItems(state: State): MenuItem<string>[] {
  const file = operationNow(state) === 'merge' ? 'Upload the file of merges' : 'Upload User Data Transfer File';
  return [
    { value: 'export', label: 'Download an export of all users', detail: 'people.csv, to fill in To User ID' },
    { value: 'file', label: file, detail: 'the people.csv that you edited' },
  ];
}

export const bulkLogic: Logic = {
  choose: (state, value) => (value === 'export' ? goTo(state, 'export') : goOn(state)),
};
