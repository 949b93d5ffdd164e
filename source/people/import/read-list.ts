import type { ListSeparator, MappingRules } from '../../model/mapping.ts';
import { type CellFault, type CellReader, quoteCell } from './cell-reading.ts';

/** The sign that joins lists in other systems (X28), and so is a mistake rather than part of a name. */
const FOREIGN: Record<ListSeparator, ListSeparator | null> = { ';': '|', '|': ';', ',': null };

/**
 * Reads entries joined with `separator`, in their order, each once. Spaces around them are taken off, or refused (D13); an empty
 * entry is refused, and so is a list that is joined with the sign of another system.
 */
export function listReader(separator: ListSeparator, spaces: MappingRules['separatorSpaces']): CellReader {
  const foreign = FOREIGN[separator];
  return (cell) => {
    const entries = cell.split(separator);
    for (const [index, entry] of entries.entries()) {
      const trimmed = entry.trim();
      if (trimmed === '') return emptyEntry(cell, separator);
      if (foreign !== null && trimmed.includes(foreign)) return foreignList(cell, separator, foreign);
      if (trimmed.length === entry.length) continue;
      if (spaces === 'refused') return spaceInside(cell, separator);
      entries[index] = trimmed;
    }
    return { value: [...new Set(entries)] };
  };
}

function emptyEntry(cell: string, separator: string): CellFault {
  return fault(
    `${quoteCell(cell)} has a ${separator} without a name before or behind it.`,
    `Take the ${separator} out, or write the name that is missing.`,
  );
}

function foreignList(cell: string, separator: string, foreign: string): CellFault {
  return fault(
    `${quoteCell(cell)} is joined with ${foreign}, and this column with ${separator}.`,
    `Put ${separator} in place of each ${foreign}, or choose ${foreign} for the column.`,
  );
}

function spaceInside(cell: string, separator: string): CellFault {
  return fault(
    `${quoteCell(cell)} has a space before or behind a name, which this mapping does not allow.`,
    `Take out the spaces at both ends and around each ${separator}.`,
  );
}

function fault(message: string, cure: string): CellFault {
  return { code: 'bad-list', message, cure };
}
