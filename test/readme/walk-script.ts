import { PLAY_SCRIPT } from '../../source/wizard/play/play-script.ts';
import type { Place } from '../../source/wizard/state.ts';
import { stepOf } from '../../source/wizard/steps.ts';
import type { PseudoTerminal } from '../helpers/pseudo-terminal.ts';

/** Walks the wizard in `terminal` by the script of the play, until the step at which its first scene at `end` would begin. */
export async function walkScript(terminal: PseudoTerminal, end: Place): Promise<void> {
  for (const { at, strokes } of PLAY_SCRIPT) {
    const { title } = stepOf(at as Parameters<typeof stepOf>[0]);
    // Keys that are pressed before the store is open mean nothing.
    await terminal.waitFor(([header = '']) => header.includes(title) && !header.endsWith('opening'));
    if (at === end) return;
    for (const stroke of strokes) {
      if ('press' in stroke) terminal.press(stroke.press);
      else terminal.type(stroke.type);
    }
  }
}
