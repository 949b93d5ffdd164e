import { typeSwitches } from '../../logic/types.ts';
import type { SwitchRow } from '../../parts/switch-list.tsx';
import { switchedText, typeSwitchRows } from '../../screens/type-switch-rows.ts';
import { aboutType, putBackText, undoSwitchRows } from '../../screens/undo-switch-rows.ts';
import { moving, press, pressing } from '../presses.ts';
import type { Answer, Asking, Command, Entry } from '../question.ts';
import { takeBackCommand } from './take-back-command.ts';

const COMMANDS: readonly Command[] = [
  { letter: 'c', label: 'continue', answer: pressing('enter') },
  { letter: 'a', label: 'all or none', answer: pressing('a') },
];

/** What will be carried, a switch a type: its number switches it (X21). */
export const askTypes: Asking = (state) => {
  const rows = typeSwitchRows(state);
  const why = (index: number): Answer => {
    const type = typeSwitches(state)[index];
    return { says: type === undefined ? '' : `${type.label}: ${type.why}${lockedText(rows[index])}` };
  };
  return {
    lines: [`${switchedText(state, rows)}.`],
    list: {
      noun: 'data types',
      count: rows.length,
      entryAt: (index) => switchEntry(rows[index], 'carried', 'left with the source'),
      pick: (index) => ({ does: [({ typesCursor }) => [...moving(typesCursor, index), press('space')]] }),
      rowCommands: [{ letter: 'w', label: 'why', answer: why }],
    },
    commands: [...COMMANDS, ...takeBackCommand(state)],
  };
};

/** What will be put back, a switch a type. */
export const askUndoTypes: Asking = (state) => {
  const { undo } = state;
  if (undo === null) return {};
  const rows = undoSwitchRows(state, undo);
  const why = (index: number): Answer => {
    const row = rows[index];
    return { says: row === undefined ? '' : aboutType(row) };
  };
  return {
    lines: [`${putBackText(rows)}.`],
    list: {
      noun: 'data types',
      count: rows.length,
      entryAt: (index) => switchEntry(rows[index], 'put back', 'left as it is'),
      pick: (index) => ({ does: [({ undo: now }) => [...moving(now?.cursor ?? 0, index), press('space')]] }),
      rowCommands: [{ letter: 'w', label: 'why', answer: why }],
    },
    commands: COMMANDS,
  };
};

function switchEntry(row: SwitchRow | undefined, on: string, off: string): Entry {
  if (row === undefined) return { text: '' };
  const { label, detail, isOn, locked } = row;
  return {
    text: `${label}: ${isOn ? on : off}${locked === null ? '' : ', locked'}${detail === undefined ? '' : `; ${detail}`}`,
  };
}

function lockedText(row: SwitchRow | undefined): string {
  return row === undefined || row.locked === null ? '' : ` Locked: ${row.locked}`;
}
