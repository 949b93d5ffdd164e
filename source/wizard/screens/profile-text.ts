import { tellApart } from '../../model/tell-apart.ts';
import type { TextOptions } from '../../model/visible-text.ts';

/** A value of a profile as it is shown: lists joined, nothing as "(empty)", blanks at its ends between marks. */
export function profileText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '(empty)';
  if (Array.isArray(value)) return value.length === 0 ? '(empty)' : value.join(', ');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const text = String(value);
  return text === text.trim() ? text : `“${text}”`;
}

/** The values of both sides as they are shown, so that they differ to the eye where they differ. */
export function sidesText(
  { source, target }: { source: unknown; target: unknown },
  options: TextOptions,
): [source: string, target: string] {
  return tellApart(profileText(source), profileText(target), options);
}
