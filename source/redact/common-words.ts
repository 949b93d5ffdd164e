/**
 * Small words of sentences that some people are called, too: Will, May, An, De. Written small they are hardly ever
 * somebody, and a text without them could not be read.
 */
const COMMON: ReadonlySet<string> = new Set([
  ...['a', 'an', 'and', 'are', 'as', 'at', 'be', 'been', 'but', 'by', 'can', 'do', 'for', 'from', 'go', 'had', 'has'],
  ...['have', 'he', 'her', 'him', 'his', 'how', 'i', 'if', 'in', 'into', 'is', 'it', 'its', 'may', 'me', 'more', 'my'],
  ...['no', 'not', 'now', 'of', 'on', 'one', 'only', 'or', 'our', 'out', 'she', 'so', 'such', 'than', 'that', 'the'],
  ...[
    'them',
    'then',
    'they',
    'this',
    'to',
    'too',
    'two',
    'up',
    'us',
    'was',
    'we',
    'when',
    'who',
    'will',
    'with',
    'yes',
  ],
  ...[
    'you',
    'al',
    'bin',
    'da',
    'das',
    'de',
    'del',
    'den',
    'der',
    'des',
    'di',
    'die',
    'dos',
    'du',
    'e',
    'el',
    'en',
    'et',
  ],
  ...['ibn', 'la', 'las', 'le', 'les', 'los', 'ten', 'ter', 'un', 'und', 'van', 'vom', 'von', 'y', 'zu', 'zum', 'zur'],
]);

/** Whether `word`, as it is written, is one of those. */
export function isCommonWord(word: string): boolean {
  return COMMON.has(word);
}
