import { standingOfTypes } from '../../merge/standing-of-types.ts';
import { type TypeRow, typeSwitches } from '../logic/types.ts';
import { carryingNow } from '../operation.ts';
import type { SwitchRow } from '../parts/switch-list.tsx';
import type { State } from '../state.ts';
import { ruleWords } from './rule-words.ts';

/** What becomes of enrolments that are declined (X20). */
const SHARED_ONLY = 'only what both have';

/** A switch a type: whether it is carried, and its rule; locked ones with their reason (X21). */
export function typeSwitchRows(state: State): SwitchRow[] {
  const { without, world } = state;
  const operation = carryingNow(state);
  const switches = typeSwitches(state);
  const wanted = new Set(switches.filter(({ id }) => !without.has(id)).map(({ id }) => id));
  const standing = standingOfTypes(world.catalogue, operation, wanted);
  const isOn = ({ id, carries }: TypeRow) => {
    const its = standing.get(id);
    if (its === undefined) return wanted.has(id);
    return carries && its.type.rule !== 'keep-target' && its.refusal === null && !its.isSharedOnly;
  };
  return switches.map((row) => ({
    key: row.id,
    label: row.label,
    detail: `${row.area}, ${standing.get(row.id)?.isSharedOnly ? SHARED_ONLY : ruleWords(row.rule)}`,
    isOn: isOn(row),
    locked: row.locked,
  }));
}

/** "36 of 37 data types are carried". */
export function switchedText(state: State, rows: readonly SwitchRow[]): string {
  const done = carryingNow(state) === 'merge' ? 'merged' : 'carried';
  return `${rows.filter(({ isOn }) => isOn).length} of ${rows.length} data types are ${done}`;
}
