import { HandoverError } from '../errors.ts';
import type { Catalogue, DataType, Operation } from '../model/catalogue.ts';

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
 * The ids of the types that a plan carries: those of the operation less the declined ones.
 * @param choice `only`: just these; `without`: all but these
 * @throws HandoverError `unknown-type` or `locked-type`
 */
export function chooseTypes(
  catalogue: Catalogue,
  operation: Operation,
  choice: { only?: readonly string[]; without?: readonly string[] },
): Set<string> {
  const switches = listSwitches(catalogue, operation);
  for (const id of [...(choice.only ?? []), ...(choice.without ?? [])]) refuseUnknown(id, switches, operation);
  const only = choice.only?.length ? new Set(choice.only) : null;
  const without = new Set(choice.without);
  const chosen = new Set<string>();
  for (const { type, carries, locked } of switches) {
    const isWanted = (only === null || only.has(type.id)) && !without.has(type.id);
    if (without.has(type.id) && locked !== null) {
      throw new HandoverError(
        'usage',
        'locked-type',
        `"${type.id}" cannot be declined: ${locked}`,
        'Leave it out of --without.',
      );
    }
    if (carries && (isWanted || !type.optional)) chosen.add(type.id);
  }
  return chosen;
}

function refuseUnknown(id: string, switches: TypeSwitch[], operation: Operation): void {
  if (switches.some(({ type }) => type.id === id)) return;
  throw new HandoverError(
    'usage',
    'unknown-type',
    `"${id}" is no data type that a ${operation} carries.`,
    `It carries: ${switches.map(({ type }) => type.id).join(', ')}.`,
  );
}
