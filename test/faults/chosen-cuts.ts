import { makeDice } from '../../source/people/demo/dice.ts';
import { done, started } from '../store/given-store.ts';
import { examineStore, settle } from './examine-store.ts';
import type { CrashMode } from './sim-disk.ts';
import { newSite, Player, type Site, type Step } from './store-history.ts';
import type { StoreRoom } from './store-room.ts';

/** Power cuts that chance meets seldom, each brought about on purpose. They throw a Violation. */
export const CHOSEN_CUTS: Record<string, (room: StoreRoom, folder: string) => Promise<void>> = {
  'a group is torn, and the next writer goes on behind it': async (room, folder) => {
    const site = await cutBeforeSync(room, folder);
    site.disk = afterCut(site, 'torn');
    await examineStore(site, 'second-life', false);
  },
  'a group is torn, and the next writer puts a checkpoint at once': async (room, folder) => {
    const site = await cutBeforeSync(room, folder);
    site.disk = afterCut(site, 'torn');
    await examineStore(site, 'second-life', true);
  },
  'sectors of a group read as zeros': async (room, folder) => {
    const site = await cutBeforeSync(room, folder);
    site.disk = afterCut(site, 'zeroed');
    await examineStore(site, 'second-life', false);
  },
  'a writer is killed before it synced, the next one takes that up, and the power goes': async (room, folder) => {
    const site = await cutBeforeSync(room, folder);
    site.disk = site.disk.afterKill();
    const player = new Player(site);
    await player.play('open');
    try {
      if (player.store !== null) await settle(site, player.store);
    } finally {
      await player.end();
    }
    site.disk = afterCut(site, 'dropped');
    await examineStore(site, 'third-life', false);
  },
};

/** A store whose writer has written a group of two, and goes under in the sync. */
async function cutBeforeSync(room: StoreRoom, folder: string): Promise<Site> {
  const site = newSite(room, folder);
  const player = new Player(site);
  const steps: Step[] = ['create', 'open', { append: [started('one', 6)] }];
  for (const step of steps) await player.play(step);
  site.disk.crashAt(1, makeDice(1));
  await player.play({ append: [done('one', 0), done('one', 1)] }).catch(() => undefined);
  await player.end().catch(() => undefined);
  return site;
}

function afterCut({ disk }: Site, mode: CrashMode) {
  return disk.afterCrash(mode, makeDice(1));
}
