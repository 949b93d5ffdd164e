/**
 * Whether the terminal is to get colours and inverse text. What the command line says goes first, then NO_COLOR (not
 * empty: none), then FORCE_COLOR (0 or false: none; anything else: colours), then TERM.
 * @param isRefused whether `--no-color` was given
 */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, isRefused: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM = '' } = env;
  if (isRefused || (NO_COLOR !== undefined && NO_COLOR !== '')) return false;
  if (FORCE_COLOR !== undefined) return !['0', 'false'].includes(FORCE_COLOR);
  return !/^(?:|dumb|unknown|.*-(?:m|mono))$/.test(TERM);
}
