import { pairText } from '../model/pair-text.ts';
import { plannedName } from './planned-name.ts';
import type { State } from './state.ts';

/**
 * "John Smith (19) into Jenny Andrews (21)"; of a row of an import "John Smith (19)", by the plan's name where the store
 * does not have the person yet, or has them no more. @param isBack whether the pair is put back
 */
export function tellPair(
  state: Pick<State, 'plan' | 'result' | 'world'>,
  pair: { source: number; target: number },
  isBack: boolean,
): string {
  const { byId } = state.world;
  const isRow = pair.source === pair.target;
  const name = isRow && !byId.has(pair.source) ? plannedName(state, pair.source) : null;
  return name === null ? pairText(pair, byId, isBack) : `${name} (${pair.source})`;
}
