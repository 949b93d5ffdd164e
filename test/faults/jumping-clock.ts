import type { Clock } from '../../source/model/ports.ts';

/** Around the hours that are left out and told twice in Europe, a leap second, a day ahead, a day back, years back. */
const TIMES = [
  '2026-03-29T00:59:59.990Z',
  '2026-03-29T01:00:00.010Z',
  '2026-03-30T01:00:00.020Z',
  '2026-03-28T01:00:00.030Z',
  '2026-10-25T00:59:59.999Z',
  '2026-10-25T00:00:00.000Z',
  '2016-12-31T23:59:59.999Z',
  '2017-01-01T00:00:00.000Z',
  '1970-01-01T00:00:00.000Z',
];

/** A clock whose time of day is another at each look; its other clock goes on by 5 milliseconds a look. */
export function jumpingClock(): Clock {
  let looks = 0;
  let passed = 0;
  return {
    now() {
      looks += 1;
      return new Date(TIMES[looks % TIMES.length] ?? 0);
    },
    monotonic() {
      passed += 5;
      return passed;
    },
  };
}
