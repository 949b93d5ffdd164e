import { EXIT } from '../errors.ts';
import { countOf } from '../model/finding.ts';
import type { Context } from '../session/context.ts';
import { countErasable, erasePerson, erasurePhrase } from '../session/erase-person.ts';
import type { Session } from '../session/open-session.ts';
import { confirmPhrase } from './confirm-phrase.ts';
import type { Flags } from './flags.ts';
import { printJson, printLines } from './print.ts';
import { readId } from './read-id.ts';

/**
 * `audit --erase ID`: takes a person's name out of the log and leaves what was done.
 * @throws HandoverError `not-an-id`, `not-permitted`, `not-in-audit`, `not-confirmed`, `store-held`
 */
export async function eraseCommand(context: Context, session: Session, flags: Flags): Promise<number> {
  const id = readId(flags.text('erase') ?? '', '--erase');
  const found = await countErasable(id, session, context);
  const asked = {
    phrase: erasurePhrase(id),
    what: 'erasure',
    lines: () => [
      `The audit log names the person with the ID ${id} in ${countOf(found, 'line')}. Their name goes from it for good, and with it`,
      'the reasons of failed pairs that may hold it; what was done, when, by whom and to which IDs stays.',
      'Type the phrase to go on, or only Enter to leave.',
    ],
  };
  await confirmPhrase(asked, context, flags.text('confirm'));
  const lines = await erasePerson(id, session, context);
  const { location } = session.info;
  const elsewhere = [
    `the store itself, as long as the person is in it (store.json in ${location})`,
    'kept checkpoints (checkpoint.<n>.json): delete them once you need no way back, or let them be replaced',
    'journals (journal.<n>.jsonl), in the reasons of failed pairs and in records: undo of past runs needs them',
    'the frozen plans of runs (runs/<run>/plan.json), and files that were saved from here: CSV files, plans',
  ];
  if (context.json) printJson(context, { person: id, lines, elsewhere });
  else {
    printLines(context, [
      `The person with the ID ${id} is named in the audit log no more (${countOf(lines, 'line')}); the chain is as it was.`,
      'The name may still stand in:',
      ...elsewhere.map((place) => `  ${place}`),
      'See that the log is whole with: handover audit --verify',
    ]);
  }
  return EXIT.done;
}
