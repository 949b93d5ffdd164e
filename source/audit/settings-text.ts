import type { Settings } from '../model/store-data.ts';

/** "seats: 300": what was set. */
export function settingsText(settings: Partial<Settings>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}: ${value ?? 'none'}`)
    .join(', ');
}
