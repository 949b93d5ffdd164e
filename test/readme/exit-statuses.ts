/** Each exit status and what it means, for the manual page and the README. */
export const EXIT_STATUSES: readonly (readonly [status: number, about: string])[] = [
  [0, 'Done.'],
  [1, 'Something unexpected.'],
  [2, 'Wrong use, or no terminal where one is needed.'],
  [3, 'Finished, and some pairs or rows failed or are left.'],
  [4, 'The file or the plan has problems, the store or its log is not as it should be, or there is nothing to do.'],
  [5, 'The plan is out of date: somebody changed since.'],
  [6, 'The store is held by another run.'],
  [7, 'Not permitted.'],
  [130, 'Interrupted.'],
  [
    141,
    'Whoever read the output stopped before its end, and before the command was through. A run that was followed goes on.',
  ],
];
