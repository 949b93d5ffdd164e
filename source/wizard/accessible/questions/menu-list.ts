import type { MenuItem } from '../../parts/menu.tsx';
import { choosing } from '../presses.ts';
import type { List } from '../question.ts';

/** The items of a menu, by number. */
export function menuList(items: readonly MenuItem<string>[]): List {
  return {
    noun: 'choices',
    count: items.length,
    page: items.length,
    entryAt(index) {
      const { label = '', detail = '', disabled } = items[index] ?? {};
      return { text: detail === '' || disabled !== undefined ? label : `${label}: ${detail}`, refusal: disabled };
    },
    pick: (index) => choosing(items[index]?.value ?? ''),
    name: items.map(({ value }) => value).join(),
  };
}
