import type { Settings } from '../model/store-data.ts';

/** "keep-checkpoints: 5, sends-activation-mail: no": what was set, as `settings` names and shows it. */
export function settingsText(settings: Partial<Settings>): string {
  return Object.entries(settings)
    .map(([key, value]) => `${key.replaceAll(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}: ${valueText(value)}`)
    .join(', ');
}

function valueText(value: string | number | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value ?? 'none');
}
