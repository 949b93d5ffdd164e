import { openStore } from '../../../source/store/open-store.ts';
import { systemRandom } from '../../../source/system-ports.ts';
import { apartPairs, holderOf, planAll, readStandardCatalogue, runToEnd } from '../given-plan.ts';

/** Becomes the writer of the store named to it, runs as many pairs as it is told to, says so, and holds on until killed. */
const [location = '', count] = process.argv.slice(2);
const store = await openStore(location, systemRandom);
const writer = await store.startWriting(holderOf('bench'));
if (Number(count) > 0) {
  const catalogue = await readStandardCatalogue();
  const pairs = apartPairs(await store.users(), Number(count));
  const people = await store.people(pairs.flatMap(({ source, target }) => [source, target]));
  await runToEnd('bench', planAll(await store.info(), catalogue, people, pairs), catalogue, writer);
}
process.send?.('holding');
setInterval(() => undefined, 2 ** 30);
