import type { FieldChange } from '../model/change.ts';
import type { Warning, WarningCode } from '../model/pair.ts';
import { LEAVING_FIELDS } from '../model/profile-field.ts';
import { nameAndId, type Person } from '../model/user.ts';

/**
 * A warning for each thing in a merged profile that is seldom meant: the kept person goes by another name, gets an
 * Employee ID that the source keeps as well, has scheduling switched off, or is active and gets the end of the
 * employment of somebody who is not. Pure.
 * @param line of the file, or null
 * @param fields as they are settled, of this pair
 */
export function warnProfile(
  line: number | null,
  { source, target }: { source: Person; target: Person },
  fields: readonly FieldChange[],
): Warning[] {
  const warn = (column: string, code: WarningCode, message: string, cure: string): Warning => ({
    line,
    column,
    value: null,
    code,
    message,
    cure,
  });
  const taken = fields.filter((change) => change.taken === 'source');
  const name = newName(target, fields);
  return [
    ...(name === null
      ? []
      : [
          warn(
            'First Name, Last Name',
            'other-name',
            `${nameAndId(target)} will be called ${name}.`,
            'Make sure that the two are one person; to keep the name, take First Name and Last Name from the target.',
          ),
        ]),
    ...taken.flatMap((change) => {
      const { field } = change;
      if (field === 'Employee ID' && change.source && change.source !== change.target) {
        const message = `${nameAndId(target)} gets the ${field} ${String(change.source)}, and ${nameAndId(source)} keeps it: two people with one id.`;
        return [
          warn(field, 'same-employee-id', message, `Take ${field} from the target, or empty the source's first.`),
        ];
      }
      if (field === 'Enable Scheduling' && isYes(change.target) && !isYes(change.source)) {
        const message = `${nameAndId(target)} has ${field} now, and has it no more afterwards.`;
        return [warn(field, 'scheduling-off', message, `Take ${field} from the target, unless this is meant.`)];
      }
      if (LEAVING_FIELDS.has(field) && change.source && !source.active && target.active) {
        const message = `${nameAndId(target)} is active and gets the ${field} ${String(change.source)} of ${nameAndId(source)}, who is not.`;
        return [warn(field, 'end-of-employment', message, `Take ${field} from the target, unless they leave as well.`)];
      }
      return [];
    }),
  ];
}

/** Neither case, nor accents, nor spaces and hyphens make another name. */
const names = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true });

/** What somebody who has a name is called afterwards, or null where that is what they are called now. */
function newName({ firstName, lastName }: Person, fields: readonly FieldChange[]): string | null {
  const settled = (name: string, own: string) => {
    const change = fields.find(({ field }) => field === name);
    return change?.taken === 'source' ? change.source : own;
  };
  const join = (...parts: unknown[]) =>
    parts
      .flatMap((part) => part ?? [])
      .join(' ')
      .trim();
  const now = join(firstName, lastName);
  const name = join(settled('First Name', firstName), settled('Last Name', lastName));
  return now === '' || names.compare(now, name) === 0 ? null : name;
}

function isYes(value: unknown): boolean {
  return /^(true|yes|1)$/i.test(String(value ?? ''));
}
