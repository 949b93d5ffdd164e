import { HandoverError } from '../errors.ts';
import type { Catalogue, DataType, Operation } from '../model/catalogue.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';

/** A data type within an operation's reach: carried unless declined, or locked with a reason. */
export interface TypeSwitch {
  type: DataType;
  /** Whether its rule carries anything at all; `skip` types never do. */
  carries: boolean;
  /** Why the operator cannot change it, or null. */
  locked: string | null;
}

/** The data types that `operation` may carry, in the catalogue's order (A22). */
export function listSwitches(catalogue: Catalogue, operation: Operation): TypeSwitch[] {
  const { areas } = catalogue.operations[operation];
  return catalogue.types
    .filter((type) => areas.includes(type.area))
    .map((type) => ({ type, carries: type.rule !== 'skip', locked: type.locked }));
}

/**
 * The ids of the types that a plan carries: those of the operation less the declined ones; of a merge, also the profile.
 * @param choice `only`: just these; `without`: all but these
 * @throws HandoverError `unknown-type` or `locked-type`
 */
export function chooseTypes(
  catalogue: Catalogue,
  operation: Operation,
  choice: { only?: readonly string[]; without?: readonly string[] },
): Set<string> {
  const switches = listSwitches(catalogue, operation);
  const isProfile = (id: string) => operation === 'merge' && id === USER_INFORMATION;
  for (const id of [...(choice.only ?? []), ...(choice.without ?? [])]) {
    if (!isProfile(id)) refuseUnknown(id, switches, operation);
  }
  const only = choice.only?.length ? new Set(choice.only) : null;
  if (only !== null) refuseUnchosen(only, switches);
  const without = new Set(choice.without);
  const isWantedId = (id: string) => (only === null || only.has(id)) && !without.has(id);
  const chosen = new Set<string>(isProfile(USER_INFORMATION) && isWantedId(USER_INFORMATION) ? [USER_INFORMATION] : []);
  for (const { type, carries, locked } of switches) {
    if (without.has(type.id) && locked !== null) {
      throw new HandoverError(
        'usage',
        'locked-type',
        `"${type.id}" cannot be declined: ${locked}`,
        'Leave it out of --without.',
      );
    }
    if (carries && (isWantedId(type.id) || !type.optional)) chosen.add(type.id);
  }
  return chosen;
}

/** @throws HandoverError `locked-type` where one is never carried, or only with another that is not among them */
function refuseUnchosen(only: ReadonlySet<string>, switches: readonly TypeSwitch[]): void {
  for (const { type, carries, locked } of switches) {
    if (!only.has(type.id)) continue;
    const isNever = !carries || type.rule === 'keep-target';
    const { dependsOn } = type;
    const isAlone = locked !== null && dependsOn !== null && !only.has(dependsOn);
    if (!isNever && !isAlone) continue;
    throw new HandoverError(
      'usage',
      'locked-type',
      isNever
        ? `"${type.id}" is never carried: ${locked ?? type.why}`
        : `"${type.id}" cannot be carried without "${dependsOn}": ${locked}`,
      isNever ? 'Leave it out of --only.' : `Name "${dependsOn}" in --only as well.`,
    );
  }
}

function refuseUnknown(id: string, switches: TypeSwitch[], operation: Operation): void {
  if (switches.some(({ type }) => type.id === id)) return;
  throw new HandoverError(
    'usage',
    'unknown-type',
    `"${id}" is no data type that a ${operation} carries.`,
    `It carries: ${[...(operation === 'merge' ? [USER_INFORMATION] : []), ...switches.map(({ type }) => type.id)].join(', ')}.`,
  );
}
