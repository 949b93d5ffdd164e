import type { Mapping } from '../model/mapping.ts';
import type { ReplaceText } from './redact-person.ts';

/** A mapping as it is shown: headings may be cells of a file without a heading line, and what it is for is what people wrote. */
export function redactMapping(
  mapping: Mapping,
  { heading, written }: { heading: ReplaceText; written: ReplaceText },
): Mapping {
  return {
    ...mapping,
    about: written(mapping.about),
    columns: mapping.columns.map((column) => ({ ...column, heading: heading(column.heading) })),
  };
}
