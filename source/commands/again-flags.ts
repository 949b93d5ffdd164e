import { shellWord } from '../model/shell-word.ts';
import type { Flags } from './flags.ts';

/** The flags that a further command needs to mean the same store and operator, as they would be typed: "--store demo". */
export function againFlags(flags: Flags): string {
  const named = ['store', 'as', 'catalogue'].flatMap((name) => {
    const value = flags.text(name);
    return value === null ? [] : [`--${name}${value.startsWith('-') ? '=' : ' '}${shellWord(value)}`];
  });
  const switched = ['unsafe-fs', 'redact'].filter((name) => flags.isOn(name));
  return [...named, ...switched.map((name) => `--${name}`)].join(' ');
}
