export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type EncodingName = (typeof ENCODINGS)[number];

/** How the bytes of a file become text. */
export interface Encoding {
  name: EncodingName;
  /** Bytes of the byte order mark at the start; 0: there is none. */
  bom: number;
  /** Nothing in the file proves it, and nobody named it; it is shown to the operator as a guess. */
  guessed: boolean;
}

/** Bytes of one code unit: what separates cells and rows always is exactly one unit in these encodings. */
export function unitWidth(encoding: Encoding): 1 | 2 {
  return encoding.name === 'utf-16le' || encoding.name === 'utf-16be' ? 2 : 1;
}

/** The encoding in words, for people: "UTF-16 (little-endian), a guess". */
export function encodingLabel(encoding: Encoding): string {
  const labels = {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16 (little-endian)',
    'utf-16be': 'UTF-16 (big-endian)',
    'windows-1252': 'Windows-1252',
  };
  return `${labels[encoding.name]}${encoding.guessed ? ', a guess' : ''}`;
}
