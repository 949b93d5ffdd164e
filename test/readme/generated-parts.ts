import { readFile } from 'node:fs/promises';
import { COMMANDS } from '../../source/commands/index.ts';
import { parseCatalogue } from '../../source/model/parse-catalogue.ts';
import { hintsAt } from '../../source/wizard/keys.ts';
import type { Place } from '../../source/wizard/state.ts';
import { EXIT_STATUSES } from './exit-statuses.ts';

const CATALOGUE = new URL('../../data/catalogues/standard.json', import.meta.url);

const PLACES: readonly [Place, string][] = [
  ['home', 'Menus'],
  ['target', 'Picking a person'],
  ['file', 'Choosing a file'],
  ['preview', 'Preview of the rows'],
  ['types', 'What is carried'],
  ['fields', 'User information of a merge'],
  ['courses', 'Enrolments of a merge'],
  ['policy', 'Policy of many merges'],
  ['conflicts', 'Conflicts of many merges'],
  ['duplicates', 'Duplicates'],
  ['review', 'Review'],
  ['confirm', 'Buttons'],
  ['import-file', 'File of people'],
  ['import-look', 'What the file holds'],
  ['import-mappings', 'Mappings'],
  ['import-fields', 'Columns of the file'],
  ['import-types', 'How cells are read'],
  ['import-blanks', 'What is blank or missing'],
  ['import-preview', 'Preview of an import'],
  ['import-mend', 'Row that is mended'],
  ['run', 'Run'],
  ['result', 'Result'],
  ['pairs', 'Pairs of a run'],
  ['undo-types', 'What is put back'],
  ['undo-review', 'Review of an undo'],
  ['history', 'History'],
  ['emptied', 'Emptied accounts'],
  ['deletion', 'Deleting an account'],
];

/** The parts of README.md that come from the program itself, by the name in their `<!-- name -->` mark. */
export async function generatedParts(): Promise<Record<string, string>> {
  return { keys: keysTable(), commands: commandsTable(), statuses: statusesTable(), types: await typesTable() };
}

function keysTable(): string {
  const cell = (hints: readonly { key: string; label: string }[]) =>
    hints.map(({ key, label }) => `**${key}** ${label}`).join(', ');
  const rows = PLACES.map(([place, name]) => `| ${name} | ${cell(hintsAt(place).own)} |`);
  return ['| where | keys |', '| --- | --- |', ...rows, `| everywhere | ${cell(hintsAt('run').common)} |`].join('\n');
}

function commandsTable(): string {
  const shown = COMMANDS.filter(({ isHidden }) => !isHidden);
  const rows = shown.map(
    ({ name, usage, summary }) => `| \`${`${name} ${usage}`.trim().replaceAll('|', '\\|')}\` | ${summary} |`,
  );
  return ['| command | what it does |', '| --- | --- |', ...rows].join('\n');
}

function statusesTable(): string {
  const rows = EXIT_STATUSES.map(([status, about]) => `| ${status} | ${about} |`);
  return ['| exit status | means |', '| --- | --- |', ...rows].join('\n');
}

async function typesTable(): Promise<string> {
  const { types } = parseCatalogue(await readFile(CATALOGUE, 'utf8'), 'standard.json');
  const groups = Map.groupBy(types, ({ area, rule }) => `${area} | ${rule}`);
  const rows = [...groups].map(([group, members]) => `| ${group} | ${members.map(({ label }) => label).join(', ')} |`);
  return ['| area | rule | data types |', '| --- | --- | --- |', ...rows].join('\n');
}

/** `text` with every generated part put anew between its marks. */
export function withGeneratedParts(text: string, parts: Record<string, string>): string {
  return Object.entries(parts).reduce((readme, [name, part]) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
    const start = readme.indexOf(open);
    const end = readme.indexOf(close);
    if (start === -1 || end === -1) throw new Error(`README.md has no marks for "${name}"`);
    return `${readme.slice(0, start + open.length)}\n${part}\n${readme.slice(end)}`;
  }, text);
}
