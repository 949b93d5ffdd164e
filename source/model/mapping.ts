import type { ImportField } from './import-field.ts';

/** The ways in which a column may write its dates (B2). */
export const DATE_FORMATS = ['DD/MM/YYYY', 'MM/DD/YYYY', 'YYYY-MM-DD', 'YYYY/MM/DD'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** What joins the entries of a list (B13, D13, X28). */
export const LIST_SEPARATORS = [';', '|', ','] as const;
export type ListSeparator = (typeof LIST_SEPARATORS)[number];

/** What the cells of a column hold, and how it is written there. */
export type ColumnType =
  | { kind: 'text' }
  | { kind: 'number' }
  | { kind: 'date'; format: DateFormat }
  /** The words for yes and for no, in any letter case (X17). */
  | { kind: 'boolean'; yes: string[]; no: string[] }
  | { kind: 'list'; separator: ListSeparator }
  | { kind: 'time-zone' };

/** One column of a file and what it is. A heading is mapped to one field, and a field has one heading. */
export interface MappedColumn {
  heading: string;
  field: ImportField;
  type: ColumnType;
}

/** What happens to the values of existing people where the file says nothing. */
export const BLANK_POLICIES = ['erase', 'keep'] as const;
export type BlankPolicy = (typeof BLANK_POLICIES)[number];

/** What else a file must keep to. */
export interface MappingRules {
  /** Each row must have a value of these. */
  required: ImportField[];
  /** Whether addresses that differ only in letter case are two (D7, X27). */
  emailCase: 'ignored' | 'kept';
  /** `plain`: the part before the @ is of letters, digits, dot, hyphen and underscore (X26). */
  emailCharacters: 'any' | 'plain';
  /** Whether spaces around the separator of a list are taken off, or are a mistake (D13). */
  separatorSpaces: 'trimmed' | 'refused';
  /** `utf-8`: a file in any other encoding is refused (D3). */
  encoding: 'any' | 'utf-8';
}

/** How a file of people is read, and written: saved by name, or shipped as a preset. */
export interface Mapping {
  version: 1;
  name: string;
  /** One sentence for whoever chooses among mappings. */
  about: string;
  columns: MappedColumn[];
  /** Cells without a value. */
  blanks: BlankPolicy;
  /** Fields without a column (X13). */
  missing: BlankPolicy;
  rules: MappingRules;
}
