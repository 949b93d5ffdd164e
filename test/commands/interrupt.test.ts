import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { PROGRAM, plainEnvironment } from '../helpers/program.ts';
import { demoFolder } from './demo-folder.ts';

test('Ctrl+C before a run begins keeps it from beginning, though all was confirmed', async () => {
  const { folder, run, json } = await demoFolder();
  await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  // A pipe for a plan: it is at the plan from the moment the pipe opens until the plan has come through.
  const pipe = path.join(folder, 'pipe');
  await promisify(execFile)('mkfifo', [pipe]);
  const env = plainEnvironment(folder, { HANDOVER_STORE: 'store' });
  const child = spawn(process.execPath, [PROGRAM, 'apply', 'pipe', '--confirm', 'jenny.andrews'], { cwd: folder, env });
  const stderr = text(child.stderr);
  const writing = await open(pipe, 'w');
  child.kill('SIGINT');
  await writing.writeFile(await readFile(path.join(folder, 'plan.json')));
  await writing.close();
  expect(await once(child, 'exit')).toEqual([130, null]);
  expect(await stderr).not.toContain('handover watch');
  expect(await json('runs')).toEqual([]);
});
