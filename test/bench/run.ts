import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '../../source/bundle.ts';
import { isMet, type Measurement } from './measurement.ts';

interface BenchModule {
  measure?: () => Promise<Measurement[]>;
}

const HEADINGS = ['what', 'value', 'floor', 'ratio', 'goal', ''];

/** Imports a module of this folder; one with JSX is bundled into `workFolder` first, since Node cannot read it. */
async function loadBench(name: string, workFolder: string): Promise<BenchModule> {
  const file = path.join(import.meta.dirname, name);
  if (!name.endsWith('.tsx')) return import(pathToFileURL(file).href);
  const built = path.join(workFolder, `${path.basename(name, '.tsx')}.js`);
  await bundle(file, built);
  return import(pathToFileURL(built).href);
}

function cellsOf(measurement: Measurement): string[] {
  const { name, value, floor, ratio, goal, noisy } = measurement;
  const number = (amount: number | null): string => {
    if (amount === null) return '';
    return amount < 0.1 ? amount.toPrecision(2) : amount.toFixed(amount < 100 ? 2 : 0);
  };
  const met = isMet(measurement);
  const verdict = met === null ? '' : met ? 'met' : 'not met';
  return [name, number(value), number(floor), number(ratio), goal, noisy ? `${verdict} (noisy)` : verdict];
}

/** The rows as lines, the first column and the last two to the left, numbers to the right. */
function alignRows(rows: string[][]): string {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number): string =>
    column >= 1 && column <= 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

/** Runs every module of this folder that exports `measure`, or those whose names are given, and prints one table. */
async function runBenchmarks(chosen: readonly string[]): Promise<void> {
  const workFolder = await mkdtemp(path.join(tmpdir(), 'handover-bench-'));
  const rows = [HEADINGS];
  try {
    for (const name of (await readdir(import.meta.dirname)).sort()) {
      const isChosen = chosen.length === 0 || chosen.includes(path.parse(name).name);
      const isModule = /(?<!\.test)\.tsx?$/.test(name) && name !== path.basename(import.meta.filename);
      if (!isModule || !isChosen) continue;
      const { measure } = await loadBench(name, workFolder);
      if (measure === undefined) continue;
      process.stderr.write(`${name} …\n`);
      rows.push(...(await measure()).map(cellsOf));
    }
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
  process.stdout.write(`${alignRows(rows)}\n`);
}

await runBenchmarks(process.argv.slice(2));
