import type { User } from '../../source/model/user.ts';
import { findDuplicates } from '../../source/people/find-duplicates.ts';
import { foldText } from '../../source/people/fold-text.ts';
import { isNoisy, type Measurement, medianOf } from './measurement.ts';

const PEOPLE = 100_000;
const REPEATS = 3;

/** A word of that length that is told by its number, spread over the alphabet. */
function wordOf(number: number, length: number): string {
  let state = (number + 1) * 2_654_435_761;
  let word = '';
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    word += String.fromCharCode(97 + ((state >>> 16) % 26));
  }
  return word;
}

/** Everybody's name is their own, but for one in a hundred, who is the one before with another letter in it. */
function makeUser(_: unknown, index: number): User {
  const isTwin = index % 100 === 99;
  const number = isTwin ? index - 1 : index;
  const lastName = wordOf(number, 9 + (number % 4)) + (isTwin ? 's' : '');
  const firstName = wordOf(number % 3000, 6);
  const profile: User['profile'] = isTwin ? {} : { 'Employee ID': `E${index}` };
  const rest = { active: !isTwin, access: 'user', profile, mergedInto: null } as const;
  return { id: index + 1, login: `user${index}`, email: `user${index}@contact.example`, firstName, lastName, ...rest };
}

/** What the finder of duplicates takes for 100,000 people, beside folding their names. */
export async function measure(): Promise<Measurement[]> {
  const users = Array.from({ length: PEOPLE }, makeUser);
  const times: number[] = [];
  const floors: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const start = performance.now();
    for (const { firstName, lastName } of users) foldText(`${firstName} ${lastName}`);
    const between = performance.now();
    const found = findDuplicates(users);
    if (found.length < PEOPLE / 100) throw new Error(`Only ${found.length} of ${PEOPLE / 100} duplicates were found`);
    floors.push(between - start);
    times.push(performance.now() - between);
  }
  const [value, floor] = [medianOf(times), medianOf(floors)];
  const name = 'duplicates among 100,000 people (ms)';
  return [{ name, value, floor, ratio: value / floor, goal: '≤ 5,000 ms', noisy: isNoisy(floors) }];
}
