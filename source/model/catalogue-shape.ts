import * as z from 'zod';
import { RULES } from './catalogue.ts';

/** Areas that a data type may belong to. */
const AREAS = ['QM', 'Classic WFM', 'Learning', 'Profile', 'Access'] as const;

const text = z.string().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be words of a to z and 0 to 9 joined by hyphens');
const equals = z.record(text, z.union([z.string(), z.number(), z.boolean()]));
const criterion = z.strictObject({
  field: text,
  order: z.union([z.enum(['highest', 'lowest']), z.array(text).min(1)], {
    error: 'must be "highest", "lowest" or a list of values, best first',
  }),
});
const dataType = z.strictObject({
  id,
  label: text,
  area: z.enum(AREAS),
  rule: z.enum(RULES),
  carry: z.enum(['move', 'copy']),
  why: text,
  key: z.array(text).default([]),
  best: z.array(criterion).default([]),
  sum: z.array(text).default([]),
  derive: z
    .strictObject({
      from: id,
      where: equals,
      method: z.enum(['certify', 'count']),
      field: text,
      copies: z.array(text).exactOptional(),
    })
    .nullable()
    .default(null),
  renumber: z.strictObject({ field: text, by: text, within: text.exactOptional() }).nullable().default(null),
  otherPerson: text.nullable().default(null),
  follows: z.strictObject({ type: id, field: text }).exactOptional(),
  visibleThrough: z.strictObject({ field: text, type: id, holds: text }).exactOptional(),
  leaves: equals.exactOptional(),
  dependsOn: id.nullable().default(null),
  optional: z.boolean().default(true),
  locked: text.nullable().default(null),
});
const operation = z.strictObject({ areas: z.array(z.enum(AREAS)), why: text });
const fieldRule = z.strictObject({
  field: text,
  label: text,
  rule: z.enum(['pick', 'keep-target', 'combine']),
  why: text,
});
/** The shape of a catalogue file; what a data type does not say is empty, and `optional` is true. */
export const catalogueShape = z.strictObject({
  version: z.literal(1),
  name: text,
  operations: z.strictObject({ transfer: operation, merge: operation }),
  types: z.array(dataType).min(1),
  fields: z.array(fieldRule),
});
