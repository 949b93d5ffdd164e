/** The least terminal on which the wizard draws its screens, in columns and lines. */
export const LEAST_WINDOW = { columns: 60, rows: 15 } as const;
