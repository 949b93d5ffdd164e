import { HandoverError } from '../errors.ts';
import { numberText } from '../model/number-text.ts';
import type { StorePort } from '../model/ports.ts';
import { shellWord } from '../model/shell-word.ts';
import type { StoreData } from '../model/store-data.ts';
import type { Context } from '../session/context.ts';
import { readDemo } from '../session/read-demo.ts';
import { createStore } from '../store/create-store.ts';
import { openStore } from '../store/open-store.ts';
import type { Command } from './command.ts';
import type { Flags } from './flags.ts';
import { printJson, printLines } from './print.ts';
import { replaceDemo } from './replace-demo.ts';

/** More people than this handover cannot hold in memory with ease. */
const MOST_PEOPLE = 200_000;

/**
 * `demo`: makes a demonstration store, the same for the same seed.
 * @throws HandoverError `wrong-flag`, `store-exists`, `not-a-demonstration`, `store-held`, and what `openStore` says of the place
 */
export const demo: Command = async (context, _words, flags) => {
  if (flags.text('speed') !== null) {
    throw new HandoverError(
      'usage',
      'wrong-flag',
      '--speed is for --play only.',
      'Say: handover demo --play --speed 2',
    );
  }
  if (flags.isOn('keep') && flags.isOn('force')) {
    throw new HandoverError(
      'usage',
      'wrong-flag',
      '--keep leaves a store that is there, --force replaces it.',
      'Say one of them.',
    );
  }
  const { location, disk, random } = context;
  const present = await openExisting(context);
  if (present !== null && flags.isOn('keep')) return tell(context, flags, await summaryOf(present), 'is there already');
  const data = await demoData(context, flags);
  if (present !== null && flags.isOn('force')) await replaceDemo(present, data, context);
  else await createStore(location, data, disk, random);
  const { name, settings, people } = data;
  return tell(context, flags, { name, operator: settings.guest, people: people.length }, 'is made');
};

/** Only "there is none" means none: a damaged store is an error and not a free place. */
async function openExisting({ location, random, isUnsafeAllowed }: Context): Promise<StorePort | null> {
  try {
    return await openStore(location, random, isUnsafeAllowed);
  } catch (error) {
    if (error instanceof HandoverError && error.code === 'no-store') return null;
    throw error;
  }
}

async function demoData({ dataFolder }: Context, flags: Flags): Promise<StoreData> {
  const users = flags.whole('users', 20, MOST_PEOPLE);
  const seed = flags.whole('seed', 0, 2 ** 32 - 1);
  if (users === null && seed === null) return readDemo(dataFolder);
  const { makeDemo } = await import('../people/demo/make-demo.ts');
  return makeDemo({ users: users ?? 240, seed: seed ?? 1 });
}

interface Summary {
  name: string;
  /** Login of who works in it unless somebody else is named. */
  operator: string | null;
  people: number;
}

async function summaryOf(store: StorePort): Promise<Summary> {
  const [{ name, settings }, users] = await Promise.all([store.info(), store.users()]);
  return { name, operator: settings.guest, people: users.length };
}

function tell(context: Context, flags: Flags, made: Summary, what: string): number {
  const { location, json, veil } = context;
  const summary = veil.isOn ? { ...made, operator: null } : made;
  if (json) printJson(context, { store: location, ...summary });
  else if (!flags.isOn('quiet')) {
    printLines(context, [
      `The store "${summary.name}" with ${numberText(summary.people)} people ${what}: ${location}`,
      ...(summary.operator === null ? [] : [`Whoever works in it works as the operator "${summary.operator}".`]),
      `Open it with: handover --store ${shellWord(location)}`,
    ]);
  }
  return 0;
}
