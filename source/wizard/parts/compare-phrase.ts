/** What the typed text is to the phrase: the same, its beginning, or something else. */
export function comparePhrase(typed: string, phrase: string): 'complete' | 'so-far' | 'different' {
  if (typed === phrase) return 'complete';
  return phrase.startsWith(typed) ? 'so-far' : 'different';
}
