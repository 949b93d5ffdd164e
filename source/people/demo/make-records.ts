import type { RecordsByType } from '../../model/record.ts';
import { dayAgo } from './calendar.ts';
import { takeFrom } from './dice.ts';
import { LEARNING_RECIPES } from './learning-recipes.ts';
import type { NamedPerson } from './named-people.ts';
import { PLANNING_RECIPES } from './planning-recipes.ts';
import { PROFILE_RECIPES } from './profile-recipes.ts';
import { QUALITY_RECIPES } from './quality-recipes.ts';
import type { Kitchen, Recipe } from './recipe.ts';

/** A kind of data that the shipped catalogue does not name: it stays, and is listed. */
const UNNAMED_RECIPES: Record<string, Recipe> = {
  'desk-bookings': (n) => ({ desk: `${2 + (n % 5)}-${10 + (n % 70)}`, day: dayAgo(-3 - (n % 20)) }),
};
const WORK_RECIPES = { ...QUALITY_RECIPES, ...PLANNING_RECIPES };
const ALL_RECIPES = { ...WORK_RECIPES, ...LEARNING_RECIPES, ...PROFILE_RECIPES, ...UNNAMED_RECIPES };

/** Types of which a person has no more than so many records. */
const MOST: Record<string, number> = {
  'evaluation-statistics': 1,
  'learning-statistics': 1,
  'accumulated-vacation-hours': 1,
  'agent-real-time-states': 1,
  'home-page': 1,
  'last-access': 1,
  coins: 1,
  points: 2,
  'one-time-codes': 1,
};

/** What everybody else owns some of; counts are left to those whose records are all known. */
const SPARSE_RECIPES = Object.entries(ALL_RECIPES).filter(([type]) => !type.endsWith('-statistics'));

/** All that one of the named people owns: every type of their areas, by their numbers. */
export function makeNamedRecords(
  person: NamedPerson,
  kitchen: Omit<Kitchen, 'better'>,
  nextId: () => number,
): RecordsByType {
  const records: RecordsByType = {};
  for (const [type, recipe] of Object.entries(ALL_RECIPES)) {
    const numbers = person.otherwise[type] ?? usualNumbers(type, person);
    if (numbers.length === 0) continue;
    records[type] = numbers.map((n) => ({
      id: nextId(),
      ...recipe(n, { ...kitchen, better: n % 2 === person.betterAt }),
    }));
  }
  return records;
}

function usualNumbers(type: string, { works, learns }: NamedPerson): number[] {
  if (type in UNNAMED_RECIPES) return [];
  return (type in WORK_RECIPES ? works : learns).slice(0, MOST[type]);
}

/** A few records of some types, as most people own. */
export function makeSparseRecords(kitchen: Omit<Kitchen, 'better'>, nextId: () => number): RecordsByType {
  const { dice } = kitchen;
  const records: RecordsByType = {};
  for (let left = dice.whole(0, 8); left > 0; left--) {
    const [type, recipe] = takeFrom(SPARSE_RECIPES, dice.whole(0, SPARSE_RECIPES.length - 1));
    const first = dice.whole(0, 400);
    records[type] = Array.from({ length: Math.min(dice.whole(1, 2), MOST[type] ?? 2) }, (_, index) => ({
      id: nextId(),
      ...recipe(first + index, { ...kitchen, better: dice.chance(0.5) }),
    }));
  }
  return records;
}
