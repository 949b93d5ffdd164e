import { deleteMapping } from '../session/delete-mapping.ts';
import { openSession } from '../session/open-session.ts';
import type { Command } from './command.ts';
import { printJson, printLines } from './print.ts';

/** `mappings delete NAME`. @throws HandoverError `unknown-mapping`, `fixed-mapping`, `not-permitted`, `store-held` */
export const mappingsDelete: Command = async (context, [name = '']) => {
  await deleteMapping(name, await openSession(context), context);
  if (context.json) printJson(context, { deleted: name });
  else printLines(context, [`The mapping “${name}” is deleted.`]);
  return 0;
};
