import { expect, test } from 'vitest';
import { COMMON_FLAGS } from '../../source/commands/common-flags.ts';
import { flagKey } from '../../source/commands/flags.ts';
import { helpFor, helpForAll } from '../../source/commands/help.ts';
import { COMMANDS } from '../../source/commands/index.ts';
import { runHandover } from '../helpers/run-handover.ts';

const visible = COMMANDS.filter(({ isHidden }) => !isHidden);

test('every command that is not hidden is listed, with every common flag', () => {
  const text = helpForAll(80);
  for (const { name, summary } of visible) expect(text.replace(/\s+/g, ' ')).toContain(`${name} ${summary}`);
  for (const { name } of COMMON_FLAGS) expect(text).toContain(`--${name}`);
  expect(text).not.toContain('_worker');
});

test.each(visible.map((command) => [command.name, command] as const))(
  'help of "%s" fits 80 columns',
  (_name, command) => {
    const text = helpFor(command, 80);
    for (const line of [...text.split('\n'), ...helpForAll(80).split('\n')])
      expect(line.length).toBeLessThanOrEqual(80);
    for (const flag of command.flags) expect(text).toContain(`--${flag.name}`);
    expect(text).toContain(command.example);
  },
);

test('a flag means the same kind of value everywhere', () => {
  const kinds = new Map<string, string>();
  for (const { name, value, isMultiple } of [...COMMON_FLAGS, ...COMMANDS.flatMap(({ flags }) => flags)]) {
    // Choices may differ from command to command; whether there is a value, and how many, may not.
    const kind = `${value === undefined ? 'switch' : 'value'} ${isMultiple === true}`;
    expect([undefined, kind]).toContain(kinds.get(flagKey(name)));
    kinds.set(flagKey(name), kind);
  }
});

test('every example begins with its command, and every command is there to load', async () => {
  for (const { name, example, load } of COMMANDS) {
    expect(example.startsWith(`handover ${name}`)).toBe(true);
    expect(await load()).toBeTypeOf('function');
  }
});

test('--help, help, help COMMAND and COMMAND --help say it on standard output', async () => {
  const [all, help, one, flag] = await Promise.all([
    runHandover(['--help']),
    runHandover(['help']),
    runHandover(['help', 'users', 'show']),
    runHandover(['users', 'show', '--help']),
  ]);
  expect([all.status, one.status]).toEqual([0, 0]);
  expect(help.stdout).toBe(all.stdout);
  expect(flag.stdout).toBe(one.stdout);
  expect(one.stdout).toContain('handover users show ID');
});

test('--version is that of the package', async () => {
  const { default: pkg } = await import('../../package.json', { with: { type: 'json' } });
  expect(await runHandover(['--version'])).toMatchObject({ status: 0, stdout: `${pkg.version}\n` });
});
