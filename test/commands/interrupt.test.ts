import { expect, test } from 'vitest';
import { runHandover } from '../helpers/run-handover.ts';
import { demoFolder } from './demo-folder.ts';

test('Ctrl+C before a run begins keeps it from beginning, though all was confirmed', async () => {
  const { folder, run, json } = await demoFolder();
  await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  // Loaded before the program: Ctrl+C comes as soon as it listens to it, which is before it has read the plan.
  const code = `process.on('newListener', (event) => {
    if (event === 'SIGINT') setImmediate(() => process.kill(process.pid, 'SIGINT'));
  });`;
  const { status, signal, stderr } = await runHandover(['apply', 'plan.json', '--confirm', 'jenny.andrews'], {
    cwd: folder,
    env: { HANDOVER_STORE: 'store', NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` },
  });
  expect({ status, signal }).toEqual({ status: 130, signal: null });
  expect(stderr).not.toContain('handover watch');
  expect(await json('runs')).toEqual([]);
});
