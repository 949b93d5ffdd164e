import type { FieldValue } from '../../model/record.ts';
import type { Dice } from './dice.ts';

/** What a recipe may use besides its number. */
export interface Kitchen {
  dice: Dice;
  /** Whether this is to be the better of two records of the same number. */
  better: boolean;
  /** Id and login of the owner. */
  owner: { id: number; login: string };
  /** How many people the store has. */
  users: number;
}

/**
 * Makes the fields of one record of a data type, what identifies it first. `n` decides what it is about: two people
 * with the same `n` own the same thing, by the key of the type. The rest is chance.
 */
export type Recipe = (n: number, kitchen: Kitchen) => Record<string, FieldValue>;
