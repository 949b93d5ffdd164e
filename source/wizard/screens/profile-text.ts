/** A value of a profile as it is shown: lists joined, nothing as "(empty)", blanks at its ends between marks. */
export function profileText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '(empty)';
  if (Array.isArray(value)) return value.length === 0 ? '(empty)' : value.join(', ');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const text = String(value);
  return text === text.trim() ? text : `“${text}”`;
}
