/** `text` as it would be typed as one word of a command, in single quotation marks where a shell would take it apart. */
export function shellWord(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
