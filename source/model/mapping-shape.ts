import * as z from 'zod';
import { IMPORT_FIELDS } from './import-field.ts';
import { BLANK_POLICIES, DATE_FORMATS, LIST_SEPARATORS } from './mapping.ts';

const text = z.string().min(1);
const columnType = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text') }),
  z.strictObject({ kind: z.literal('number') }),
  z.strictObject({ kind: z.literal('date'), format: z.enum(DATE_FORMATS) }),
  z.strictObject({ kind: z.literal('boolean'), yes: z.array(text).min(1), no: z.array(text).min(1) }),
  z.strictObject({ kind: z.literal('list'), separator: z.enum(LIST_SEPARATORS) }),
  z.strictObject({ kind: z.literal('time-zone') }),
]);

/** The shape of a mapping where one is read: of a preset, a saved one, one that a plan was made with. */
export const mappingShape = z.strictObject({
  version: z.literal(1),
  name: text,
  about: z.string(),
  columns: z.array(z.strictObject({ heading: z.string(), field: z.enum(IMPORT_FIELDS), type: columnType })),
  blanks: z.enum(BLANK_POLICIES),
  missing: z.enum(BLANK_POLICIES),
  rules: z.strictObject({
    required: z.array(z.enum(IMPORT_FIELDS)),
    emailCase: z.enum(['ignored', 'kept']),
    emailCharacters: z.enum(['any', 'plain']),
    separatorSpaces: z.enum(['trimmed', 'refused']),
    encoding: z.enum(['any', 'utf-8']),
  }),
});
