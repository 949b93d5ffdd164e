import type { StoreData } from '../../model/store-data.ts';

/** The store as JSON text with a line for each person, so that a change in one of them is one line of a comparison. */
export function demoText({ people, ...rest }: StoreData): string {
  const parts = Object.entries(rest).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${parts.join(',\n')},\n"people": [\n${people.map((person) => JSON.stringify(person)).join(',\n')}\n]\n}\n`;
}
