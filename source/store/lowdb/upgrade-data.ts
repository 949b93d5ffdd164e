import { STORE_VERSION } from '../../model/store-data.ts';

type Fields = Record<string, unknown>;

/** From the shape of that number to the next. */
const UPGRADES: Readonly<Record<number, (data: Fields) => Fields>> = {
  // Shape 1 knew of no undo.
  1: (data) => ({
    ...data,
    runs: listOf(data.runs).map((run) => ({
      ...run,
      undoOf: null,
      journal: null,
      counts: { ...fieldsOf(run.counts), undone: 0 },
    })),
  }),
  // Shape 2 knew of no import.
  2: (data) => ({ ...data, mappings: [] }),
};

/**
 * The content of a checkpoint of an older shape in the present one, but for its number: that stays until a checkpoint
 * of the present shape is written. Anything else is given back as it is.
 */
export function upgradeData(value: unknown): unknown {
  const data = fieldsOf(value);
  let upgraded = data;
  for (let shape = Number(data.version); shape < STORE_VERSION; shape += 1) {
    const upgrade = UPGRADES[shape];
    if (upgrade === undefined) return value;
    upgraded = upgrade(upgraded);
  }
  return upgraded === data ? value : upgraded;
}

function fieldsOf(value: unknown): Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {};
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}
