import type { Image } from './change.ts';
import type { Person } from './user.ts';

/** The person as `image` leaves them: what it names is as it says, all else stays; a type without records is absent. */
export function withImage(person: Person, image: Image): Person {
  const records = { ...person.records };
  for (const [type, held] of Object.entries(image.records)) {
    if (held.length === 0) delete records[type];
    else records[type] = held;
  }
  return { ...person, ...image.user, records };
}
