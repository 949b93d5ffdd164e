import { placeBeneath, type State, stepNow } from '../state.ts';
import { saySentence, sayTitle } from './say-place.ts';

/** Where a plan is agreed to: whoever comes there hears whom it concerns and its warnings, however often it was said. */
const REVIEWS: readonly string[] = ['review', 'undo-review', 'import-confirm'];

/** Remembers what has been said of where the operator is, so that it is said again only once it is another. */
export class Telling {
  readonly #ascii: boolean;
  readonly #facts = new Map<string, string>();
  #title = '';
  #sentence = '';
  #trail: State['trail'] = [];

  constructor(ascii: boolean) {
    this.#ascii = ascii;
  }

  /** The step, who gives to whom, and the facts of the place, as far as they are news. */
  news(state: State, facts: readonly string[]): string[] {
    if (state.cover !== null) return [];
    const { trail } = state;
    if (REVIEWS.includes(stepNow(state)) && trail !== this.#trail) this.forget(state);
    this.#trail = trail;
    const [title, sentence] = [sayTitle(state), saySentence(state, this.#ascii)];
    const told = [...(title === this.#title ? [] : [title]), ...(sentence === this.#sentence ? [] : [sentence])];
    this.#title = title;
    this.#sentence = sentence;
    const [place, text] = [placeBeneath(state), facts.join('\n')];
    if (this.#facts.get(place) === text) return told;
    this.#facts.set(place, text);
    return [...told, ...facts];
  }

  /** All of it is news again. */
  forget(state: State): void {
    this.#title = '';
    this.#sentence = '';
    this.#facts.delete(placeBeneath(state));
  }
}
