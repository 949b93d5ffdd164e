import { HandoverError } from '../errors.ts';
import type { Mapping } from '../model/mapping.ts';
import { permissionError } from '../model/permission-error.ts';
import { checkColumns } from '../people/import/check-columns.ts';
import { isSameName } from '../people/import/find-mapping.ts';
import { actorOf } from './actor-of.ts';
import type { Context } from './context.ts';
import { listMappings } from './list-mappings.ts';
import type { Session } from './open-session.ts';
import { writeStore } from './write-store.ts';

const LONGEST_NAME = 60;
/** Of its JSON, in characters: many times what a mapping of all fields takes. Every plan made with it holds it. */
const LARGEST = 2 ** 16;

/**
 * Saves a mapping under its name in the store; journalled and logged with who did it.
 * @param options `force`: in place of the one that is saved under that name
 * @throws HandoverError `not-permitted`, `bad-name`, `fixed-mapping` for a preset's name, `mapping-exists` without
 * `force`, `bad-mapping` where its columns do not agree or it is too large, `store-held`, and what writing throws
 */
export async function saveMapping(
  mapping: Mapping,
  options: { force: boolean },
  session: Session,
  context: Context,
): Promise<void> {
  const refusal = permissionError(session.operator, 'assign-user-roles');
  if (refusal !== null) throw refusal;
  checkName(mapping.name);
  if (JSON.stringify(mapping).length > LARGEST) throw tooLarge(mapping.name);
  const [problem] = checkColumns(mapping);
  if (problem !== undefined) throw new HandoverError('problems', problem.code, problem.message, problem.cure);
  await writeStore(session, context, 'saving a mapping', async (writer) => {
    const taken = (await listMappings(session, context)).find((one) => isSameName(one.mapping.name, mapping.name));
    if (taken?.isPreset) throw fixed(taken.mapping.name);
    if (taken !== undefined && !(options.force && taken.mapping.name === mapping.name))
      throw exists(taken.mapping.name);
    const at = context.clock.now().toISOString();
    await writer.append([{ kind: 'mapping-saved', ...actorOf(session.operator, context), mapping, at }]);
  });
}

function checkName(name: string): void {
  const isFit =
    name.trim() === name &&
    name !== '' &&
    name.length <= LONGEST_NAME &&
    !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name);
  if (isFit) return;
  throw new HandoverError(
    'usage',
    'bad-name',
    `A mapping cannot be named “${name}”.`,
    `Give it a name of 1 to ${LONGEST_NAME} characters, without spaces at its ends.`,
  );
}

function tooLarge(name: string): HandoverError {
  return new HandoverError(
    'problems',
    'bad-mapping',
    `The mapping “${name}” is larger than any that a file of people needs: more than 64 KB.`,
    'Shorten what it says of itself, its headings or its words for yes and no.',
  );
}

function exists(name: string): HandoverError {
  return new HandoverError(
    'usage',
    'mapping-exists',
    `There is a mapping “${name}” already, and it was left as it is.`,
    'Choose another name, or allow it to be replaced (a command does with --force).',
  );
}

/** A preset is asked to change. */
export function fixed(name: string): HandoverError {
  return new HandoverError(
    'usage',
    'fixed-mapping',
    `“${name}” ships with handover and stays as it is.`,
    'Save one under a name of your own; it may begin as that one.',
  );
}
