import { Box } from 'ink';
import type { Operation } from '../../model/catalogue.ts';
import type { Holder } from '../../model/ports.ts';
import { timeText } from '../../model/time-text.ts';
import { fitText, visibleText } from '../../model/visible-text.ts';
import { homeChoice, homeItems } from '../logic/home.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Menu } from '../parts/menu.tsx';
import { whyNotWriting } from '../world.ts';
import { LinesAbove } from './lines-above.tsx';
import type { ScreenProps } from './screen.ts';

/** The first screen: who works where, and the ways on. */
export function Home({ state, width, height, isActive, dispatch }: ScreenProps) {
  const look = useLook();
  const { operator, isGuest, location, view, isReadOnly, users, storeName, holder } = state.world;
  const inactive = users.filter(({ active }) => !active).length;
  const may = (operation: Operation) => whyNotWriting(state.world, operation) === null;
  const rights = [...(may('transfer') ? ['transfer the data'] : []), ...(may('merge') ? ['merge the profiles'] : [])];
  const whom = view === null ? 'everybody' : `the users of your view "${view.name}"`;
  const facts = [
    `You are   ${operator.name} (${operator.login})${isGuest ? ', the guest of this demonstration store' : ''}`,
    `Store     ${storeName}: ${users.length} users, ${inactive} of them inactive`,
    `Folder    ${endOf(location, width - 10, look.symbols.ellipsis)}`,
    `You may   ${rights.length > 0 ? `${rights.join(' and ')} of ${whom}` : 'look at everything, change nothing'}`,
    ...(holder === null ? [] : [`At work   ${holderText(holder)}`]),
    `Mode      ${isReadOnly ? 'READ-ONLY: nothing can be changed' : 'LIVE: what you run changes this store'}`,
  ];
  const items = homeItems(state);
  return (
    <Box flexDirection="column" width={width} height={height}>
      <LinesAbove
        lines={facts.map((fact) => fitText(fact, width, fitOptions(look)))}
        below={items.length + 1}
        height={height}
      />
      <Menu
        key={items.map(({ value }) => value).join()}
        items={items}
        width={width}
        height={Math.min(height, items.length + 1)}
        initialValue={homeChoice(state)}
        isFocused={isActive}
        onSelect={(value) => dispatch({ type: 'menu-chosen', value })}
      />
    </Box>
  );
}

/** "admin on desk-7 since 2026-03-02 09:15:20 UTC: run 2026-…": who writes to the store at the moment. */
function holderText({ login, host, since, doing }: Holder): string {
  return visibleText(`${login} on ${host} since ${timeText(since)}: ${doing}`);
}

/** A path cut at its beginning: its end tells one store from another. */
function endOf(path: string, width: number, ellipsis: string): string {
  return path.length <= width ? path : ellipsis + path.slice(ellipsis.length - width);
}
