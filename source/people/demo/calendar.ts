const DAY = 86_400_000;
/** The day on which every demonstration takes place, so that the same seed gives the same store on any day. */
const TODAY = Date.UTC(2026, 10, 20);

/** The day `ago` days before the demonstration's today, as YYYY-MM-DD; negative: days ahead. */
export function dayAgo(ago: number): string {
  return new Date(TODAY - ago * DAY).toISOString().slice(0, 10);
}

/** A moment of that day, ISO 8601 in UTC; `minute` counts from midnight. */
export function momentAgo(ago: number, minute: number): string {
  return new Date(TODAY - ago * DAY + minute * 60_000).toISOString().replace('.000Z', 'Z');
}
