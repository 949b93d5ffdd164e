import type { Team } from './organisation.ts';

/** One of the people whom the documents' examples name, and what they own. */
export interface NamedPerson {
  firstName: string;
  lastName: string;
  active: boolean;
  team: Team;
  /** The numbers of their QM and Classic WFM records of every type (see Recipe): what two people share are overlaps. */
  works: number[];
  /** The same for learning, profile and access; empty where they own nothing of it. */
  learns: number[];
  /** Types with other numbers. */
  otherwise: Record<string, number[]>;
  /** Of two records of one number theirs is the better where this is the number's remainder by 2. */
  betterAt: 0 | 1;
}

/**
 * By id, as in the documents' examples. John and Jenny share their work of number 3 and their learning of 1 to 3: there
 * John has the better record at 2, Jenny at 1 and 3. Courses 0 and 6 only he has, 7 is archived; her certification for
 * 2 is due, that for 6 is not; his licence for 6 none of her branches sees.
 */
export const NAMED_PEOPLE: ReadonlyMap<number, NamedPerson> = new Map([
  [
    19,
    {
      firstName: 'John',
      lastName: 'Smith',
      active: false,
      team: 'Support North',
      works: [0, 1, 2, 3],
      learns: [0, 1, 2, 3],
      otherwise: {
        'course-enrolments': [0, 1, 2, 3, 6, 7],
        licences: [0, 1, 2, 6],
        'desk-bookings': [0, 1],
        'evaluation-statistics': [4],
        'learning-statistics': [3],
      },
      betterAt: 0,
    },
  ],
  [
    20,
    {
      firstName: 'James',
      lastName: 'Anderson',
      active: false,
      team: 'Support South',
      works: [0, 1, 2],
      learns: [0, 1],
      otherwise: { 'evaluation-statistics': [3], 'learning-statistics': [1] },
      betterAt: 0,
    },
  ],
  [
    21,
    {
      firstName: 'Jenny',
      lastName: 'Andrews',
      active: true,
      team: 'Support North',
      works: [3, 4, 5],
      learns: [1, 2, 3, 4],
      otherwise: {
        branches: [1, 2],
        'course-certifications': [2, 4, 6],
        'evaluation-statistics': [3],
        'learning-statistics': [2],
      },
      betterAt: 1,
    },
  ],
  [
    22,
    {
      firstName: 'Sam',
      lastName: 'Rodgers',
      active: true,
      team: 'Support South',
      works: [2, 3],
      learns: [1, 2],
      otherwise: { 'evaluation-statistics': [2], 'learning-statistics': [1] },
      betterAt: 1,
    },
  ],
  [
    23,
    {
      firstName: 'Agent',
      lastName: '1',
      active: true,
      team: 'Sales Inbound',
      works: [2, 3, 4],
      learns: [],
      otherwise: { 'evaluation-statistics': [3] },
      betterAt: 1,
    },
  ],
  [
    24,
    {
      firstName: 'Agent',
      lastName: '2',
      active: true,
      team: 'Sales Inbound',
      works: [0, 1, 2],
      learns: [],
      otherwise: { 'desk-bookings': [3], 'evaluation-statistics': [3] },
      betterAt: 0,
    },
  ],
]);
