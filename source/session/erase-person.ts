import { textsNaming } from '../audit/erase-texts.ts';
import { readAudit } from '../audit/read-audit.ts';
import { HandoverError } from '../errors.ts';
import { permissionError } from '../model/permission-error.ts';
import { actorOf } from './actor-of.ts';
import type { Context } from './context.ts';
import { type Session, unveiled } from './open-session.ts';
import { writeStore } from './write-store.ts';

/** The phrase to type before person `id` is erased from the audit log. */
export function erasurePhrase(id: number): string {
  return `ERASE ${id}`;
}

/**
 * How many lines of the audit log name person `id`, or give a reason that may.
 * @throws HandoverError `not-permitted`; `not-in-audit` where none does
 */
export async function countErasable(id: number, { store, operator }: Session, { disk }: Context): Promise<number> {
  const refusal = permissionError(operator, 'erase-audit');
  if (refusal !== null) throw refusal;
  const { entries } = await readAudit(store, disk);
  const naming = entries.filter((entry) => textsNaming(entry, id).some((name) => entry[name] !== null));
  if (naming.length > 0) return naming.length;
  throw new HandoverError(
    'usage',
    'not-in-audit',
    `No line of the audit log names the person with the ID ${id}.`,
    'Nothing needs to be erased. See what there is with: handover audit',
  );
}

/**
 * Erases person `id` from the audit log: the facts stay, their ID among them; their name and the reasons that may hold
 * it go. The erasure is itself journalled and logged, and one that is cut short is finished by the next writer.
 * @returns how many lines named them
 * @throws HandoverError `not-permitted`, `not-in-audit`, `store-held`, `damaged-audit`, `audit-fault`, `disk-full`
 */
export async function erasePerson(id: number, shown: Session, context: Context): Promise<number> {
  const session = unveiled(shown);
  return writeStore(session, context, `erasing ${id} from the audit log`, async (writer) => {
    // Asked once more now that nobody else writes: somebody may have erased them meanwhile.
    const lines = await countErasable(id, session, context);
    const at = context.clock.now().toISOString();
    await writer.append([{ kind: 'person-erased', ...actorOf(session.operator, context), person: id, at }]);
    return lines;
  });
}
