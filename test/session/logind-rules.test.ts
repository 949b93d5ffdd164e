import { expect, test } from 'vitest';
import { endsWithSession, parseKillRules, readKillRules } from '../../source/session/logind-rules.ts';
import { machineFiles } from './machine-files.ts';

const rules = (...texts: string[]) => parseKillRules(texts);

test.each([
  ['nothing is said', [], false],
  ['what is commented out is not said', ['[Login]\n#KillUserProcesses=yes\n'], false],
  ['yes', ['[Login]\nKillUserProcesses=yes\n'], true],
  ['with spaces, as on', ['KillUserProcesses = on \n'], true],
  ['the last text counts', ['KillUserProcesses=yes', 'KillUserProcesses=no'], false],
  ['only those of others', ['KillUserProcesses=yes\nKillOnlyUsers=bob eve'], false],
  ['hers alone, though nobody else’s', ['KillUserProcesses=no\nKillOnlyUsers=bob jane'], true],
  ['never hers', ['KillUserProcesses=yes\nKillOnlyUsers=jane\nKillExcludeUsers=jane'], false],
  ['a list goes on', ['KillOnlyUsers=bob', 'KillOnlyUsers=jane'], true],
  ['an empty value empties it', ['KillOnlyUsers=jane', 'KillOnlyUsers='], false],
])('%s', (_what, texts, ends) => {
  expect(endsWithSession(rules(...texts), 'jane')).toBe(ends);
});

test('root is spared unless the list of those spared is given', () => {
  expect(endsWithSession(rules('KillUserProcesses=yes'), 'root')).toBe(false);
  expect(endsWithSession(rules('KillUserProcesses=yes\nKillExcludeUsers='), 'root')).toBe(true);
});

test('the first logind.conf counts, then the files beside it by name, of one name the first', async () => {
  const root = await machineFiles({
    'etc/systemd/logind.conf': 'KillUserProcesses=no\n',
    'usr/lib/systemd/logind.conf': 'KillOnlyUsers=from-main\n',
    'usr/lib/systemd/logind.conf.d/10-site.conf': 'KillUserProcesses=yes\nKillOnlyUsers=hidden\n',
    'etc/systemd/logind.conf.d/10-site.conf': 'KillOnlyUsers=jane\n',
    'run/systemd/logind.conf.d/20-more.conf': 'KillOnlyUsers=bob\n',
    'etc/systemd/logind.conf.d/30-not.txt': 'KillUserProcesses=yes\n',
  });
  expect(await readKillRules(root)).toEqual({ killsAll: false, only: ['jane', 'bob'], except: ['root'] });
});
