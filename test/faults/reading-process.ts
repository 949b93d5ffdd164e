import { sentenceOf } from '../../source/errors.ts';
import { contentOf, openAt } from '../store/given-store.ts';

/** What a reading process tells after each look. */
export type ReadAnswer = { said: 'read'; runs: number } | { said: 'fault'; sentence: string };

/**
 * Opens the store of the folder named to it over and over, and tells of each look: how many runs there were, or what was
 * wrong with it. A run that was there once must be there for good, and everybody must be.
 */
const [folder = ''] = process.argv.slice(2);
const tell = (answer: ReadAnswer) => process.send?.(answer);
const known = new Set<string>();
let crowd = 0;

async function look(): Promise<ReadAnswer> {
  const { people, runs } = await contentOf(await openAt(folder));
  const ids = new Set(runs.map((run) => run?.id));
  const gone = [...known].filter((id) => !ids.has(id));
  for (const id of ids) if (id !== undefined) known.add(id);
  if (gone.length > 0) return { said: 'fault', sentence: `Runs are gone: ${gone.join(', ')}` };
  if (people.length < crowd) return { said: 'fault', sentence: `Of ${crowd} people ${people.length} are left` };
  crowd = people.length;
  return { said: 'read', runs: ids.size };
}

process.on('disconnect', () => process.exit());
while (process.connected) {
  tell(await look().catch((error: unknown) => ({ said: 'fault' as const, sentence: sentenceOf(error) })));
  // The other processes have but two cores.
  await new Promise((resume) => setTimeout(resume, 5));
}
