/** A value of a profile as it is shown: lists with semicolons, yes and no, "(empty)" where there is none. */
export function valueText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = Array.isArray(value) ? value.join('; ') : String(value ?? '');
  return text === '' ? '(empty)' : text;
}
