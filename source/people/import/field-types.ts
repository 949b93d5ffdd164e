import type { ImportField } from '../../model/import-field.ts';
import type { ColumnType } from '../../model/mapping.ts';

type Kind = ColumnType['kind'];

/** The kinds of those fields that hold something else than text (B13, D10, D12). */
const KINDS: Partial<Record<ImportField, Exclude<Kind, 'text' | 'number'>>> = {
  Activated: 'date',
  'Company End Date': 'date',
  'Company Start Date': 'date',
  Deactivated: 'date',
  'Department Start Date': 'date',
  'Display Time Zone': 'time-zone',
  'Scheduling Time Zone': 'time-zone',
  'Enable Scheduling': 'boolean',
  'Full Scope': 'boolean',
  'Active?': 'boolean',
  'QM Views': 'list',
  Roles: 'list',
  'Scope Groups': 'list',
  'Scope Teams': 'list',
  'Skill Mappings': 'list',
  Divisions: 'list',
};

/** How the cells of a column may be read that is mapped to `field`, the usual kind first. */
export function kindsOf(field: ImportField): readonly Kind[] {
  const kind = KINDS[field];
  return kind === undefined ? (field === 'User ID' ? ['number', 'text'] : ['text', 'number']) : [kind];
}

/** How a column that is mapped to `field` is read unless somebody says otherwise: as the export writes it. */
export function defaultType(field: ImportField): ColumnType {
  const [kind = 'text'] = kindsOf(field);
  switch (kind) {
    case 'date':
      return { kind, format: 'YYYY-MM-DD' };
    case 'boolean':
      return { kind, yes: ['TRUE'], no: ['FALSE'] };
    case 'list':
      return { kind, separator: ';' };
    default:
      return { kind };
  }
}
