/** Scripts that are written without spaces: each of their letters begins a name, and ends one. */
const DENSE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
const LOOSE = String.raw`[[\p{L}\p{N}\p{M}]--${DENSE}]`;

/** A word, or a letter that stands for one. */
const WORDS = new RegExp(`${DENSE}|${LOOSE}+`, 'gv');
const WORD_IN_SCRIPT = new RegExp(`^${LOOSE}`, 'v');
const ENDS_LOOSE = new RegExp(`${LOOSE}$`, 'v');
const SIGNS_AT_ENDS = /^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu;

/** A name that stands in a text. */
export interface Found<Value> {
  start: number;
  end: number;
  value: Value;
}

/**
 * Names by the word that they begin with. To look through a text takes as long for fifty thousand people as for ten: its
 * words are looked up, not the names one by one.
 */
export class NameLookup<Value> {
  readonly #values = new Map<string, Value>();
  /** The first word of names → their lengths, the longest first. */
  readonly #lengths = new Map<string, number[]>();

  /** What belongs to `name`, by its words and what stands between them. */
  get(name: string): Value | undefined {
    return this.#values.get(coreOf(name));
  }

  /** Takes in a name; one without a letter or a digit is none. */
  set(name: string, value: Value): void {
    const core = coreOf(name);
    const [first] = wordsOf(core);
    if (first === undefined) return;
    this.#values.set(core, value);
    const lengths = this.#lengths.get(first) ?? [];
    if (lengths.includes(core.length)) return;
    this.#lengths.set(
      first,
      [...lengths, core.length].sort((left, right) => right - left),
    );
  }

  /** The names that stand in `text` as whole words, from left to right, the longest of each place. */
  *find(text: string): Generator<Found<Value>> {
    let place = 0;
    for (const { 0: word, index } of text.matchAll(WORDS)) {
      const found = index < place ? null : this.#at(text, index, word);
      if (found === null) continue;
      place = found.end;
      yield found;
    }
  }

  #at(text: string, start: number, word: string): Found<Value> | null {
    for (const length of this.#lengths.get(word) ?? []) {
      const end = start + length;
      if (end > text.length) continue;
      const name = text.slice(start, end);
      const value = this.#values.get(name);
      const isWithinWord = ENDS_LOOSE.test(name) && WORD_IN_SCRIPT.test(text.slice(end, end + 2));
      if (value !== undefined && !isWithinWord) return { start, end, value };
    }
    return null;
  }
}

/** The words of a text, in order. */
export function wordsOf(text: string): string[] {
  return Array.from(text.matchAll(WORDS), ([word]) => word);
}

/** A name without the signs at its ends, which tell nobody, and which stand beside names of all kinds. */
function coreOf(name: string): string {
  return name.replace(SIGNS_AT_ENDS, '');
}
