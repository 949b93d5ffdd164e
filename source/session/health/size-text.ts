const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** "1.3 MB": a number of bytes for people, in steps of 1,000. */
export function sizeText(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit]}`;
}
