/** A key of the play's script, by its name as in keyboard.ts. */
export type ScriptKey = 'enter' | 'tab' | 'down' | 'right';

/** What a terminal sends for each key of a script, and how it is called on screen. */
export const SCRIPT_KEYS: Record<ScriptKey, { bytes: string; called: string }> = {
  enter: { bytes: '\r', called: 'Enter' },
  tab: { bytes: '\t', called: 'Tab' },
  down: { bytes: '\u001B[B', called: '↓' },
  right: { bytes: '\u001B[C', called: '→' },
};
