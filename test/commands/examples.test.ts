import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../source/commands/index.ts';
import { runLine } from '../helpers/run-line.ts';
import type { DemoFolder } from './demo-folder.ts';
import { preparedDemo } from './prepared-demo.ts';

/** What comes before an example, by command. */
const BEFORE: Record<string, (demo: DemoFolder) => Promise<unknown>> = {
  'users activate': ({ run }) => run('users', 'deactivate', '23', '--confirm', 'DEACTIVATE 1'),
  'users delete': withNewcomer,
  export: without('people.csv'),
  plan: without('plan.json'),
  import: without('plan.json'),
  'mappings delete': ({ run }) => run('mappings', 'save', 'Staff list', '--file', 'staff.csv'),
};

/** Exit statuses other than 0: that of the run which it tells of. */
const STATUS: Record<string, number> = { watch: 3 };

/** A store in which number 24, whose login is agent.2, came in by an import and has nothing yet. */
async function withNewcomer({ folder, run }: DemoFolder): Promise<void> {
  await run('demo', '--users', '23', '--force');
  const row = 'agent.2,agent.2@lindenhall.example,Agent,2';
  await writeFile(path.join(folder, 'new.csv'), `Account Name,Email,First Name,Last Name\n${row}\n`);
  await run('import', 'new.csv', '--mapping', 'Symbiant', '--out', 'new.json');
  await run('apply', 'new.json', '--confirm', 'IMPORT 1');
}

function without(file: string) {
  return ({ folder }: DemoFolder) => rm(path.join(folder, file));
}

// That of "stop" needs a run at work: stop-and-go-on.test.ts says it to one.
const tried = COMMANDS.filter(({ name, isHidden }) => !isHidden && name !== 'stop');

test.each(tried.map(({ name, example }) => [example, name]))('%s', async (example, name) => {
  const demo = await preparedDemo();
  await BEFORE[name]?.(demo);
  const ended = await runLine(example, demo.folder, { HANDOVER_STORE: 'store' });
  expect(ended.status, ended.output).toBe(STATUS[name] ?? 0);
  expect(ended.output).not.toBe('');
  const out = / --out (\S+)/.exec(example)?.[1];
  const isWritten = out !== undefined && !ended.output.includes(`${out} was not written`);
  if (isWritten) expect(await readFile(path.join(demo.folder, out), 'utf8')).not.toBe('');
});
