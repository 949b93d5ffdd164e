import { PLAN_OPERATIONS } from '../../model/plan.ts';
import { ACCESS_LEVELS } from '../../model/user.ts';

type Fields = Record<string, unknown>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isTextOrNull: Check = (value) => value === null || isText(value);
const isCount: Check = (value) => typeof value === 'number';
const isId: Check = (value) => Number.isSafeInteger(value) && (value as number) > 0;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const isRecordOf =
  (check: Check): Check =>
  (value) =>
    isFields(value) && Object.values(value).every(check);
const isOneOf =
  (values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);
const hasFields =
  (checks: Record<string, Check>): Check =>
  (value) => {
    if (!isFields(value)) return false;
    for (const name in checks) if (!checks[name]?.(value[name])) return false;
    return true;
  };

const isTexts = isListOf(isText);
const isProfileValue: Check = (value) => isText(value) || typeof value === 'boolean' || isTexts(value);
const isFieldValue: Check = (value) => value === null || typeof value === 'number' || isProfileValue(value);
const isDataRecord: Check = (value) =>
  isFields(value) && Number.isSafeInteger(value.id) && Object.values(value).every(isFieldValue);

/** Whether a value is a person as the store keeps them. Quick: a store holds tens of thousands. */
export const isSoundPerson: Check = hasFields({
  id: isId,
  login: isText,
  email: isText,
  firstName: isText,
  lastName: isText,
  active: (value) => typeof value === 'boolean',
  access: isOneOf(ACCESS_LEVELS),
  profile: isRecordOf(isProfileValue),
  mergedInto: (value) => value === null || isId(value),
  records: isRecordOf(isListOf(isDataRecord)),
});

const isPosition = hasFields({ generation: isCount, sequence: isCount, chain: isText, bytes: isCount, lines: isCount });

/** Whether a value is a run as the store keeps it. */
export const isSoundRun: Check = hasFields({
  id: isText,
  plan: isText,
  operation: isOneOf(PLAN_OPERATIONS),
  undoOf: isTextOrNull,
  journal: (value) => value === null || isPosition(value),
  operator: isText,
  startedAt: isText,
  finishedAt: isTextOrNull,
  state: isOneOf(['running', 'succeeded', 'finished-with-errors', 'stopped', 'interrupted']),
  counts: hasFields({ pairs: isCount, done: isCount, failed: isCount, left: isCount, undone: isCount }),
  pairs: isListOf(hasFields({ source: isId, target: isId, state: isOneOf(['left', 'done', 'failed']) })),
});
