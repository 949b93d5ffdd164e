import { isTooSmall } from '../layout.ts';
import { placeNow, type State } from '../state.ts';
import type { PlayControls } from './play-controls.ts';
import type { Scene } from './play-script.ts';
import { SCRIPT_KEYS } from './script-key.ts';

/** Milliseconds at speed 1: to see a screen, to read a letter of a caption, before a key, between typed letters. */
const PACE = { look: 1000, read: 45, key: 800, letter: 130 };

/** The wizard on which scenes are played. */
export interface Stage {
  /** Resolves once the state is so and its frame has been drawn, or once the play was left. */
  reached(isThere: (state: State) => boolean): Promise<void>;
  /** Sends what a terminal sends for a key. */
  send(bytes: string): void;
}

/** Plays `scenes` one after the other, each when the wizard has come to its place; resolves early when it is left. */
export async function playScenes(scenes: readonly Scene[], stage: Stage, controls: PlayControls): Promise<void> {
  for (const { at, caption, strokes } of scenes) {
    await stage.reached((state) => placeNow(state) === at && state.task === null && !isTooSmall(state));
    if (controls.left.aborted) return;
    controls.begin(caption);
    await controls.rest(PACE.look + PACE.read * caption.length);
    for (const { bytes, called, rest } of strokes.flatMap(keysOf)) {
      controls.showKey(called);
      await controls.rest(rest);
      // A window that became too small in the meantime hears no keys.
      await stage.reached((state) => !isTooSmall(state));
      if (controls.left.aborted) return;
      stage.send(bytes);
    }
  }
}

interface TimedKey {
  bytes: string;
  /** All that was typed so far, where it is text. */
  called: string;
  /** Milliseconds before it is pressed. */
  rest: number;
}

function keysOf(stroke: Scene['strokes'][number]): TimedKey[] {
  if ('press' in stroke) return [{ ...SCRIPT_KEYS[stroke.press], rest: PACE.key }];
  const letters = [...stroke.type];
  return letters.map((bytes, index) => ({
    bytes,
    called: letters.slice(0, index + 1).join(''),
    rest: index === 0 ? PACE.key : PACE.letter,
  }));
}
